/** Waiting: work whose engine is away stands in the line without a slot and without an attempt spent. */
import { db, inTransaction } from '@/lib/base/db'
import { publish } from '@/lib/live/publish'

/** Long enough to leave a sick service in peace, short enough that nobody notices when no notice came. */
const LONGEST_PAUSE_S = 15

/**
 * Gives a running attempt back until its engine answers again: its next one begins after a pause that doubles from a
 * second. The job goes the way of a retry, so a later claim has another attempt number than this one.
 */
export async function waitForEngine(
  attempt: { id: string; retryCount: number },
  engine: string,
): Promise<void> {
  await inTransaction(async (tx) => {
    const [row] = await tx.$queryRaw<{ id: string; projectId: string }[]>`
      with back as (
        update task set status = 'pending', updated_at = now(), payload = payload || jsonb_build_object(
          'waitingFor', ${engine}::text, 'waits', coalesce((payload ->> 'waits')::int, 0) + 1)
        where id = ${attempt.id}::uuid and status = 'running' and attempt = ${attempt.retryCount}
        returning id, project_id, payload ->> 'queue' as queue, (payload ->> 'waits')::int as waits
      ), job as (
        update pgboss.job j set state = 'retry', retry_limit = j.retry_limit + 1, heartbeat_on = null,
          start_after = now() + least(${LONGEST_PAUSE_S}, 2 ^ least(back.waits - 1, 10)) * interval '1 s'
        from back
        where j.name = back.queue and j.id = back.id and j.state = 'active' and j.retry_count = ${attempt.retryCount}
      )
      select id::text, project_id::text as "projectId" from back`
    if (row) await publish(tx, { kind: 'task', id: row.id, project: row.projectId, target: false })
  })
}

/** Work whose engine is ready again begins as soon as a slot is free, whatever is left of its pause. */
export async function wakeWaiting(): Promise<number> {
  return db().$executeRaw`
    update pgboss.job j set start_after = now()
    from task join engine on engine.identity = task.payload ->> 'waitingFor' and engine.state = 'ready'
    where task.status = 'pending' and not task.target
      and j.name = task.payload ->> 'queue' and j.id = task.id and j.state = 'retry' and j.start_after > now()`
}

/** The engine that the first of each target's waiting work waits for. */
export async function enginesAwaited(targetIds: readonly string[]): Promise<Map<string, string>> {
  if (targetIds.length === 0) return new Map()
  const rows = await db().$queryRaw<{ target: string; engine: string }[]>`
    select distinct on (want.target_id) want.target_id::text as target, work.payload ->> 'waitingFor' as engine
    from task_want want join task work on work.id = want.work_id
    where want.target_id = any (${[...targetIds]}::uuid[])
      and work.status = 'pending' and work.payload ->> 'waitingFor' is not null
    order by want.target_id, work.priority desc, work.created_at`
  return new Map(rows.map((row) => [row.target, row.engine]))
}
