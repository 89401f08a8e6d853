/** What giving scenes another engine would do, told before it is done. Pure: the page works it out by itself. */
import type { Knowledge } from '@/lib/plan/knowledge'
import type { Plan } from '@/lib/plan/plan'
import { touchedBy } from '@/lib/plan/touched'
import { isUpload } from '@/lib/plan/upload'
import { applyOperation } from '@/lib/storyboard/apply'
import type { Operation } from '@/lib/storyboard/operations'
import type { Slot, Storyboard } from '@/lib/storyboard/schema'
import { type UpgradeWish, upgradeOperation } from '@/lib/storyboard/upgrade'
import type { MakingType } from '@/lib/task/schema'
import type { TargetPreview, Workspace } from './schema'
import { previewTarget } from './view'

export interface UpgradePreview extends TargetPreview {
  /** Null when the scenes have the engine already. */
  operation: Operation | null
  /** What to ask for to have it made. */
  target: MakingType
  /** Scenes it is about. */
  scenes: number
  /** Of those, scenes whose take somebody has chosen, which stays; among them the writer's own files. */
  pinned: number
  uploads: number
  /** Movements that are right now and would not be any more, since they follow from what is made anew. */
  staleClips: number
}

export const TARGET_OF: Record<Slot, MakingType> = { frame: 'frames', clip: 'clips', narration: 'narration' }

export function previewUpgrade(
  { board, plan, known }: { board: Storyboard; plan: Plan; known: Knowledge },
  wish: UpgradeWish,
  workspace: Pick<Workspace, 'pace' | 'slots'>,
): UpgradePreview {
  const { slot, sceneIds } = wish
  const operation = upgradeOperation(board, wish)
  const changed = operation ? applyOperation(board, operation, { force: true }).storyboard : board
  const { after, count } = touchedBy(plan, changed, known)
  const target = TARGET_OF[slot]
  const isMeant = (id: string) => sceneIds === null || sceneIds.includes(id)
  const meant = board.scenes.filter((scene) => isMeant(scene.id))
  const pins = meant.flatMap((scene) => known.assets.get(scene.pins[slot] ?? '') ?? [])
  return {
    ...previewTarget(after, target, sceneIds, workspace),
    operation,
    target,
    scenes: meant.length,
    pinned: pins.length,
    uploads: pins.filter(({ recipe }) => isUpload(recipe)).length,
    staleClips: slot === 'clip' ? 0 : count.clip,
  }
}
