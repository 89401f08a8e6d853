/** Turns: a job that was fetched becomes an attempt at its task, alone or with others that one call makes together. */
import { db, inTransaction, type Tx } from '@/lib/base/db'
import { mayBegin } from '../line/store'
import type { Delivery, QueueName } from '../queue'
import { beginTask, type TaskRow } from '../store'

/** One claim of a task's job, as the queue counts it. */
export interface Job {
  id: string
  queue: QueueName
  retryCount: number
  retryLimit: number
  /** Aborted when the queue has taken the claim back, for example from a process that stood still too long. */
  signal?: AbortSignal
}

export interface Attempt {
  row: TaskRow
  job: Job
}

/**
 * `paused`: the line rests. `crowded`: its group has all its lanes taken or owed to another. Either way the job went back.
 * `over`: the task is final, or the claim is another's by now. Else the attempts that begin, the job's own first.
 */
export type Turn = 'paused' | 'crowded' | 'over' | Attempt[]

/** Long enough that the one who was first is at work. */
const CROWDED_MS = 250

type Held = Required<Omit<Delivery, 'queue'>>

/**
 * Begins a fetched job's task, and with it up to `most - 1` waiting ones that differ in words and seed alone, all in one
 * transaction: no pause comes between them, and if this runner dies, the queue gives every one of them back.
 */
export function takeTurn(job: Job, most = 1): Promise<Turn> {
  return inTransaction(async (tx) => {
    if (!(await mayBegin(tx))) {
      // Before the resume can be written, so that nothing that comes later is fetched in its place.
      await giveBack(tx, job, 0)
      return 'paused'
    }
    const held = await hold(tx, job)
    if (!held) return 'over'
    if (job.queue === 'gpu' && (await isCrowded(tx, job, held))) {
      await giveBack(tx, job, CROWDED_MS)
      return 'crowded'
    }
    const own = await begin(tx, [job])
    if (own.length === 0 || most <= 1) return own.length === 0 ? 'over' : own
    return [...own, ...(await begin(tx, await claimAlike(tx, job, held, most - 1)))]
  })
}

/** Jobs of one group take this one after the other: two that were fetched at the same moment see each other. */
async function hold(tx: Tx, job: Job): Promise<Held | null> {
  const [row] = await tx.$queryRaw<{ group: string; lanes: number }[]>`
    select payload ->> 'group' as group, coalesce((payload ->> 'lanes')::int, 1) as lanes
    from task where id = ${job.id}::uuid and status in ('pending', 'running')`
  if (!row) return null
  if (job.queue === 'gpu') await tx.$executeRaw`select pg_advisory_xact_lock(7001027, hashtext(${row.group}))`
  const held = await tx.$queryRaw<unknown[]>`
    select 1 from pgboss.job
    where name = ${job.queue} and id = ${job.id}::uuid and state = 'active' and retry_count = ${job.retryCount}`
  return held.length > 0 ? row : null
}

/**
 * Whether the group's lanes are taken by jobs whose tasks have begun, which the fetch looks for without a lock, or owed to
 * jobs that come before this one and wait unbegun: were it to slip in between, the card might change its model twice.
 * Those were fetched in the same moment, and of two one alone comes before the other; or they were given back or sent
 * since, which an equal does not stand still for.
 */
