/**
 * Runner: the process that takes tasks from the queue and has their stages make the assets. Any number of runners share
 * one database and one storage.
 */

import type { Recipe } from '@/lib/asset/recipe'
import { findEngine } from '@/lib/engine/registry'
import { STAGES } from '@/lib/stage/stages'
import type { WorkType } from '@/lib/task/schema'
import { findTask, type TaskRow } from '@/lib/task/store'
import { type Job, takeTurn } from '@/lib/task/turn/store'
import { attempt } from './attempt'
import { drawTogether } from './together'

/** One attempt at one task, unless its job had to go back. Throws only to have the queue try again. */
export async function perform(job: Job): Promise<'paused' | 'crowded' | 'settled'> {
  const batch = await batchOf(await findTask(job.id))
  const turn = await takeTurn(job, batch?.most)
  if (turn === 'paused' || turn === 'crowded') return turn
  if (turn === 'over') return 'settled'
  const [own, ...others] = turn
  if (batch && own && others.length > 0) await drawTogether(batch, own, others)
  else if (own) await attempt(own, STAGES[own.row.type as WorkType])
  return 'settled'
}

/** Its engine's way to make several at once; undefined where there is none. */
async function batchOf(row: TaskRow | null) {
  if (row?.type !== 'frame' || !row.recipe) return undefined
  const engine = await findEngine((row.recipe as unknown as Recipe).engine)
  return engine?.kind === 'frame' ? engine.batch : undefined
}
