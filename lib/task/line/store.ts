/**
 * The line: which waiting work is next, and whether it moves at all. The order is the one pg-boss delivers in: a queue's
 * waiting jobs by priority, then by age.
 */
import { z } from 'zod'
import { db, inTransaction, type Tx } from '@/lib/base/db'
import { Prisma } from '@/lib/base/prisma/client'
import { PAUSE_CHANNEL, publish } from '@/lib/live/publish'
import type { Pace } from '../estimate'

/** Beginning work holds it shared, pausing alone: once a pause is written, nothing begins any more. */
export const LINE_LOCK = 7_001_025

const PAUSE = 'queue'
const pauseSchema = z.object({ pausedSince: z.iso.datetime().nullable() })

/** Null while the line moves. */
export async function pausedSince(tx: Tx = db()): Promise<Date | null> {
  const row = await tx.setting.findUnique({ where: { key: PAUSE } })
  const since = row ? pauseSchema.parse(row.value).pausedSince : null
  return since === null ? null : new Date(since)
}

/** Whether work may begin in this transaction; a pause waits until it has ended. */
export async function mayBegin(tx: Tx): Promise<boolean> {
  await tx.$executeRaw`select pg_advisory_xact_lock_shared(${LINE_LOCK})`
  return (await pausedSince(tx)) === null
}

/** Answers since when the line rests. A pause of a paused line leaves it paused since it was. */
export function setPaused(isPaused: boolean): Promise<Date | null> {
  return inTransaction(async (tx) => {
    await tx.$executeRaw`select pg_advisory_xact_lock(${LINE_LOCK})`
    const before = await pausedSince(tx)
    if ((before !== null) === isPaused) return before
    const since = isPaused ? new Date() : null
    const value = { pausedSince: since?.toISOString() ?? null }
    await tx.setting.upsert({ where: { key: PAUSE }, create: { key: PAUSE, value }, update: { value } })
    await tx.$executeRaw`select pg_notify(${PAUSE_CHANNEL}, '')`
    await publish(tx, { kind: 'queue' })
    return since
  })
}

/** Waiting work with its place in its queue, in the order of delivery. */
export const LINE = Prisma.sql`
  select id, type, payload ->> 'queue' as queue, payload ->> 'group' as "group", recipe ->> 'engine' as engine,
         (row_number() over (partition by payload ->> 'queue' order by priority desc, created_at, id) - 1)::int as place
  from task where status = 'pending' and not target`

export interface Place {
  /** How many waiting tasks of its queue come before it. */
  place: number
  /** Milliseconds of work in those that it takes turns with, by the pace given. */
  aheadMs: number
}

/** Where waiting tasks stand, in one query; tasks that do not wait are left out. */
export async function findPlaces(ids: readonly string[], pace: Pace): Promise<Map<string, Place>> {
  if (ids.length === 0) return new Map()
  const { types, engines } = pace
  const rows = await db().$queryRaw<(Place & { id: string })[]>`
    with line as (${LINE}), timed as (
      select id, place, sum(ms) over (partition by queue, "group" order by place) - ms as "aheadMs"
      from (
        select line.*, coalesce(own.ms, usual.ms) as ms
        from line
        join unnest(${Object.keys(types)}::text[], ${Object.values(types)}::float8[]) as usual (work, ms)
          on usual.work = type
        left join unnest(${Object.keys(engines)}::text[],
                         ${Object.values(engines).map(({ ms }) => ms)}::float8[]) as own (name, ms)
          on own.name = line.engine
      ) as paced
    )
    select * from timed where id = any (${[...ids]}::uuid[])`
  return new Map(rows.map(({ id, place, aheadMs }) => [id, { place, aheadMs }]))
}

/** Where the tasks that each project waits for stand, the first ones of each. */
export async function listPlaces(
  projectIds: readonly string[],
  most: number,
): Promise<Map<string, Record<string, number>>> {
  if (projectIds.length === 0) return new Map()
  const rows = await db().$queryRaw<{ project: string; places: Record<string, number> }[]>`
    with line as (${LINE}), wanted as (
      select distinct target.project_id as project, line.id, line.place
      from line
      join task_want want on want.work_id = line.id
      join task target on target.id = want.target_id
      where target.project_id = any (${[...projectIds]}::uuid[])
    ), numbered as (
      select *, row_number() over (partition by project order by place, id) as n from wanted
    )
    select project::text, jsonb_object_agg(id, place) as places from numbered where n <= ${most} group by project`
  return new Map(rows.map((row) => [row.project, row.places]))
}

/** The work of a step of priority lies within one; whoever goes to the front gets a step of its own above all. */
const STEP = 1000

/** Above everything that is waited for. */
export async function nextStep(tx: Tx): Promise<number> {
  const [row] = await tx.$queryRaw<{ highest: number | null }[]>`
    select max(priority) as highest from task where status in ('pending', 'running')`
  return (Math.floor((row?.highest ?? 0) / STEP) + 1) * STEP
}

/** Waiting work goes up to a step of priority, as rows and as jobs; what runs stays. Never down. */
export async function raiseWork(tx: Tx, ids: readonly string[], step: number): Promise<void> {
  const raised = await tx.$executeRaw`
    with raised as (
      update task set priority = priority % ${STEP} + ${step}, updated_at = now()
      where id = any (${[...ids]}::uuid[]) and status = 'pending' and not target and priority < ${step}
      returning id, priority, payload ->> 'queue' as queue
    )
    update pgboss.job j set priority = raised.priority
    from raised where j.name = raised.queue and j.id = raised.id and j.state in ('created', 'retry')`
  if (raised > 0) await publish(tx, { kind: 'queue' })
}

/** What a target enqueues from now on is in this step too. */
export async function raiseTarget(tx: Tx, id: string, step: number): Promise<void> {
  await tx.task.updateMany({ where: { id, target: true }, data: { priority: step, updatedAt: new Date() } })
}
