/** Figures: how long work took, and how much of it is in hand. */
import { db } from '@/lib/base/db'
import type { WorkType } from '../schema'

export interface Duration {
  type: string
  engine: string
  /** Of one piece; of a storyboard by a language model, of one scene. */
  ms: number
}

/** So many are looked at, over all types and engines. */
const MOST_MEASURED = 5_000

/**
 * Median milliseconds of the last hundred tasks of each type and engine that were done. Work of a card is measured from
 * when the one before it was done: pictures of a batch end one after the other though they began together, and of two
 * lanes every other piece comes in half the time.
 */
export function listDurations(): Promise<Duration[]> {
  return db().$queryRaw<Duration[]>`
    with recent as (
      select type, recipe ->> 'engine' as engine, fingerprint, started_at, ended_at, payload ->> 'queue' = 'gpu' as on_card
      from task
      where status = 'done' and not target and started_at is not null and ended_at > now() - interval '30 days'
        and recipe ->> 'engine' is not null
      order by ended_at desc limit ${MOST_MEASURED}
    ), timed as (
      select type, engine, fingerprint, ended_at, extract(epoch from ended_at - case when on_card
        then greatest(started_at, lag(ended_at) over (partition by type, engine order by ended_at))
        else started_at end) * 1000 as ms
      from recent
    ), pieces as (
      select timed.type, timed.engine,
             ms / greatest(1, case when timed.engine like 'ollama/%'
               then jsonb_array_length(asset.facts #> '{storyboard,scenes}') end) as ms,
             row_number() over (partition by timed.type, timed.engine order by timed.ended_at desc) as place
      from timed left join asset on timed.type = 'storyboard' and asset.fingerprint = timed.fingerprint
    )
    select type, engine, round(percentile_cont(0.5) within group (order by ms))::float8 as ms
    from pieces where place <= 100 group by type, engine`
}

/** Which remote engines take turns with which others, and on how many lanes. */
export function listGroups(): Promise<{ engine: string; group: string; lanes: number }[]> {
  return db().$queryRaw`
    select identity as engine, coalesce(facts ->> 'group', identity) as "group",
           greatest(1, coalesce((facts ->> 'lanes')::int, 1)) as lanes
    from engine`
}

export interface WorkCounts {
  running: number
  /** What the first running task makes. */
  now: WorkType | null
}

export async function countWorkByStatus(targetIds: readonly string[]): Promise<Map<string, WorkCounts>> {
  if (targetIds.length === 0) return new Map()
  const rows = await db().taskWant.findMany({
    where: { targetId: { in: [...targetIds] }, work: { status: 'running' } },
    select: { targetId: true, work: { select: { type: true, priority: true } } },
    orderBy: { work: { priority: 'desc' } },
  })
  const counts = new Map<string, WorkCounts>()
  for (const row of rows) {
    const count = counts.get(row.targetId) ?? { running: 0, now: row.work.type as WorkType }
    counts.set(row.targetId, { ...count, running: count.running + 1 })
  }
  return counts
}
