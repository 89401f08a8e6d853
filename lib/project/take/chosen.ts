import { listDiscarded, restoreTake, type TakeKey } from '@/lib/asset/takes'
import type { Tx } from '@/lib/base/db'
import { loadPlan } from '@/lib/production/lookup'
import type { Storyboard } from '@/lib/storyboard/schema'
import { getRevision } from '@/lib/storyboard/store'

/** Whether the film has this take: it is pinned, what the scene's current recipe makes, or somebody's anchor. */
export async function isChosen(tx: Tx, take: TakeKey, revision: number): Promise<boolean> {
  if (revision === 0) return false
  const { storyboard } = await getRevision(take.projectId, revision, tx)
  return (await chosenIn(tx, take.projectId, storyboard))(take)
}

/** Takes that were thrown away and that a storyboard uses again, by an undo or an edit, are takes again. */
export async function bringBackChosen(tx: Tx, projectId: string, board: Storyboard): Promise<void> {
  const discarded = await listDiscarded({ projectId }, tx)
  if (discarded.length === 0) return
  const isUsed = await chosenIn(tx, projectId, board)
  for (const take of discarded) if (isUsed(take)) await restoreTake(tx, take)
}

async function chosenIn(tx: Tx, projectId: string, board: Storyboard): Promise<(take: TakeKey) => boolean> {
  const { plan } = await loadPlan({ projectId, board }, tx)
  const scenes = new Map(plan.board.map((scene) => [scene.sceneId, scene]))
  const anchors = new Set(board.cast.map((member) => member.anchor))
  return ({ sceneId, slot, fingerprint }) =>
    scenes.get(sceneId)?.slots[slot].chosen === fingerprint || (slot === 'frame' && anchors.has(fingerprint))
}
