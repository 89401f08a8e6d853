import type { JobWithMetadata, PgBoss } from 'pg-boss'
import { log } from '@/lib/base/log'
import { GROUP_LIMITS, QUEUES, type QueueName } from '@/lib/task/queue'

interface Slot {
  queue: QueueName
  /** The pg-boss worker that takes its jobs; none while the gate is closed. */
  worker: string | undefined
  /** What it does next begins when this is done. */
  turn: Promise<void>
}

export interface Gate {
  /** Open, the runner takes new work. Closed, it finishes what it has. */
  set(isOpen: boolean): void
  /** Whatever was asked for, no worker begins any more. */
  lock(): void
}

/**
 * The way by which work comes into the runner, closed at first. A slot is a pg-boss worker that takes one job at a
 * time; its next worker begins when its last one has ended, so opening and closing never gives a slot two jobs.
 */
export function makeGate(
  boss: PgBoss,
  slots: Readonly<Record<QueueName, number>>,
  /** Answers whether the job was taken up; else it went back unbegun. */
  handle: (job: JobWithMetadata<unknown>, queue: QueueName) => Promise<boolean>,
): Gate {
  let isOpen = false
  let isLocked = false
  const all = QUEUES.flatMap((queue) =>
    Array.from({ length: slots[queue] }, (): Slot => ({ queue, worker: undefined, turn: Promise.resolve() })),
  )

  const begin = (slot: Slot): Promise<string> =>
    boss.work(
      slot.queue,
      {
        pollingIntervalSeconds: 0.5,
        notifyPollingIntervalSeconds: 0.5,
        heartbeatRefreshSeconds: 3,
        includeMetadata: true,
        ...(slot.queue === 'gpu' ? { groupConcurrency: GROUP_LIMITS } : {}),
      },
      async ([job]) => {
        let asksAgain = true
        try {
          if (job) asksAgain = await handle(job, slot.queue)
        } finally {
          // Where there was one job there is often another: the next question is asked now, not half a second later. Not
          // after one that went back: a lane owed to another would have every waiting job fetched in vain, over and over.
          if (asksAgain && slot.worker) boss.notifyWorker(slot.worker)
        }
      },
    )

  const follow = async (slot: Slot): Promise<void> => {
    if (isLocked) return
    if (isOpen && !slot.worker) slot.worker = await begin(slot)
    if (!isOpen && slot.worker) {
      await boss.offWork(slot.queue, { id: slot.worker, wait: true })
      slot.worker = undefined
    }
  }

  return {
    set(next) {
      isOpen = next
      for (const slot of all) {
        slot.turn = slot.turn
          .then(() => follow(slot))
          .catch((error) => log.error({ error: String(error), queue: slot.queue }, 'gate'))
      }
    },
    lock() {
      isLocked = true
    },
  }
}
