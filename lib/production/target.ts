import { fingerprintOf } from '@/lib/asset/fingerprint'
import { noteGone } from '@/lib/asset/lost'
import type { Json, Recipe } from '@/lib/asset/recipe'
import { findAssets } from '@/lib/asset/store'
import { inTransaction, type Tx } from '@/lib/base/db'
import { StudioError } from '@/lib/base/errors'
import { openQueue, stopJobs } from '@/lib/task/queue'
import { isFinal, type TargetType, type TaskStatus, targetPayloadSchema } from '@/lib/task/schema'
import {
  findExportTarget,
  findTask,
  insertTarget,
  listWorkOnlyFor,
  settleTask,
  type TaskRow,
} from '@/lib/task/store'
import { deliveryOfRow } from './delivery'
import { needIngredients } from './ingredients'
import { produce } from './produce'
import { standsOn } from './stands-on'
import { lockProject } from './store'

export interface TargetRequest {
  type: TargetType
  sceneIds?: string[] | null
  callerIds?: Record<string, string | number>
  format?: 'wav' | 'mp3'
  warnings?: string[]
  again?: { recipes: Recipe[]; anchors: Record<string, number> }
  /** Of an export: recipes of what it needs, its file last, and what was asked for. */
  exported?: { recipes: Recipe[]; what: Json }
}

/**
 * Asks for something and starts the work. The target is pinned to the newest revision. A file that is being made, or lies
 * ready, is answered with the target that made it. Files that a disk has lost meanwhile are made again. Throws `not_found`, and
 * `conflict` for an export that stands on something gone.
 */
export async function startTarget(projectId: string, request: TargetRequest): Promise<TaskRow> {
  const { type, ...payload } = request
  await noteGone(await standsOn(projectId, request))
  if (request.exported) await needIngredients(request.exported.recipes)
  const target = await inTransaction(async (tx) => {
    const project = await lockProject(tx, projectId)
    const same = await sameExport(tx, projectId, request.exported?.recipes.at(-1))
    if (same) return same
    return insertTarget(tx, {
      projectId,
      type,
      payload: targetPayloadSchema.parse(payload),
      revision: project.revision > 0 && type !== 'storyboard' ? project.revision : null,
    })
  })
  await produce(projectId)
  return (await findTask(target.id)) ?? target
}

/** Null, too, when its file was swept since. */
async function sameExport(tx: Tx, projectId: string, file: Recipe | undefined): Promise<TaskRow | null> {
  const row = file ? await findExportTarget(tx, projectId, file) : null
  if (!file || row?.status !== 'done') return row
  return (await findAssets([fingerprintOf(file)], tx)).size > 0 ? row : null
}

/** Ends a target or a single piece of work; what is made stays. A final task is answered as it is. */
export async function cancelTask(id: string): Promise<TaskRow> {
  await openQueue('send')
  const row = await findTask(id)
  if (!row) throw new StudioError('not_found', `no task ${id}`)
  if (isFinal(row.status as TaskStatus)) return row
  await inTransaction(async (tx) => {
    await lockProject(tx, row.projectId)
    const work = row.target ? await listWorkOnlyFor(tx, id) : [row]
    await settleTask(tx, id, { status: 'cancelled' })
    await stopWork(tx, work)
  })
  if (!row.target) await produce(row.projectId)
  return (await findTask(id)) ?? row
}

async function stopWork(tx: Tx, work: readonly TaskRow[]): Promise<void> {
  for (const task of work) {
    await settleTask(tx, task.id, { status: 'cancelled' })
  }
  await stopJobs(
    tx,
    work.map((task) => ({ id: task.id, queue: deliveryOfRow(task).queue })),
  )
}

/** A failed or cancelled task asked for again: a new one, which reuses all that was made. */
export async function retryTask(id: string): Promise<TaskRow> {
  const row = await findTask(id)
  if (!row) throw new StudioError('not_found', `no task ${id}`)
  if (!isFinal(row.status as TaskStatus)) {
    throw new StudioError('conflict', `task ${id} is still ${row.status}`, {
      userMessage: 'This is still at work. Cancel it first to start it again.',
    })
  }
  if (row.target) {
    const { sceneIds, callerIds, format, again, exported } = targetPayloadSchema.parse(row.payload)
    return startTarget(row.projectId, {
      type: row.type as TargetType,
      sceneIds,
      callerIds,
      format,
      ...(again ? { again: { ...again, recipes: again.recipes as unknown as Recipe[] } } : {}),
      ...(exported ? { exported: exported as unknown as TargetRequest['exported'] } : {}),
    })
  }
  const type = TARGET_OF[row.type] ?? 'render'
  return startTarget(row.projectId, { type, sceneIds: row.sceneId ? [row.sceneId] : null })
}

const TARGET_OF: Record<string, TargetType> = {
  storyboard: 'storyboard',
  frame: 'frames',
  clip: 'clips',
  narration: 'narration',
}
