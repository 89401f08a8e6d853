import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { db, inTransaction } from '@/lib/base/db'
import { createTestDatabase } from '@/tests/kit/database'
import { setPaused } from '../line/store'
import { closeQueue, enqueueTask, openQueue } from '../queue'
import { type Job, takeTurn } from './store'

let projectId = ''

beforeAll(async () => {
  await createTestDatabase()
  projectId = (await db().project.create({ data: { title: '', story: '', style: '', brief: {} } })).id
})
afterEach(async () => {
  await setPaused(false)
  await (await openQueue('send')).deleteAllJobs('gpu')
})
afterAll(closeQueue)

/** A task and its job, waiting for the one card. */
async function waiting(type: 'narration' | 'frame', priority: number, lanes = 1): Promise<string> {
  const payload = { queue: 'gpu' as const, group: 'card', lanes }
  await openQueue('send')
  return await inTransaction(async (tx) => {
    const recipe = { engine: `fake/${type}@1`, params: {}, inputs: {} }
    const { id } = await tx.task.create({ data: { projectId, type, priority, payload, recipe } })
    await enqueueTask(tx, id, priority, payload)
    return id
  })
}

/** Fetched without regard to the group, as slots of several runners do in the same moment. */
async function fetch(): Promise<Job> {
  const boss = await openQueue('send')
  const [job] = await boss.fetch('gpu', { includeMetadata: true })
  if (!job) throw new Error('nothing to fetch')
  return { id: job.id, queue: 'gpu', retryCount: job.retryCount, retryLimit: job.retryLimit }
}

const makeDue = async (id: string) => {
  await db().$executeRaw`update pgboss.job set start_after = now() where id = ${id}::uuid`
}

it('a card does not change its model for what comes later while what comes first was only given back', async () => {
  const [first, second, frame] = [
    await waiting('narration', 90),
    await waiting('narration', 90),
    await waiting('frame', 80),
  ]
  const speaks = await fetch()
  const alsoSpeaks = await fetch()
  expect([speaks.id, alsoSpeaks.id].toSorted()).toEqual([first, second].toSorted())
  expect(await takeTurn(speaks)).toHaveLength(1)
  expect(await takeTurn(alsoSpeaks)).toBe('crowded')
  await db().task.update({ where: { id: speaks.id }, data: { status: 'done' } })
  await (await openQueue('send')).complete('gpu', speaks.id)

  const draws = await fetch()
  expect(draws.id).toBe(frame)
  expect(await takeTurn(draws)).toBe('crowded')

  await makeDue(alsoSpeaks.id)
  await makeDue(frame)
  const again = await fetch()
  expect(again.id).toBe(alsoSpeaks.id)
  expect(await takeTurn(again)).toHaveLength(1)
})

it('what was on its way as the line was paused is the first again, at once and with no attempt spent', async () => {
  const [first, second] = [await waiting('narration', 90), await waiting('narration', 90)]
  const early = await fetch()
  await setPaused(true)
  expect(await takeTurn(early)).toBe('paused')
  await setPaused(false)
  const again = await fetch()
  expect([early.id, again.id]).toEqual([first, first])
  expect(again.retryLimit - again.retryCount).toBe(early.retryLimit - early.retryCount)
  expect((await fetch()).id).toBe(second)
})

it('a card takes what comes first also when what comes later was fetched before it, or has its turn before it', async () => {
  const frame = await waiting('frame', 80)
  const draws = await fetch()
  const narration = await waiting('narration', 90)
  expect(await takeTurn(draws)).toBe('crowded')

  const speaks = await fetch()
  expect(speaks.id).toBe(narration)
  await makeDue(frame)
  const drawsAgain = await fetch()
  expect(drawsAgain.id).toBe(frame)
  expect(await takeTurn(drawsAgain)).toBe('crowded')
  expect(await takeTurn(speaks)).toHaveLength(1)
})

it('a card does not take what comes later while what comes first is fetched and has not begun', async () => {
  const [narration, frame, second] = [
    await waiting('narration', 90),
    await waiting('frame', 80),
    await waiting('frame', 80),
  ]
  const [speaks, draws, alsoDraws] = [await fetch(), await fetch(), await fetch()]
  expect([speaks.id, draws.id, alsoDraws.id]).toEqual([narration, frame, second])
  // The last two see each other as well: one alone of them comes before the other.
  expect(await takeTurn(alsoDraws)).toBe('crowded')
  expect(await takeTurn(draws)).toBe('crowded')
  expect(await takeTurn(speaks)).toHaveLength(1)
})

it('of two that were fetched in the same moment the first alone begins, with the other in its batch', async () => {
  await waiting('frame', 80)
  await waiting('frame', 80)
  const [first, second] = [await fetch(), await fetch()]
  expect(await takeTurn(second, 8)).toBe('crowded')
  const batch = await takeTurn(first, 8)
  expect(Array.isArray(batch) && batch.map(({ job }) => job.id)).toEqual([first.id, second.id])
})

it('with a lane for each, what was fetched later does not wait for what comes first', async () => {
  await waiting('narration', 90, 2)
  await waiting('frame', 80, 2)
  const [speaks, draws] = [await fetch(), await fetch()]
  expect(await takeTurn(draws)).toHaveLength(1)
  expect(await takeTurn(speaks)).toHaveLength(1)
})
