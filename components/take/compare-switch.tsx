'use client'

import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { SegmentedControl } from '@/components/ui/segmented-control'
import type { Slot } from '@/lib/storyboard/schema'
import type { CompareMode } from './take-stage'

interface CompareSwitchProps {
  slot: Slot
  mode: CompareMode
  onMode: (mode: CompareMode) => void
}

/** How the take that is looked at is held against the one in the film. */
export function CompareSwitch({ slot, mode, onMode }: CompareSwitchProps) {
  const t = useTranslations('take')
  const label = useId()
  const modes: CompareMode[] = slot === 'narration' ? ['one', 'side'] : ['one', 'side', 'slider']
  return (
    <div className="ml-auto">
      <span id={label} className="sr-only">
        {t('compare')}
      </span>
      <SegmentedControl
        labelledBy={label}
        value={mode}
        segments={modes.map((value) => ({ value, label: t(`mode.${value}`) }))}
        onChange={onMode}
      />
    </div>
  )
}
