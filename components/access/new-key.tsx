'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useId, useState } from 'react'
import { CopyLine } from '@/components/settings/copy-line'
import { useErrorWords } from '@/components/task/error-words'
import { Button } from '@/components/ui/button'
import { Field, FieldError } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { ROLES, type Role } from '@/lib/access/schema'
import { useMakeKey } from './queries'

const LONGEST = 60

/** A key is made and shown once; then only its first letters are known. */
export function NewKey() {
  const t = useTranslations('access')
  const words = useErrorWords()
  const id = useId()
  const make = useMakeKey()
  const [name, setName] = useState('')
  const [role, setRole] = useState<Role>('editor')
  const [isWrong, setWrong] = useState(false)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const isBad = name.trim() === '' || name.trim().length > LONGEST
    setWrong(isBad)
    if (!isBad) make.mutate({ name, role }, { onSuccess: () => setName('') })
  }
  if (make.data) {
    return (
      <div role="status" className="flex flex-col gap-2 rounded border border-edge bg-paper p-3">
        <p>{t('made', { name: make.data.key.name })}</p>
        <CopyLine text={make.data.secret} />
        <Button className="self-start" onClick={() => make.reset()}>
          {t('done')}
        </Button>
      </div>
    )
  }
  const problem = isWrong ? t('nameWrong') : make.error ? words(make.error) : undefined
  return (
    <form onSubmit={submit} noValidate className="grid items-end gap-3 sm:grid-cols-[1fr_14rem_auto]">
      <Field id={`${id}-name`} label={t('name')}>
        <input
          id={`${id}-name`}
          value={name}
          placeholder={t('namePlaceholder')}
          aria-invalid={problem !== undefined}
          aria-describedby={problem ? `${id}-name-error` : undefined}
          onChange={(event) => setName(event.target.value)}
          className="h-9 rounded border border-line bg-paper px-3 hover:border-edge pointer-coarse:h-11 aria-invalid:border-failed"
        />
      </Field>
      {problem ? (
        // A row of its own on a wide page, so that the fields and the button stay in one line.
        <div className="sm:col-span-3 sm:row-start-2">
          <FieldError id={`${id}-name-error`}>{problem}</FieldError>
        </div>
      ) : null}
      <Field id={`${id}-role`} label={t('roleLabel')}>
        <Select id={`${id}-role`} value={role} onChange={(event) => setRole(event.target.value as Role)}>
          {ROLES.map((one) => (
            <option key={one} value={one}>
              {t(`role.${one}`)}
            </option>
          ))}
        </Select>
      </Field>
      <Button type="submit" disabled={make.isPending}>
        {t('make')}
      </Button>
      <p className="text-soft text-sm sm:col-span-3">{t(`roleWhat.${role}`)}</p>
    </form>
  )
}
