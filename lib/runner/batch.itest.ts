import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { db } from '@/lib/base/db'
import { StudioError } from '@/lib/base/errors'
import { registerEngine } from '@/lib/engine/registry'
import { cancelTask } from '@/lib/production/target'
import { isFinal, type TaskStatus } from '@/lib/task/schema'
import { listWork, type TaskRow } from '@/lib/task/store'
import { fakePress } from '@/tests/kit/press'
import { openStudio, type TestStudio } from '@/tests/kit/studio'

const press = fakePress()
let studio: TestStudio

beforeAll(async () => {
  studio = await openStudio()
  registerEngine(press)
})
beforeEach(() => {
  press.calls.length = 0
  press.before = async () => undefined
})
afterAll(async () => {
  await studio.close()
})

const NUMBERS = ['One', 'Two', 'Three', 'Four', 'Five', 'Six']
const storyOf = (animal: string) => NUMBERS.map((number) => `${number} ${animal} sang.`).join(' ')

const start = async (animal: string) =>
  studio.start(
    await studio.makeProject(storyOf(animal), (brief) => {
      brief.settings.engines.frame = press.identity
    }),
    'frames',
  )

const framesOf = async (targetId: string) =>
  (await listWork(db(), targetId)).filter(
    (row) => (row.recipe as { engine?: string } | null)?.engine === press.identity,
  )

const wordOf = (row: TaskRow) => (row.recipe as { params: { prompt: string } }).params.prompt.split(' ')[0]

describe('frames that wait together', () => {
  it('are made in one call, and settled one by one as each comes', async () => {
    const opened = Promise.withResolvers<void>()
    press.before = async ({ prompt }, context) => {
      if (prompt.scene.startsWith('One')) return
      if (prompt.scene.startsWith('Two')) throw new StudioError('engine_failed', 'no ink for two')
      context.onProgress({ ratio: 0.5 })
      await opened.promise
    }
    const target = await start('wrens')
    // One is made and another has failed while the call still runs; the others tell how far they are.
    const amid = await studio.signals.first(async () => {
      const rows = await framesOf(target.id)
      const count = (holds: (row: TaskRow) => boolean) => rows.filter(holds).length
      const isAmid =
        count((row) => row.status === 'done') === 1 &&
        count((row) => row.status === 'error') === 1 &&
        count((row) => row.status === 'running' && row.progress === 0.5) === 4
      return isAmid ? rows : null
    })
    // The queue is told that those who were claimed are alive, too.
    await expect.poll(() => oldestSignOfLife(amid)).toBeGreaterThan(2)
    const third = amid.find((row) => wordOf(row) === 'Three')
    await cancelTask(third?.id ?? '')
    opened.resolve()
    await studio.ended(target.id)
    // A target is done once its pictures are there, which each task says of itself a moment later.
    const ended = await studio.signals.first(async () => {
      const rows = await framesOf(target.id)
      return rows.every((row) => isFinal(row.status as TaskStatus)) ? rows : null
    })
    const ends = ended.map((row) => [wordOf(row), row.status])
    expect(Object.fromEntries(ends)).toEqual({
      One: 'done',
      Two: 'error',
      Three: 'cancelled',
      Four: 'done',
      Five: 'done',
      Six: 'done',
    })
    // The four that ran at the same moment, on one lane, were in one call; none was in two.
    expect(press.calls.flat()).toHaveLength(6)
    expect(Math.max(...press.calls.map((call) => call.length))).toBeGreaterThanOrEqual(4)
  })

  it('are each told when the queue has taken them back', async () => {
    const signals: AbortSignal[] = []
    const entered = Promise.withResolvers<void>()
    press.before = async (_, { signal }) => {
      signals.push(signal)
      entered.resolve()
      await new Promise((resolve) => signal.addEventListener('abort', resolve))
    }
    const target = await start('finches')
    await entered.promise
    const stopped = signals.map(
      (signal) => new Promise((resolve) => signal.addEventListener('abort', resolve)),
    )
    const ids = (await framesOf(target.id)).map((row) => row.id)
    press.before = async () => undefined
    await db()
      .$executeRaw`update pgboss.job set state = 'retry', start_after = now() where id = any (${ids}::uuid[])`
    await Promise.all(stopped)
    expect((await studio.ended(target.id)).status).toBe('done')
  })

  it('that find their engine away wait for it, and are then made in one call again', async () => {
    let isAway = true
    const allMayBegin = Promise.withResolvers<void>()
    press.before = async () => {
      if (isAway) throw new StudioError('engine_unavailable', 'the press is away', { retry: true })
      await allMayBegin.promise
    }
    const target = await start('larks')
    await studio.signals.first(async () => {
      const rows = await framesOf(target.id)
      const isIt = (row: TaskRow) => row.status === 'pending' && 'waitingFor' in (row.payload as object)
      return rows.length === 6 && rows.every(isIt) ? rows : null
    })
    isAway = false
    // From here on calls succeed; whichever is the first holds the lane until the pauses of all are over.
    const failed = press.calls.length
    await db().$executeRaw`update pgboss.job set start_after = now() where state = 'retry'`
    allMayBegin.resolve()
    expect((await studio.ended(target.id)).status).toBe('done')
    const statuses = async () => (await framesOf(target.id)).map((row) => row.status)
    await expect.poll(statuses).toEqual(Array(6).fill('done'))
    expect(Math.max(...press.calls.slice(failed).map((call) => call.length))).toBeGreaterThan(1)
    // Nothing is left over in the queue.
    await expect.poll(statesOfJobs).toEqual(['completed'])
  })

  it('are not more than the engine takes, nor of another size', async () => {
    const small = fakePress({ identity: 'fake/small-press@1', most: 4 })
    registerEngine(small)
    const targets = await Promise.all(
      [128, 160].map(async (width) => {
        const id = await studio.makeProject(storyOf(`owls of ${width}`), (brief) => {
          brief.settings.engines.frame = small.identity
          brief.settings.frame = { ...brief.settings.frame, width, height: 96 }
        })
        return studio.start(id, 'frames')
      }),
    )
    for (const target of targets) expect((await studio.ended(target.id)).status).toBe('done')
    expect(small.calls.flat()).toHaveLength(12)
    for (const call of small.calls) {
      expect(call.length).toBeLessThanOrEqual(4)
      expect(new Set(call.map((scene) => scene.match(/\d+/)?.[0])).size).toBe(1)
    }
  })
})

/** Seconds from the claim to the last heartbeat, of the job that has the fewest. */
async function oldestSignOfLife(rows: readonly TaskRow[]): Promise<number> {
  const ids = rows.filter((row) => row.status === 'running').map((row) => row.id)
  const [row] = await db().$queryRaw<{ least: number }[]>`
    select min(extract(epoch from heartbeat_on - started_on))::float8 as least from pgboss.job
    where id = any (${ids}::uuid[]) and state = 'active'`
  return row?.least ?? 0
}

async function statesOfJobs(): Promise<string[]> {
  const rows = await db().$queryRaw<{ state: string }[]>`
    select distinct j.state::text from pgboss.job j join task on task.id = j.id where task.status = 'done'`
  return rows.map((row) => row.state)
}
