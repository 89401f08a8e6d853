'use client'

import { useTranslations } from 'next-intl'
import { SLOTS, type Slot } from '@/lib/storyboard/schema'

/** What is there already and is not made twice. */
export function Kept({ ready }: { ready: Readonly<Record<Slot, number>> }) {
  const t = useTranslations('task')
  const parts = SLOTS.filter((slot) => ready[slot] > 0).map((slot) =>
    t(`kept.${slot}`, { count: ready[slot] }),
  )
  return parts.length > 0 ? t('keptParts', { parts: parts.join(t('comma')) }) : t('keptStory')
}
