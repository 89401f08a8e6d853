'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useId, useState } from 'react'
import { useErrorWords } from '@/components/task/error-words'
import { Button } from '@/components/ui/button'
import { Field, FieldError } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { Switch } from '@/components/ui/switch'
import type { ShareLink } from '@/lib/share/schema'
import { EXPIRIES, type Expiry, expiresAt } from './expiry'
import { useMakeShare } from './queries'

const BOX =
  'h-9 w-full rounded border border-line bg-paper px-3 hover:border-edge pointer-coarse:h-11 aria-invalid:border-failed'
const SHORTEST_PASSWORD = 4

/** For whom, for how long, behind which password, and whether it may be kept. */
export function NewShareForm({
  projectId,
  filmId,
  onMade,
}: {
  projectId: string
  filmId: string
  /** Null as soon as another one is asked for. */
  onMade: (link: ShareLink | null) => void
}) {
  const t = useTranslations('links')
  const words = useErrorWords()
  const id = useId()
  const make = useMakeShare(projectId)
  const [label, setLabel] = useState('')
  const [expiry, setExpiry] = useState<Expiry>('never')
  const [password, setPassword] = useState('')
  const [allowDownload, setAllowDownload] = useState(true)
  const [isShort, setShort] = useState(false)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const isWrong = password !== '' && password.length < SHORTEST_PASSWORD
    setShort(isWrong)
    if (isWrong) return
    onMade(null)
    make.mutate(
      { filmId, label, expiresAt: expiresAt(expiry), password: password || null, allowDownload },
      {
        onSuccess: (link) => {
          onMade(link)
          setLabel('')
          setPassword('')
        },
      },
    )
  }
  return (
    <form onSubmit={submit} noValidate className="grid gap-3 sm:grid-cols-[1fr_11rem_1fr]">
      <Field id={`${id}-label`} label={t('label')}>
        <input
          id={`${id}-label`}
          value={label}
          maxLength={80}
          placeholder={t('labelExample')}
          onChange={(event) => setLabel(event.target.value)}
          className={BOX}
        />
      </Field>
      <Field id={`${id}-expiry`} label={t('expiry')}>
        <Select
          id={`${id}-expiry`}
          value={expiry}
          onChange={(event) => setExpiry(event.target.value as Expiry)}
        >
          {EXPIRIES.map((one) => (
            <option key={one} value={one}>
              {t(`expires.${one}`)}
            </option>
          ))}
        </Select>
      </Field>
      <Field id={`${id}-password`} label={t('password')} error={isShort ? t('passwordShort') : undefined}>
        <input
          id={`${id}-password`}
          type="password"
          autoComplete="new-password"
          value={password}
          maxLength={200}
          placeholder={t('passwordNone')}
          aria-invalid={isShort}
          aria-describedby={isShort ? `${id}-password-error` : undefined}
          onChange={(event) => setPassword(event.target.value)}
          className={BOX}
        />
      </Field>
      <div className="flex flex-wrap items-center justify-between gap-3 sm:col-span-3">
        <Switch
          id={`${id}-download`}
          label={t('allowDownload')}
          checked={allowDownload}
          onChange={setAllowDownload}
        />
        <Button type="submit" look="primary" disabled={make.isPending}>
          {t('make')}
        </Button>
      </div>
      {make.error ? (
        <div className="sm:col-span-3">
          <FieldError id={`${id}-error`}>{words(make.error)}</FieldError>
        </div>
      ) : null}
    </form>
  )
}
