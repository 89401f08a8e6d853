import { lostSince } from '@/lib/asset/lost'
import type { Recipe } from '@/lib/asset/recipe'
import { findAsset } from '@/lib/asset/store'
import { errorShape, isStudioError, StudioError } from '@/lib/base/errors'
import { log } from '@/lib/base/log'
import { produceForWork } from '@/lib/production/follow'
import type { StageHandler } from '@/lib/stage/contract'
import { withAttemptFolder } from '@/lib/storage/attempt'
import { inTransaction, returnTask, settleTask, type TaskRow } from '@/lib/task/store'
import type { Attempt, Job } from '@/lib/task/turn/store'
import { waitForEngine } from '@/lib/task/wait/store'
import { isWantedSince } from '@/lib/task/want/store'
import { reporterOf } from './report'

/** Tasks at work in this process; the cancel listener aborts them. */
export const atWork = new Map<string, AbortController>()

/** Set while the runner leaves: an aborted task is then given back, not ended. */
export const leaving = new AbortController()

/** One attempt at a task that has begun: `make` leaves its asset in storage. Throws only to have the queue try again. */
export async function attempt({ row, job }: Attempt, make: StageHandler): Promise<void> {
  const controller = new AbortController()
  atWork.set(row.id, controller)
  const signal = AbortSignal.any([controller.signal, leaving.signal])
  const startedAt = performance.now()
  try {
    await makeAsset(row, job.retryCount, signal, make)
    await inTransaction((tx) => settleTask(tx, row.id, { status: 'done' }))
    log.info({ task: row.id, type: row.type, ms: Math.round(performance.now() - startedAt) }, 'made')
  } catch (error) {
    await settleFailure(row, job, controller.signal.aborted, error)
  } finally {
    atWork.delete(row.id)
    await produceForWork(row.id)
  }
}

async function makeAsset(
  row: TaskRow,
  retryCount: number,
  signal: AbortSignal,
  make: StageHandler,
): Promise<void> {
  const { fingerprint, recipe } = row
  if (!fingerprint || !recipe) throw new StudioError('internal', `task ${row.id} has no recipe`)
  // A crash between keeping and settling, or another runner's second attempt.
  if (await findAsset(fingerprint)) return
  const report = reporterOf(row)
  try {
    await withAttemptFolder(row.id, retryCount, async (folder) => {
      const task = { id: row.id, fingerprint, recipe: recipe as unknown as Recipe }
      await make(task, { folder, signal, onProgress: report.onProgress })
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
  const since = lostSince(error)
  // What was made for these very targets and is gone again would be made for ever.
  if (since && (await isWantedSince(row.id, since))) {
    log.warn({ task: row.id, type: row.type, error: String(error) }, 'comes again after what it lacks')
    await inTransaction((tx) => settleTask(tx, row.id, { status: 'done', result: { lacked: true } }))
    return
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
