'use client'

import { useTranslations } from 'next-intl'
import { useLengthWords } from '@/components/i18n/use-words'
import { useEngineWords } from '@/components/scene/engine-words'
import type { TaskView } from '@/lib/task/schema'

const DOING: Partial<Record<TaskView['type'], 'frame' | 'narration' | 'clip'>> = {
  frame: 'frame',
  narration: 'narration',
  clip: 'clip',
}

/** The engine that is away, by its model's name: "sd-turbo". */
export function useAwaitedWords(): (task: TaskView) => string | null {
  const engine = useEngineWords()
  return ({ waitingFor }) => waitingFor && (engine(waitingFor) ?? waitingFor)
}

/** "drawing, 4 s left", "waiting for sd-turbo to come back" or "waiting, 3rd in line". */
export function useTaskWords(): (task: TaskView, place: number | null) => string {
  const t = useTranslations('task')
  const length = useLengthWords()
  const awaited = useAwaitedWords()
  return (task, place) => {
    const engine = awaited(task)
    if (engine) return t('away', { engine })
    if (task.status === 'pending') return place ? t('inLine', { place }) : t('waiting')
    const doing = t(`doing.${DOING[task.type] ?? 'other'}`)
    return task.leftMs ? t('doingLeft', { doing, left: length(task.leftMs) }) : doing
  }
}
