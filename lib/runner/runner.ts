import { inTransaction } from '@/lib/base/db'
import { env } from '@/lib/base/env'
import { errorShape, StudioError } from '@/lib/base/errors'
import { log } from '@/lib/base/log'
import { refreshEngines } from '@/lib/engine/connection/refresh'
import { forgetEngineRows } from '@/lib/engine/connection/rows'
import { produceAll } from '@/lib/production/follow'
import { deliverCallbacks } from '@/lib/project/callback/deliver'
import { sweepAttempts } from '@/lib/storage/attempt'
import { pausedSince } from '@/lib/task/line/store'
import { closeQueue, openQueue } from '@/lib/task/queue'
import { listOrphans, settleTask, staleAttempts } from '@/lib/task/store'
import { regroup } from '@/lib/task/turn/store'
import { wakeWaiting } from '@/lib/task/wait/store'
import { leaving, stopCancelled, stopWork } from './attempt'
import { cleanUp } from './clean-up'
import { makeGate } from './gate'
import { listenForOrders } from './orders'
import { perform } from './perform'

const SWEEP_EVERY_MS = 2_000
/** How long an engine that comes back is not noticed. */
const LOOK_EVERY_MS = 5_000
const CALLBACKS_EVERY_MS = 1_000
const CLEAN_EVERY_MS = 3_600_000
/** A slot without work costs a question twice a second; a lane without a slot stands idle. */
const GPU_SLOTS = 8
/** More would not make a tenth of a second shorter. */
const QUICK_SLOTS = 1
const LEAVE_WITHIN_MS = 3_000

export interface Runner {
  /** Gives running tasks back to the queue and stops. */
  stop(): Promise<void>
}

export async function startRunner(): Promise<Runner> {
  await sweepAttempts(staleAttempts)
  const boss = await openQueue('work')
  const gate = makeGate(
    boss,
    { cpu: env.cpuSlots, gpu: GPU_SLOTS, quick: QUICK_SLOTS },
    async (job, queue) => {
      const end = await perform({ ...job, queue })
      // It was on its way as the line was paused; it would come again before the notice does.
      if (end === 'paused') await followPause()
      return end === 'settled'
    },
  )
  /** One after the other, so that an older answer cannot come last. */
  let following = Promise.resolve()
  const followPause = (): Promise<void> => {
    following = following
      .then(async () => gate.set((await pausedSince()) === null))
      .catch((error) => log.warn({ error: String(error) }, 'pause'))
    return following
  }
  const orders = await listenForOrders({
    onCancel: stopWork,
    onPause: () => void followPause(),
    onEngines: () => {
      wakeWork().catch((error) => log.warn({ error: String(error) }, 'wake'))
    },
    onListening: () => {
      stopCancelled().catch((error) => log.warn({ error: String(error) }, 'cancels'))
    },
  })
  // A notice can be lost; what is written cannot.
  const watch = repeat(SWEEP_EVERY_MS, followPause)
  const sweep = repeat(SWEEP_EVERY_MS, async () => {
    await endOrphans()
    await regroup()
    await produceAll()
  })
  const looking = repeat(LOOK_EVERY_MS, refreshEngines)
  const cleaning = repeat(CLEAN_EVERY_MS, cleanUp)
  const callbacks = repeat(CALLBACKS_EVERY_MS, async () => {
    await deliverCallbacks()
  })
  return {
    async stop() {
      leaving.abort()
      gate.lock()
      watch.stop()
      sweep.stop()
      looking.stop()
      cleaning.stop()
      callbacks.stop()
      await Promise.race([
        closeQueue(),
        new Promise((resolve) => setTimeout(resolve, LEAVE_WITHIN_MS).unref()),
      ])
      await orders.close()
    },
  }
}

/** What the addresses answer is read first: work that is woken must not find its engine set aside. */
async function wakeWork(): Promise<void> {
  await refreshEngines()
  forgetEngineRows()
  await wakeWaiting()
}

/** A task whose worker died at every attempt would wait for ever. */
async function endOrphans(): Promise<void> {
  for (const row of await listOrphans()) {
    const error = new StudioError('internal', `task ${row.id} lost its worker too often`, {
      userMessage:
        'The runner stopped unexpectedly several times while making this. Try again; the log has more.',
    })
    await inTransaction((tx) => settleTask(tx, row.id, { status: 'error', error: errorShape(error) }))
  }
}

/** Runs `work` again and again with a pause between, never twice at once. */
function repeat(everyMs: number, work: () => Promise<void>): { stop(): void } {
  let timer: NodeJS.Timeout | undefined
  let isStopped = false
  const turn = async () => {
    const startedAt = performance.now()
    await work().catch((error) => log.warn({ error: String(error) }, 'sweep'))
    // With two hundred scenes a plan takes a while: never more than a fifth of the time.
    const pauseMs = Math.max(everyMs, 4 * (performance.now() - startedAt))
    if (!isStopped) timer = setTimeout(turn, pauseMs)
  }
  void turn()
  return {
    stop() {
      isStopped = true
      clearTimeout(timer)
    },
  }
}
