'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useId, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { Switch } from '@/components/ui/switch'
import type { ExportRequest } from '@/lib/project/export/schema'
import type { FilmView } from '@/lib/project/schema'
import { offeredSizes } from './sizes'

interface ExportFormProps {
  film: FilmView
  /** Whether captions are in the film's picture. */
  burnt: boolean
  isBusy: boolean
  onMake: (wanted: ExportRequest) => void
}

/** The film at another size, with captions in its picture or without. */
export function ExportForm({ film, burnt, isBusy, onMake }: ExportFormProps) {
  const t = useTranslations('export')
  const id = useId()
  const sizes = offeredSizes(film)
  const own = Math.min(film.width, film.height)
  const [side, setSide] = useState(
    () => (sizes.find((size) => size.is === 'smaller') ?? sizes[0])?.shortSide ?? own,
  )
  const [captions, setCaptions] = useState(burnt)
  const isSame = side === own && captions === burnt
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onMake({ format: 'mp4', captions, ...(side === own ? {} : { shortSide: side }) })
  }
  return (
    <form onSubmit={submit} className="flex flex-wrap items-end gap-x-6 gap-y-3">
      <div className="min-w-48 flex-1">
        <Field id={`${id}-size`} label={t('size')}>
          <Select id={`${id}-size`} value={side} onChange={(event) => setSide(Number(event.target.value))}>
            {sizes.map(({ shortSide, width, height, is }) => (
              <option key={shortSide} value={shortSide}>
                {t(`sizes.${is}`, { width: String(width), height: String(height) })}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      <div className="flex h-9 items-center pointer-coarse:h-11">
        <Switch id={`${id}-captions`} label={t('captions')} checked={captions} onChange={setCaptions} />
      </div>
      <Button type="submit" look="primary" disabled={isBusy || isSame}>
        {t('make')}
      </Button>
      <p className="w-full text-soft text-sm">
        {t(isSame ? 'same' : captions === burnt ? 'resized' : 'recut')}
      </p>
    </form>
  )
}
