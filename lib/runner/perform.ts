/**
 * Runner: the process that takes tasks from the queue and has their stages make the assets. Any number of runners share
 * one database and one storage.
 */

import type { Recipe } from '@/lib/asset/recipe'
import { findAsset } from '@/lib/asset/store'
import { errorShape, isStudioError, StudioError } from '@/lib/base/errors'
import { log } from '@/lib/base/log'
import { produceForWork } from '@/lib/production/follow'
import { STAGES } from '@/lib/stage/stages'
import { withAttemptFolder } from '@/lib/storage/attempt'
import type { WorkType } from '@/lib/task/schema'
import { beginTask, inTransaction, returnTask, settleTask, type TaskRow } from '@/lib/task/store'
import { waitForEngine } from '@/lib/task/wait/store'
import { reporterOf } from './report'

export interface Job {
  id: string
  retryCount: number
  retryLimit: number
}

/** Tasks at work in this process; the cancel listener aborts them. */
export const atWork = new Map<string, AbortController>()

/** Set while the runner leaves: an aborted task is then given back, not ended. */
export const leaving = new AbortController()

/** One attempt at one task, unless the line is paused. Throws only to have the queue try again. */
export async function perform(job: Job): Promise<'paused' | 'settled'> {
  const row = await beginTask(job.id, job.retryCount)
  if (row === 'paused') return row
  if (!row) return 'settled'
  const controller = new AbortController()
  atWork.set(row.id, controller)
  const signal = AbortSignal.any([controller.signal, leaving.signal])
  const startedAt = performance.now()
  try {
    await makeAsset(row, job.retryCount, signal)
    await inTransaction((tx) => settleTask(tx, row.id, { status: 'done' }))
    log.info({ task: row.id, type: row.type, ms: Math.round(performance.now() - startedAt) }, 'made')
  } catch (error) {
    await settleFailure(row, job, controller.signal.aborted, error)
  } finally {
    atWork.delete(row.id)
    await produceForWork(row.id)
  }
  return 'settled'
}

async function makeAsset(row: TaskRow, attempt: number, signal: AbortSignal): Promise<void> {
  const { fingerprint, recipe } = row
  if (!fingerprint || !recipe) throw new StudioError('internal', `task ${row.id} has no recipe`)
  // A crash between keeping and settling, or another runner's second attempt.
  if (await findAsset(fingerprint)) return
  const report = reporterOf(row)
  try {
    await withAttemptFolder(row.id, attempt, async (folder) => {
      const task = { id: row.id, fingerprint, recipe: recipe as unknown as Recipe }
      await STAGES[row.type as WorkType](task, { folder, signal, onProgress: report.onProgress })
    })
  } finally {
    await report.close()
  }
}

const isAway = (error: unknown): boolean =>
  isStudioError(error) && error.code === 'engine_unavailable' && error.retry

async function settleFailure(row: TaskRow, job: Job, isCancelled: boolean, error: unknown): Promise<void> {
  if (isCancelled) {
    await inTransaction((tx) => settleTask(tx, row.id, { status: 'cancelled' }))
    return
  }
  const engine = (row.recipe as Recipe | null)?.engine
  if (engine && isAway(error) && !leaving.signal.aborted) {
    log.warn({ task: row.id, type: row.type, engine, error: String(error) }, 'waits for its engine')
    return waitForEngine(job, engine)
  }
  const isWorthAnother = leaving.signal.aborted || (isStudioError(error) && error.retry)
  if (isWorthAnother && job.retryCount < job.retryLimit) {
    log.warn(
      { task: row.id, type: row.type, attempt: job.retryCount, error: String(error) },
      'will be tried again',
    )
    await returnTask(row.id)
    throw error
  }
  log.error({ task: row.id, type: row.type, err: error }, 'failed')
  await inTransaction((tx) => settleTask(tx, row.id, { status: 'error', error: errorShape(error) }))
}
