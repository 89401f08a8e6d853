/**
 * Delivery of tasks: pg-boss in the studio's own database. The row and the job are written in one transaction, and the
 * job's id is the task's, so neither can exist without the other.
 */
import { fromPrisma, PgBoss } from 'pg-boss'
import { databaseUrl, type Tx } from '@/lib/base/db'
import { log } from '@/lib/base/log'
import { CANCEL_CHANNEL } from '@/lib/live/publish'

/** `quick`: what is done in a moment on the processors and has a slot that nothing long can take. */
export const QUEUES = ['cpu', 'gpu', 'quick'] as const
export type QueueName = (typeof QUEUES)[number]

export interface JobPayload {
  taskId: string
}

/** Crashed workers and unreachable engines are tried again; a useless answer is not. */
export const RETRY_LIMIT = 3

/**
 * pg-boss doubles its pause at every fetch, also of work that was fetched and given back untouched: after a night of
 * that, one useless answer would put a task off by hours.
 */
const LONGEST_RETRY_DELAY_S = 30

const shared = globalThis as unknown as { studioQueue?: Promise<PgBoss> }

async function open(works: boolean): Promise<PgBoss> {
  const boss = new PgBoss({
    connectionString: databaseUrl(),
    supervise: works,
    schedule: false,
    max: works ? 4 : 2,
    ...(works ? { useListenNotify: true, superviseIntervalSeconds: 2, monitorIntervalSeconds: 2 } : {}),
  })
  boss.on('error', (error) => log.warn({ error: error.message }, 'queue'))
  await boss.start()
  for (const name of QUEUES) {
    await boss.createQueue(name, {
      notify: true,
      heartbeatSeconds: 10,
      retryLimit: RETRY_LIMIT,
      retryDelay: 1,
      retryBackoff: true,
      retryDelayMax: LONGEST_RETRY_DELAY_S,
      // A film of two hundred scenes is composed in one job; a dead worker is known by its heartbeat.
      expireInSeconds: 6 * 3600,
      deleteAfterSeconds: 24 * 3600,
    })
    // A queue that is there already keeps what it was made with.
    await boss.updateQueue(name, { retryBackoff: true, retryDelayMax: LONGEST_RETRY_DELAY_S })
  }
  return boss
}

/** One instance a process: the web process only sends, a runner supervises and works too. */
export function openQueue(role: 'send' | 'work'): Promise<PgBoss> {
  if (!shared.studioQueue) {
    shared.studioQueue = open(role === 'work')
    shared.studioQueue.catch(() => {
      shared.studioQueue = undefined
    })
  }
  return shared.studioQueue
}

export async function closeQueue(): Promise<void> {
  const boss = await shared.studioQueue?.catch(() => undefined)
  shared.studioQueue = undefined
  await boss?.stop({ graceful: true, timeout: 3000 })
}

export interface Delivery {
  queue: QueueName
  group: string
  /** How many tasks of the group run at once; 1 when absent. */
  lanes?: number
}

/** More addresses than this nobody has for one model; a group's further lanes stay empty. */
const MOST_LANES = 32

const tierOf = (lanes: number): string => `lanes-${Math.min(lanes, MOST_LANES)}`

/** How many jobs of a group run at once: the job was sent with its group's lanes. */
export const GROUP_LIMITS = {
  default: 1,
  tiers: Object.fromEntries(
    Array.from({ length: MOST_LANES }, (_, i): [string, number] => [tierOf(i + 1), i + 1]),
  ),
}

export async function enqueueTask(tx: Tx, taskId: string, priority: number, to: Delivery): Promise<void> {
  const boss = await openQueue('send')
  await boss.send(to.queue, { taskId } satisfies JobPayload, {
    id: taskId,
    priority,
    db: fromPrisma(tx),
    ...(to.queue === 'gpu' ? { group: { id: to.group, tier: tierOf(to.lanes ?? 1) } } : {}),
  })
}

/** Takes waiting jobs out of the queue and tells every runner to stop the running ones. */
export async function stopJobs(tx: Tx, jobs: { id: string; queue: QueueName }[]): Promise<void> {
  const boss = await openQueue('send')
  for (const queue of QUEUES) {
    const ids = jobs.filter((job) => job.queue === queue).map((job) => job.id)
    if (ids.length === 0) continue
    await boss.cancel(queue, ids, { db: fromPrisma(tx) })
    // A NOTIFY carries at most 8000 bytes.
    for (let i = 0; i < ids.length; i += 100) {
      await tx.$executeRaw`select pg_notify(${CANCEL_CHANNEL}, ${JSON.stringify(ids.slice(i, i + 100))})`
    }
  }
}
