'use client'

import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import type { BoardScene } from '@/components/scene/board'
import { SegmentedControl } from '@/components/ui/segmented-control'
import { SLOTS, type Slot } from '@/lib/storyboard/schema'
import { SceneTakes } from './scene-takes'

/** The takes of a scene: of its picture, its movement or its voice. */
export function TakesRoom({ scene }: { scene: BoardScene }) {
  const t = useTranslations('take')
  const words = useTranslations('scene')
  const label = useId()
  const [slot, setSlot] = useState<Slot>('frame')
  return (
    <div className="flex flex-col gap-4">
      <span id={label} className="sr-only">
        {t('of')}
      </span>
      <SegmentedControl
        labelledBy={label}
        value={slot}
        segments={SLOTS.map((value) => ({ value, label: words(`slot.${value}`) }))}
        onChange={setSlot}
      />
      <SceneTakes scene={scene} slot={slot} />
    </div>
  )
}
