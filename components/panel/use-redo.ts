'use client'

import { useTranslations } from 'next-intl'
import { useCallback } from 'react'
import { useEditor, usePlanned } from '@/components/editor/editor-context'
import { useStartTarget } from '@/components/project/start-target'
import { useTellError } from '@/components/task/tell-error'
import type { TargetPreview } from '@/lib/project/schema'
import { TARGET_OF } from '@/lib/project/upgrade'
import { previewTarget } from '@/lib/project/view'
import type { Edit } from '@/lib/storyboard/edits'
import type { Operation, Step } from '@/lib/storyboard/operations'
import type { Slot, Storyboard } from '@/lib/storyboard/schema'
import { estimateMs, withMore } from '@/lib/task/estimate'
import { newSeed } from './seed'

export interface RedoWish {
  slot: Slot
  sceneIds: readonly string[]
  /** Another picture of the same words; else the same one again where it is missing or stale. */
  fresh: boolean
}

/** New seeds for a slot of scenes, their chosen takes let go; null when nothing has to be changed. */
function redoOperation(board: Storyboard, { slot, sceneIds, fresh }: RedoWish): Operation | null {
  const steps = board.scenes
    .filter((scene) => sceneIds.includes(scene.id))
    .flatMap((scene): Step[] => {
      const edits: Edit[] = []
      const pin = scene.pins[slot]
      if (fresh) edits.push({ field: `seeds.${slot}`, value: newSeed(), before: scene.seeds[slot] })
      if (fresh && slot === 'frame' && !scene.ownSeed && board.settings.frame.seedPolicy === 'fixed')
        edits.push({ field: 'ownSeed', value: true, before: false })
      if (pin) edits.push({ field: `pins.${slot}`, value: null, before: pin })
      return edits.length > 0 ? [{ type: 'scene.update', sceneId: scene.id, edits }] : []
    })
  return steps.length > 0 ? { type: 'batch', name: 'again', steps } : null
}

/** What redoing would run, reuse and cost, and the way to do it. */
export function useRedo() {
  const { projectId, store, edit } = useEditor()
  const { board, plan, workspace } = usePlanned()
  const start = useStartTarget(projectId)
  const tellError = useTellError()

  const preview = useCallback(
    ({ slot, sceneIds, fresh }: RedoWish): TargetPreview => {
      const asItIs = previewTarget(plan, TARGET_OF[slot], sceneIds, workspace)
      // Another one of what is ready is one more to make. Nothing else follows: a new plan would say no more.
      const makers = plan.board.flatMap(({ sceneId, slots }, i) => {
        const { state, recipe } = slots[slot]
        const isAgain =
          sceneIds.includes(sceneId) &&
          state === 'ready' &&
          (fresh || board.scenes[i]?.pins[slot] !== undefined)
        return isAgain && recipe ? [recipe.engine] : []
      })
      const again = makers.length
      if (again === 0) return asItIs
      const load = makers.reduce((sum, engine) => withMore(sum, slot, engine, 1), asItIs.load)
      return {
        left: { ...asItIs.left, [slot]: (asItIs.left[slot] ?? 0) + again },
        load,
        toMake: asItIs.toMake + again,
        reused: asItIs.reused - again,
        estimateMs: estimateMs(load, workspace.pace, workspace.slots),
      }
    },
    [board, plan, workspace],
  )
  const redo = async (wish: RedoWish): Promise<void> => {
    const operation = redoOperation(store.getState().local.shown, wish)
    if (operation && !edit(operation)) return
    // The work is pinned to a revision: it must be the one that is on screen.
    await store.saved()
    start.mutate({ type: TARGET_OF[wish.slot], sceneIds: [...wish.sceneIds] }, { onError: tellError })
  }
  return { preview, redo, isStarting: start.isPending }
}

/** "1 picture, about 2 s". */
export function useCostWords(): (preview: TargetPreview) => string {
  const t = useTranslations('panel')
  const comma = useTranslations('task')('comma')
  return ({ left, estimateMs }) => {
    const parts = (['frame', 'clip', 'narration'] as const).flatMap((slot) =>
      left[slot] ? [t(`made.${slot}`, { count: left[slot] })] : [],
    )
    if (parts.length === 0) return t('nothingToMake')
    return [...parts, t('about', { seconds: Math.max(1, Math.round(estimateMs / 1000)) })].join(comma)
  }
}
