'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { useId } from 'react'

interface NumberLineProps {
  label: string
  field: { value: number | null; type(value: number | null): void; onBlur(): void }
  min: number
  max: number
  step?: number
  /** What the engine takes when nobody says otherwise; null when it does not tell. */
  usual: number | null
}

/** A number that may be left to the engine by emptying it. */
export function NumberLine({ label, field, min, max, step = 1, usual }: NumberLineProps) {
  const t = useTranslations('panel')
  const format = useFormatter()
  const id = useId()
  return (
    <div className="flex items-center gap-2 text-sm">
      <label htmlFor={id} className="flex-1 text-soft">
        {label}
      </label>
      <input
        id={id}
        type="number"
        min={min}
        max={max}
        step={step}
        value={field.value ?? ''}
        placeholder={usual === null ? t('asEngine') : t('usual', { number: format.number(usual) })}
        onChange={(event) => {
          const next = event.target.valueAsNumber
          if (event.target.value === '') field.type(null)
          else if (Number.isFinite(next)) field.type(Math.min(max, Math.max(min, next)))
        }}
        onBlur={field.onBlur}
        className="numeric h-8 w-32 rounded border border-line bg-paper px-2 placeholder:text-soft hover:border-edge"
      />
    </div>
  )
}
