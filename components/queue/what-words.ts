'use client'

import { useTranslations } from 'next-intl'
import { useExportWords } from '@/components/export/export-words'
import type { QueueTarget, QueueWork } from '@/lib/project/queue/schema'
import { TARGET_TYPES, WORK_TYPES } from '@/lib/task/schema'

/** "The whole film", "Pictures of 3 scenes", "Voice of scene 4", "Film, 854 × 480". */
export function useTargetWords(): (target: QueueTarget) => string {
  const t = useTranslations('queue')
  const file = useExportWords()
  return ({ task, sceneCount, scene, exported }) => {
    if (exported) return file(exported)
    const type = TARGET_TYPES.find((name) => name === task.type) ?? 'render'
    if (sceneCount === null) return t(`whole.${type}`)
    return scene ? t(`one.${type}`, { number: scene.number }) : t(`some.${type}`, { count: sceneCount })
  }
}

/** "scene 2, the picture", "the cut": to stand within a sentence. */
export function usePieceWords(): (work: QueueWork) => string {
  const t = useTranslations('queue')
  return ({ task, scene }) => {
    const stage = t(`stage.${WORK_TYPES.find((name) => name === task.type) ?? 'film'}`)
    return scene ? t('piece', { number: scene.number, stage }) : stage
  }
}

/** "Picture", "Cut and captions"; the scene is told beside it. */
export function useWorkWords(): (work: QueueWork) => string {
  const t = useTranslations('queue')
  return ({ task }) => t(`work.${WORK_TYPES.find((name) => name === task.type) ?? 'film'}`)
}
