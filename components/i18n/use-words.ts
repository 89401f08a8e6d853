'use client'

import { useFormatter, useLocale, useNow, useTranslations } from 'next-intl'
import { spokenLength } from './duration'

/** `14 s`, `1 min 25 s`, `2 h 5 min`. */
export function useLengthWords(): (ms: number) => string {
  const t = useTranslations('length')
  return (ms) => {
    const { unit, ...parts } = spokenLength(ms)
    return t(unit, parts)
  }
}

/** `3 minutes ago`, kept right while the page is open, with the full date for a tooltip. */
export function useTouchedWords(): (iso: string) => { words: string; full: string } {
  const format = useFormatter()
  const locale = useLocale()
  const t = useTranslations('length')
  const now = useNow({ updateInterval: 30_000 })
  return (iso) => {
    const date = new Date(iso)
    const full = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(date)
    // A clock a little behind the server's must not say "in 2 seconds".
    const words = now.getTime() - date.getTime() < 45_000 ? t('now') : format.relativeTime(date, now)
    return { words, full }
  }
}

/** `12.4 MB`. */
export function useSizeWords(): (bytes: number) => string {
  const format = useFormatter()
  return (bytes) => {
    const [value, unit] =
      bytes < 1e6 ? [bytes / 1e3, 'kilobyte' as const] : [bytes / 1e6, 'megabyte' as const]
    return format.number(value, {
      style: 'unit',
      unit,
      unitDisplay: 'short',
      maximumFractionDigits: value < 10 ? 1 : 0,
    })
  }
}
