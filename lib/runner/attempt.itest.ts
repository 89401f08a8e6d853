import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { db } from '@/lib/base/db'
import { StudioError } from '@/lib/base/errors'
import type { StageHandler } from '@/lib/stage/contract'
import { findTask, listWork, type TaskRow } from '@/lib/task/store'
import { openStudio, type TestStudio } from '@/tests/kit/studio'
import { attempt } from './attempt'

let studio: TestStudio
let count = 0

beforeAll(async () => {
  studio = await openStudio()
})
beforeEach(() => {
  studio.engines.painter.before = async () => undefined
})
afterAll(async () => {
  await studio.close()
})

/** A task that has begun, without a job of the queue's. */
async function begun(changes: Partial<Pick<TaskRow, 'status' | 'attempt'>> = {}): Promise<TaskRow> {
  count += 1
  const projectId = await studio.makeProject('A wave broke.')
  const fingerprint = String(count).padStart(64, '0')
  const recipe = { kind: 'frame', engine: 'fake/painter@1', params: {}, inputs: {} }
  // Nobody is to take it for the leavings of a dead runner.
  const updatedAt = new Date(Date.now() + 3_600_000)
  const given = { projectId, type: 'frame', status: 'running', payload: {}, fingerprint, recipe, updatedAt }
  return db().task.create({ data: { ...given, ...changes } })
}

const jobOf = (row: TaskRow) => ({ id: row.id, queue: 'cpu' as const, retryCount: 0, retryLimit: 3 })
const statusOf = async (row: TaskRow) => (await findTask(row.id))?.status
const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve()
    signal.addEventListener('abort', () => resolve(), { once: true })
  })

describe('a cancel that nobody heard', () => {
  it('between the beginning of a task and its work ends it before anything is made', async () => {
    const row = await begun({ status: 'cancelled' })
    let isMade = false
    await attempt({ row, job: jobOf(row) }, async () => {
      isMade = true
    })
    expect(isMade).toBe(false)
    expect(await statusOf(row)).toBe('cancelled')
  })

  it('while the runner had lost the database ends the work once it listens again', async () => {
    const row = await begun()
    const entered = Promise.withResolvers<void>()
    const untilStopped: StageHandler = async (_, { signal }) => {
      entered.resolve()
      await aborted(signal)
      signal.throwIfAborted()
    }
    const ended = attempt({ row, job: jobOf(row) }, untilStopped)
    await entered.promise
    await db().$executeRaw`
      select pg_terminate_backend(pid) from pg_stat_activity
      where application_name = 'studio-runner' and datname = current_database()`
    await db().task.update({ where: { id: row.id }, data: { status: 'cancelled' } })
    await ended
    expect(await statusOf(row)).toBe('cancelled')
  })
})

describe('an attempt whose claim the queue has given to another', () => {
  it('is told to stop, and leaves the task to the next one', async () => {
    const entered = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    const opened = Promise.withResolvers<void>()
    let stopped: Promise<void> | undefined
    studio.engines.painter.before = async (_, { signal }) => {
      if (stopped) {
        entered[1]?.resolve()
        return opened.promise
      }
      stopped = aborted(signal)
      entered[0]?.resolve()
      await stopped
      throw new StudioError('engine_failed', 'the connection broke off')
    }
    const target = await studio.start(await studio.makeProject('A lonely gull cried.'), 'frames')
    await entered[0]?.promise
    const [work] = (await listWork(db(), target.id)).filter((row) => row.type === 'frame')
    // As after a standstill, in which no sign of life came.
    await db().$executeRaw`
      update pgboss.job set state = 'retry', start_after = now() where id = ${work?.id ?? ''}::uuid`
    await entered[1]?.promise
    await stopped
    opened.resolve()
    expect((await studio.ended(target.id)).status).toBe('done')
    expect(await findTask(work?.id ?? '')).toMatchObject({ status: 'done', attempt: 1, error: null })
  })

  it.each([true, false])(
    'says nothing of a failure that may be tried again (%s), though it was not told yet',
    async (retry) => {
      const row = await begun({ attempt: 1 })
      const fail: StageHandler = async () => {
        throw new StudioError('engine_failed', 'too late', { retry })
      }
      await attempt({ row, job: jobOf(row) }, fail).catch(() => undefined)
      expect(await statusOf(row)).toBe('running')
    },
  )
})
