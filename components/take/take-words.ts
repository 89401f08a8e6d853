'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { useTouchedWords } from '@/components/i18n/use-words'
import { useEngineWords } from '@/components/scene/engine-words'
import type { ShownTake } from './takes-of'

export interface TakeWords {
  /** `Take 3`. */
  name: string
  /** Who made it. */
  maker: string
  /** What it came of: its seed, or the file it was. */
  source: string
  /** Its size or length. */
  measure: string
  age: string
  /** The full date. */
  date: string
}

/** A take in words; its number is its place among its siblings. */
export function useTakeWords(takes: readonly ShownTake[]): (take: ShownTake) => TakeWords {
  const t = useTranslations('take')
  const format = useFormatter()
  const engine = useEngineWords()
  const touched = useTouchedWords()
  return (take) => {
    const { words: age, full: date } = touched(take.createdAt)
    return {
      name: t('number', { number: takes.indexOf(take) + 1 }),
      maker: engine(take.engine) ?? '',
      source: take.label || (take.seed === null ? '' : t('seed', { seed: String(take.seed) })),
      measure:
        take.durationMs === null
          ? take.width === null || take.height === null
            ? ''
            : t('pixels', { width: String(take.width), height: String(take.height) })
          : t('seconds', { seconds: format.number(take.durationMs / 1000, { maximumFractionDigits: 1 }) }),
      age,
      date,
    }
  }
}
