import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { db, inTransaction } from '@/lib/base/db'
import { StudioError } from '@/lib/base/errors'
import { publish } from '@/lib/live/publish'
import { cancelTask } from '@/lib/production/target'
import { LINE_LOCK } from '@/lib/task/line/store'
import { RETRY_LIMIT } from '@/lib/task/queue'
import { findTask, listWork, type TaskRow } from '@/lib/task/store'
import { taskViewOf } from '@/lib/task/view'
import { FAKE_ENGINES } from '@/tests/kit/engines'
import { openStudio, type TestStudio } from '@/tests/kit/studio'

const PAINTER = FAKE_ENGINES.frame
let studio: TestStudio

beforeAll(async () => {
  studio = await openStudio()
})
afterEach(() => {
  studio.engines.painter.before = async () => undefined
})
afterAll(async () => {
  await studio.close()
})

const away = async () => {
  throw new StudioError('engine_unavailable', 'the painter is away', { retry: true })
}

const waitsOf = (row: TaskRow) => (row.payload as { waits?: number }).waits ?? 0

const workOf = async (targetId: string, type: string) =>
  (await listWork(db(), targetId)).filter((row) => row.type === type)

/** The frame tasks once they have found their engine away so often. */
const waiting = (targetId: string, times: number) =>
  studio.signals.first(async () => {
    const frames = await workOf(targetId, 'frame')
    const isIt = (row: TaskRow) => row.status === 'pending' && waitsOf(row) >= times
    return frames.length > 0 && frames.every(isIt) ? frames : null
  })

/** What a look that finds the engine alive writes and says. */
async function comeBack(): Promise<void> {
  const row = { identity: PAINTER, service: 'images', facts: {}, state: 'ready', seenAt: new Date() }
  await inTransaction(async (tx) => {
    await tx.engine.upsert({ where: { identity: PAINTER }, create: row, update: row })
    await publish(tx, { kind: 'engines' })
  })
}

async function jobOf(id: string): Promise<{ pause: number; left: number } | undefined> {
  const [job] = await db().$queryRaw<{ pause: number; left: number }[]>`
    select extract(epoch from start_after - updated_at)::float8 as pause,
           (retry_limit - retry_count)::int as left
    from pgboss.job join task using (id) where id = ${id}::uuid`
  return job
}

/** Nothing begins until the answer is called: what is pending meanwhile stays as it is while a test reads it. */
async function holdLine(): Promise<() => void> {
  const [locked, opened] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const gate = inTransaction(async (tx) => {
    await tx.$executeRaw`select pg_advisory_xact_lock(${LINE_LOCK})`
    locked.resolve()
    await opened.promise
  })
  await Promise.race([locked.promise, gate])
  return opened.resolve
}

/** Only its engine's return brings it back in the time of a test. */
const putOff = (id: string) =>
  db().$executeRaw`
    update pgboss.job set start_after = now() + interval '1 hour' where id = ${id}::uuid and state = 'retry'`

describe('work whose engine is away', () => {
  it('waits longer and longer, begins at once when it is back, and has all its attempts', async () => {
    const held: (() => void)[] = []
    studio.engines.painter.before = async () => {
      if (held.length === 5) return
      held.push(await holdLine())
      await away()
    }
    const target = await studio.start(await studio.makeProject('A heron waited.'), 'frames')
    const pauses: number[] = []
    for (let times = 1; times <= 5; times++) {
      const [frame] = await waiting(target.id, times)
      pauses.push(Math.round((await jobOf(frame?.id ?? ''))?.pause ?? 0))
      await putOff(frame?.id ?? '')
      held[times - 1]?.()
      await comeBack()
    }
    expect(pauses).toEqual([1, 2, 4, 8, 15])
    expect(5).toBeGreaterThan(RETRY_LIMIT)
    expect((await studio.ended(target.id)).status).toBe('done')
    // A target is done once its picture is there, which the task says of itself a moment later.
    const frame = await studio.signals.first(async () => {
      const [row] = await workOf(target.id, 'frame')
      return row?.endedAt ? row : null
    })
    expect(frame).toMatchObject({ status: 'done', attempt: 5, error: null })
    expect((await jobOf(frame.id))?.left).toBe(RETRY_LIMIT)
  })

  it('says for whom, leaves its slot to other work, and can be cancelled', async () => {
    studio.engines.painter.before = away
    const story = 'One stork sailed. Two storks sailed. Three storks sailed. Four storks sailed.'
    const target = await studio.start(await studio.makeProject(story))
    const frames = await waiting(target.id, 2)
    await studio.signals.first(async () => {
      const spoken = await workOf(target.id, 'narration')
      return spoken.length === 4 && spoken.every((row) => row.status === 'done') ? spoken : null
    })
    expect(frames).toHaveLength(4)
    for (const row of [...frames, target]) {
      await expect
        .poll(async () => {
          const now = await findTask(row.id)
          return now && (await taskViewOf(now)).waitingFor
        })
        .toBe(PAINTER)
    }
    await cancelTask(target.id)
    expect((await findTask(target.id))?.status).toBe('cancelled')
    for (const frame of await workOf(target.id, 'frame')) {
      expect(frame.status).toBe('cancelled')
      expect((await taskViewOf(frame)).waitingFor).toBeNull()
    }
    await comeBack()
    const made = await studio.start(await studio.makeProject('A crane stood.'), 'frames')
    studio.engines.painter.before = async () => undefined
    expect((await studio.ended(made.id)).status).toBe('done')
  })

  it('waits for nobody any more once its engine has answered, if only with something useless', async () => {
    let tries = 0
    let goOn = () => {}
    studio.engines.painter.before = async () => {
      tries += 1
      if (tries === 1) await away()
      if (tries > 2) return
      goOn = await holdLine()
      throw new StudioError('engine_failed', 'half a picture', { retry: true })
    }
    const target = await studio.start(await studio.makeProject('An egret waded.'), 'frames')
    await waiting(target.id, 1)
    await comeBack()
    const frame = await studio.signals.first(async () => {
      const [row] = await workOf(target.id, 'frame')
      return tries === 2 && row?.status === 'pending' && waitsOf(row) === 0 ? row : null
    })
    expect((await taskViewOf(frame)).waitingFor).toBeNull()
    goOn()
    expect((await studio.ended(target.id)).status).toBe('done')
  })

  it('is tried again within half a minute when it then fails, however long it has waited', async () => {
    let tries = 0
    studio.engines.painter.before = async () => {
      tries += 1
      if (tries === 1) await away()
      if (tries === 2) throw new StudioError('engine_failed', 'half a picture', { retry: true })
    }
    const target = await studio.start(await studio.makeProject('An ibis stepped.'), 'frames')
    const [frame] = await waiting(target.id, 1)
    // As after a night: every look of its engine's was a fetch.
    await db().$executeRaw`
      update pgboss.job set retry_count = retry_count + 500, retry_limit = retry_limit + 500
      where id = ${frame?.id ?? ''}::uuid`
    await comeBack()
    await expect.poll(() => tries).toBe(2)
    await expect
      .poll(async () => {
        const [job] = await db().$queryRaw<{ state: string; seconds: number }[]>`
          select state::text, extract(epoch from start_after - now())::float8 as seconds
          from pgboss.job where id = ${frame?.id ?? ''}::uuid`
        return job?.state === 'retry' ? job.seconds : null
      })
      .toBeLessThanOrEqual(30)
    await cancelTask(target.id)
  })
})
