'use client'

import { useTranslations } from 'next-intl'
import { useLengthWords } from '@/components/i18n/use-words'
import type { TaskView } from '@/lib/task/schema'

const DOING: Partial<Record<TaskView['type'], 'frame' | 'narration' | 'clip'>> = {
  frame: 'frame',
  narration: 'narration',
  clip: 'clip',
}

/** "drawing, 4 s left" or "waiting, 3rd in line". */
export function useTaskWords(): (task: TaskView, place: number | null) => string {
  const t = useTranslations('task')
  const length = useLengthWords()
  return (task, place) => {
    if (task.status === 'pending') return place ? t('inLine', { place }) : t('waiting')
    const doing = t(`doing.${DOING[task.type] ?? 'other'}`)
    return task.leftMs ? t('doingLeft', { doing, left: length(task.leftMs) }) : doing
  }
}