async function isCrowded(tx: Tx, job: Job, { group, lanes }: Held): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    select count(*)::int as count
    from pgboss.job own
    join pgboss.job j on j.name = own.name and j.group_id = ${group} and j.id <> own.id
    join task on task.id = j.id
    where own.name = ${job.queue} and own.id = ${job.id}::uuid and (
      (j.state = 'active' and (task.status <> 'pending'
        or (-j.priority, j.created_on, j.id) < (-own.priority, own.created_on, own.id)))
      or (j.state in ('created', 'retry') and not j.blocked and task.status = 'pending' and task.started_at is null
        and j.priority > own.priority))`
  return (row?.count ?? 0) >= lanes
}

/** Back to where it waited, with no attempt spent. */
async function giveBack(tx: Tx, job: Job, pauseMs: number): Promise<void> {
  await tx.$executeRaw`
    update pgboss.job set state = 'retry', retry_limit = retry_limit + 1, heartbeat_on = null,
      start_after = now() + ${pauseMs} * interval '1 ms'
    where name = ${job.queue} and id = ${job.id}::uuid and state = 'active' and retry_count = ${job.retryCount}`
}

async function begin(tx: Tx, jobs: readonly Job[]): Promise<Attempt[]> {
  const begun: Attempt[] = []
  for (const job of jobs) {
    const row = await beginTask(tx, job.id, job.retryCount)
    if (row) begun.push({ row, job })
  }
  return begun
}

/**
 * Claims as a fetch does, so that what happens to a fetched job happens to these too. It also takes jobs that were given
 * back unbegun a moment ago, and on a single lane those of its group that were fetched and have not begun: they could
 * only go back. A job of several lanes leaves its group meanwhile, since its whole batch takes one lane; `regroup` puts
 * it back.
 */
async function claimAlike(tx: Tx, job: Job, { group, lanes }: Held, most: number): Promise<Job[]> {
  return await tx.$queryRaw<Job[]>`
    with alike as (
      select j.id, j.name, j.state
      from task own
      join task t on t.type = own.type and t.recipe ->> 'engine' = own.recipe ->> 'engine'
        and t.recipe -> 'inputs' = own.recipe -> 'inputs'
        and (t.recipe -> 'params') - ${WORDS}::text[] = (own.recipe -> 'params') - ${WORDS}::text[]
      join pgboss.job j on j.name = t.payload ->> 'queue' and j.id = t.id
      where own.id = ${job.id}::uuid and t.id <> own.id and t.status = 'pending' and not t.target
        and j.name = ${job.queue} and not j.blocked
        and ((j.state in ('created', 'retry') and (j.start_after <= now() or t.started_at is null))
          or (${lanes === 1 && job.queue === 'gpu'}::boolean and j.state = 'active' and t.payload ->> 'group' = ${group}))
      order by t.priority desc, t.created_at, t.id
      limit ${most} for update of t, j skip locked
    )
    update pgboss.job j set state = 'active', started_on = now(), heartbeat_on = now(),
      retry_limit = j.retry_limit + case when alike.state = 'active' then 1 else 0 end,
      retry_count = j.retry_count + case when j.started_on is null then 0 else 1 end,
      group_id = case when ${lanes}::int > 1 then null else j.group_id end
    from alike where j.name = alike.name and j.id = alike.id
    returning j.id::text, j.name as queue, j.retry_count as "retryCount", j.retry_limit as "retryLimit"`
}

/** Tells the queue that whoever claimed these is alive; answers which of them are still theirs. */
export async function keepClaims(jobs: readonly Job[]): Promise<Set<string>> {
  const rows = await db().$queryRaw<{ id: string }[]>`
    update pgboss.job j set heartbeat_on = now()
    from unnest(${jobs.map((job) => job.queue)}::text[], ${jobs.map((job) => job.id)}::uuid[],
                ${jobs.map((job) => job.retryCount)}::int[]) as held (queue, id, attempt)
    where j.name = held.queue and j.id = held.id and j.state = 'active' and j.retry_count = held.attempt
    returning j.id::text`
  return new Set(rows.map((row) => row.id))
}

/** What may differ in a batch, beside the seed. */
const WORDS = ['prompt', 'cast', 'style']

/** Claimed jobs that came back without their group, for example from a runner that died. */
export async function regroup(): Promise<void> {
  await db().$executeRaw`
    update pgboss.job j set group_id = task.payload ->> 'group'
    from task
    where j.name = 'gpu' and j.state in ('created', 'retry') and j.group_id is null and task.id = j.id`
}
