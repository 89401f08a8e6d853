'use client'

import { useTranslations } from 'next-intl'
import { stateIn, useEngineChoice } from '@/components/engine/engine-choice'
import { useLengthWords } from '@/components/i18n/use-words'
import type { EnginesView } from '@/lib/engine/connection/schema'
import type { UpgradePreview } from '@/lib/project/upgrade'
import { SLOTS, type Slot } from '@/lib/storyboard/schema'

interface UpgradeCostProps {
  preview: UpgradePreview
  slot: Slot
  engine: string
  view: EnginesView | undefined
  /** It holds for scenes to come as well. */
  isFilm: boolean
}

/** What it makes, reuses, leaves alone and makes stale, one line each. */
export function UpgradeCost({ preview, slot, engine, view, isFilm }: UpgradeCostProps) {
  const t = useTranslations('upgrade')
  const made = useTranslations('panel.made')
  const comma = useTranslations('task')('comma')
  const length = useLengthWords()
  const choice = useEngineChoice(view)
  const { left, toMake, estimateMs, reused, pinned, uploads, staleClips, operation } = preview
  const parts = SLOTS.flatMap((name) => (left[name] ? [made(name, { count: left[name] })] : []))
  const state = stateIn(view, engine)
  const lines = [
    operation === null && toMake === 0
      ? t('same')
      : toMake > 0
        ? t('runs', { what: parts.join(comma), length: length(Math.max(1_000, estimateMs)) })
        : t('nothing'),
    // A chosen take is told of by itself.
    reused > pinned && t('reuses', { count: reused - pinned }),
    pinned > 0 && t('pinned', { count: pinned, uploads }),
    staleClips > 0 && t('stale', { count: staleClips }),
    slot === 'narration' && operation !== null && t('voice'),
    isFilm && operation !== null && t('film'),
    view && state !== 'ready' && toMake > 0 && t('away', { name: choice(engine) }),
  ]
  return (
    <ul aria-live="polite" className="flex flex-col gap-1 rounded border border-line bg-paper p-3 text-sm">
      {lines.filter(Boolean).map((line, i) => (
        <li key={String(line)} className={i === 0 ? 'numeric font-medium' : 'numeric text-soft'}>
          {line}
        </li>
      ))}
    </ul>
  )
}
