import { log } from '@/lib/base/log'
import type { StageHandler } from '@/lib/stage/contract'
import { type FrameBatch, type FramePiece, makeFrames } from '@/lib/stage/frame'
import { openQueue } from '@/lib/task/queue'
import { type Attempt, type Job, keepClaims } from '@/lib/task/turn/store'
import { attempt } from './attempt'

/** A third of what the queue takes for a sign of death. */
const HEARTBEAT_MS = 3_000

/**
 * Attempts that one call of an engine makes together. Each has its folder, progress, cancel and end alone; the queue's
 * own worker holds the first job until the last has ended, so that the batch has its lane all the time.
 */
export async function drawTogether(
  batch: FrameBatch,
  own: Attempt,
  others: readonly Attempt[],
): Promise<void> {
  const table = setTable(1 + others.length, (pieces) => makeFrames(batch, pieces))
  const held = new Map(others.map(({ job }) => [job.id, { job, claim: new AbortController() }]))
  const heart = setInterval(() => void keepAlive([...held.values()]), HEARTBEAT_MS)
  try {
    const first = table.seat((make) => attempt(own, make))
    const rest = others.map(async ({ row, job }) => {
      const one = { row, job: { ...job, signal: held.get(job.id)?.claim.signal } }
      await settleJob(job, () => table.seat((make) => attempt(one, make)))
      held.delete(job.id)
    })
    const [outcome] = await Promise.allSettled([first, ...rest])
    if (outcome.status === 'rejected') throw outcome.reason
  } finally {
    clearInterval(heart)
  }
}

/** What the queue's own worker does for a job that it fetched: what is no longer claimed here is ended. */
async function keepAlive(held: readonly { job: Job; claim: AbortController }[]): Promise<void> {
  try {
    const kept = await keepClaims(held.map(({ job }) => job))
    for (const { job, claim } of held) if (!kept.has(job.id)) claim.abort()
  } catch (error) {
    log.warn({ error: String(error) }, 'heartbeat of a batch')
  }
}

/** What the queue's own worker does with a job that it fetched. */
async function settleJob({ queue, id, retryCount }: Job, work: () => Promise<void>): Promise<void> {
  const boss = await openQueue('work')
  try {
    await work()
    await boss.complete(queue, { id, retryCount })
  } catch (error) {
    await boss.fail(queue, { id, retryCount }, { message: String(error) })
  }
}

/** Serves everybody at once, as soon as each who has a seat has ordered or gone without. */
function setTable(seats: number, serve: (pieces: readonly FramePiece[]) => Promise<void>) {
  const pieces: FramePiece[] = []
  let open = seats
  const decide = () => {
    open -= 1
    if (open === 0 && pieces.length > 0) void serve(pieces)
  }
  return {
    async seat(come: (make: StageHandler) => Promise<void>): Promise<void> {
      let hasOrdered = false
      const make: StageHandler = (task, context) =>
        new Promise((resolve, reject) => {
          hasOrdered = true
          const settle: FramePiece['settle'] = (error) => (error === undefined ? resolve() : reject(error))
          pieces.push({ task, context, settle })
          decide()
        })
      try {
        await come(make)
      } finally {
        if (!hasOrdered) decide()
      }
    },
  }
}
