import { lostSince } from '@/lib/asset/lost'
import type { Recipe } from '@/lib/asset/recipe'
import { findAsset } from '@/lib/asset/store'
import { inTransaction } from '@/lib/base/db'
import { errorShape, isStudioError, StudioError } from '@/lib/base/errors'
import { log } from '@/lib/base/log'
import { produceForWork } from '@/lib/production/follow'
import type { StageHandler } from '@/lib/stage/contract'
import { withAttemptFolder } from '@/lib/storage/attempt'
import { findTasks, returnTask, settleTask, type TaskRow } from '@/lib/task/store'
import type { Attempt, Job } from '@/lib/task/turn/store'
import { waitForEngine } from '@/lib/task/wait/store'
import { isWantedSince } from '@/lib/task/want/store'
import { reporterOf } from './report'

/** Tasks at work in this process. */
const atWork = new Map<string, AbortController>()

/** Set while the runner leaves: an aborted task is then given back, not ended. */
export const leaving = new AbortController()

/** Ends what is at work on a task that was cancelled. */
export const stopWork = (taskId: string): void => atWork.get(taskId)?.abort()

/** Ends what is at work on any of these that was cancelled unheard: before it was at work, or while nobody listened. */
export async function stopCancelled(taskIds: readonly string[] = [...atWork.keys()]): Promise<void> {
  for (const row of await findTasks(taskIds)) if (row.status === 'cancelled') stopWork(row.id)
}

/** One attempt at a task that has begun: `make` leaves its asset in storage. Throws only to have the queue try again. */
export async function attempt({ row, job }: Attempt, make: StageHandler): Promise<void> {
  const controller = new AbortController()
  atWork.set(row.id, controller)
  const signal = AbortSignal.any([controller.signal, leaving.signal, ...(job.signal ? [job.signal] : [])])
  const startedAt = performance.now()
  try {
    await stopCancelled([row.id])
    await makeAsset(row, job.retryCount, signal, make)
    await inTransaction((tx) => settleTask(tx, row.id, { status: 'done' }))
    log.info({ task: row.id, type: row.type, ms: Math.round(performance.now() - startedAt) }, 'made')
  } catch (error) {
    await settleFailure(row, job, controller.signal.aborted, error)
  } finally {
    // After a lost claim the next attempt may be at work here already.
    if (atWork.get(row.id) === controller) atWork.delete(row.id)
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
  signal.throwIfAborted()
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
  if (job.signal?.aborted && !leaving.signal.aborted) {
    // Its end is for whoever has the claim now to tell.
    log.warn({ task: row.id, type: row.type, attempt: job.retryCount }, 'lost its claim')
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
    await returnTask(row.id, job.retryCount)
    throw error
  }
  log.error({ task: row.id, type: row.type, err: error }, 'failed')
  const outcome = { status: 'error', error: errorShape(error) } as const
  await inTransaction((tx) => settleTask(tx, row.id, outcome, job.retryCount))
}
