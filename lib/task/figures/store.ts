/** Figures: how long work took, and how much of it is in hand. */
import { db } from '@/lib/base/db'
import type { WorkType } from '../schema'

/** Median milliseconds of the last hundred tasks of each type that were done. */
export async function listDurations(): Promise<Map<string, number>> {
  const rows = await db().$queryRaw<{ type: string; ms: number }[]>`
    select type, percentile_cont(0.5) within group (order by ms)::float8 as ms
    from (
      select type, extract(epoch from ended_at - started_at) * 1000 as ms,
             row_number() over (partition by type order by ended_at desc) as place
      from task
      where status = 'done' and not target and started_at is not null and ended_at > now() - interval '30 days'
    ) recent
    where place <= 100 group by type`
  return new Map(rows.map((row) => [row.type, Math.round(row.ms)]))
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
