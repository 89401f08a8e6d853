import { db } from '@/lib/base/db'

/** Every runner holds this advisory lock, shared, for as long as it lives. */
export const RUNNER_LOCK = 7_001_024

export async function countRunners(): Promise<number> {
  const [row] = await db().$queryRaw<{ n: bigint }[]>`
    select count(*) as n from pg_locks
    where locktype = 'advisory' and objid = ${RUNNER_LOCK}::int and granted
      and database = (select oid from pg_database where datname = current_database())`
  return Number(row?.n ?? 0)
}

/** Milliseconds until the database answers. */
export async function pingDatabase(): Promise<number> {
  const start = performance.now()
  await db().$queryRaw`select 1`
  return Math.round(performance.now() - start)
}
