'use client'

import { useTranslations } from 'next-intl'
import type { WorkType } from '@/lib/task/schema'

interface Stop {
  stage: WorkType
  /** Of the scene; undefined for the film's own parts and for a scene that is gone. */
  number: number | undefined
}

/** "Stopped at scene 2, the picture."; nothing where that is unknown. */
export function useStoppedWords(): (stop: Stop | null) => string {
  const t = useTranslations('queue')
  return (stop) => {
    if (!stop) return ''
    const stage = t(`stage.${stop.stage}`)
    return stop.number ? t('stoppedInScene', { number: stop.number, stage }) : t('stopped', { stage })
  }
}
