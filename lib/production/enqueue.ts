import type { Recipe } from '@/lib/asset/recipe'
import { findAssets } from '@/lib/asset/store'
import type { Tx } from '@/lib/base/db'
import { findEngine } from '@/lib/engine/registry'
import { raiseWork } from '@/lib/task/line/store'
import { type Delivery, enqueueTask } from '@/lib/task/queue'
import type { WorkType } from '@/lib/task/schema'
import { dropWork, insertWork, type TaskRow } from '@/lib/task/store'
import { hasFailedFor, linkWant } from '@/lib/task/want/store'
import { PRIORITIES, RUNNERS_OWN } from './wanted'

/** ffmpeg works where the runner is; an engine says itself. One that is away keeps its tasks waiting for it. */
async function deliveryOf(tx: Tx, type: WorkType, recipe: Recipe): Promise<Delivery> {
  if (RUNNERS_OWN.has(type)) return { queue: 'cpu', group: 'cpu' }
  return (await findEngine(recipe.engine, tx))?.resource ?? { queue: 'gpu', group: 'away' }
}

export interface WantedAsset {
  /** Its priority is the step that somebody moved it up to; 0 for most. */
  target: Pick<TaskRow, 'id' | 'priority'>
  projectId: string
  type: WorkType
  sceneId: string | null
  fingerprint: string
  recipe: Recipe
}

/** One live task for a fingerprint, wanted by this target too; row and job are written together. */
export async function enqueueWork(tx: Tx, wanted: WantedAsset): Promise<void> {
  const { target, projectId, type, sceneId, fingerprint, recipe } = wanted
  const delivery = await deliveryOf(tx, type, recipe)
  const priority = PRIORITIES[type] + target.priority
  const { row, isNew } = await insertWork(tx, {
    projectId,
    type,
    sceneId,
    fingerprint,
    recipe,
    priority,
    payload: delivery,
  })
  // Settled since the plan was: its asset is there, or it failed for this target; whoever settled it produces again.
  if (isNew && (await isSettled(tx, target.id, fingerprint))) return dropWork(tx, row.id)
  await linkWant(tx, target.id, row.id)
  if (isNew) await enqueueTask(tx, row.id, priority, delivery)
  else if (row.priority < priority) await raiseWork(tx, [row.id], target.priority)
}

const isSettled = async (tx: Tx, targetId: string, fingerprint: string): Promise<boolean> =>
  (await findAssets([fingerprint], tx)).size > 0 || (await hasFailedFor(tx, targetId, fingerprint))
