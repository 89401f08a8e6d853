import { db } from '@/lib/base/db'
import { FINAL_STATUSES } from '@/lib/task/schema'
import type { TaskRow } from '@/lib/task/store'

export interface DueDelivery {
  id: string
  url: string
  attempt: number
  task: TaskRow
}

export async function insertDelivery(taskId: string, url: string): Promise<void> {
  await db().delivery.create({ data: { taskId, url } })
}

/**
 * Takes those whose task has ended and whose time has come. Each is put off by `leaseMs` in the same statement, so that
 * no other runner takes it and none is lost with this one.
 */
export async function claimDue(most: number, leaseMs: number): Promise<DueDelivery[]> {
  const rows = await db().$queryRaw<{ id: string }[]>`
    update delivery set attempt = attempt + 1, at = now() + ${leaseMs} * interval '1 millisecond'
    where id in (
      select d.id from delivery d join task t on t.id = d.task_id
      where d.state = 'pending' and d.at <= now() and t.status = any(${[...FINAL_STATUSES]})
      order by d.at limit ${most} for update of d skip locked)
    returning id`
  return db().delivery.findMany({ where: { id: { in: rows.map(({ id }) => id) } }, include: { task: true } })
}

export async function noteOutcome(
  id: string,
  outcome: { state: 'pending' | 'done' | 'failed'; outcome: string; at: Date },
): Promise<void> {
  await db().delivery.update({ where: { id }, data: outcome })
}

/** How a task's callback stands, or null when it has none. */
export async function findDelivery(taskId: string): Promise<{
  url: string
  state: string
  attempt: number
  outcome: string
  at: Date
} | null> {
  return db().delivery.findFirst({
    where: { taskId },
    select: { url: true, state: true, attempt: true, outcome: true, at: true },
  })
}
