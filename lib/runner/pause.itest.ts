import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { db, inTransaction } from '@/lib/base/db'
import { LINE_LOCK, setPaused } from '@/lib/task/line/store'
import { findTask, listLiveWork } from '@/lib/task/store'
import { openStudio, type TestStudio } from '@/tests/kit/studio'
import { perform } from './perform'

let studio: TestStudio

beforeAll(async () => {
  studio = await openStudio()
})
afterAll(async () => {
  await studio.close()
})

const begunBetween = (from: Date, to: Date) =>
  db().task.findMany({ where: { target: false, startedAt: { gt: from, lt: to } } })

describe('a paused queue', () => {
  it('finishes what runs, begins nothing, and goes on where it stood', async () => {
    const [first, second] = [
      await studio.makeProject('The tide came in. A crab woke.'),
      await studio.makeProject('The tide went out. A crab slept.'),
    ]
    const opened = Promise.withResolvers<void>()
    const entered = Promise.withResolvers<void>()
    studio.engines.painter.before = async () => {
      entered.resolve()
      await opened.promise
    }
    const running = await studio.start(first)
    await entered.promise

    const pausedAt = await setPaused(true)
    if (!pausedAt) throw new Error('it did not pause')
    opened.resolve()
    const waiting = await studio.start(second)
    // All that ran has ended, and the new film's work stands in the line.
    const line = await studio.signals.first(async () => {
      const rows = [...(await listLiveWork(first)), ...(await listLiveWork(second))]
      return rows.length > 0 && rows.every((row) => row.status === 'pending') ? rows : null
    })
    expect(line.map((row) => row.projectId)).toContain(second)
    for (const row of line) {
      expect(await perform({ id: row.id, queue: 'cpu', retryCount: 0, retryLimit: 3 })).toBe('paused')
    }
    expect(await setPaused(true)).toEqual(pausedAt)

    const resumedAt = new Date()
    await setPaused(false)
    for (const target of [running, waiting]) expect((await studio.ended(target.id)).status).toBe('done')
    expect(await begunBetween(pausedAt, resumedAt)).toEqual([])
  })

  it('takes no attempt from a job that was on its way', async () => {
    const projectId = await studio.makeProject('The tide turned. A gull cried.')
    const [locked, opened] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    const gate = inTransaction(async (tx) => {
      await tx.$executeRaw`select pg_advisory_xact_lock(${LINE_LOCK})`
      locked.resolve()
      await opened.promise
    })
    await locked.promise
    // The pause comes first, then the job that is fetched and may not begin.
    const pausing = setPaused(true)
    await expect.poll(waitingForTheLine).toBe(1)
    const target = await studio.start(projectId)
    await expect.poll(waitingForTheLine).toBe(2)
    opened.resolve()
    await Promise.all([gate, pausing])
    const [work] = await listLiveWork(projectId)
    await expect.poll(() => jobOf(work?.id)).toMatchObject({ state: 'retry' })
    expect((await findTask(work?.id ?? ''))?.status).toBe('pending')

    await setPaused(false)
    expect((await studio.ended(target.id)).status).toBe('done')
    expect(await jobOf(work?.id)).toEqual({ state: 'completed', attempts: 3 })
  })
})

async function waitingForTheLine(): Promise<number> {
  const rows = await db().$queryRaw`
    select 1 from pg_locks
    where locktype = 'advisory' and objid = ${LINE_LOCK}::int and not granted
      and database = (select oid from pg_database where datname = current_database())`
  return (rows as unknown[]).length
}

/** `attempts` are those it still has after this one. */
async function jobOf(id: string | undefined): Promise<{ state: string; attempts: number } | undefined> {
  const [job] = await db().$queryRaw<{ state: string; attempts: number }[]>`
    select state::text, (retry_limit - retry_count)::int as attempts from pgboss.job where id = ${id}::uuid`
  return job
}
