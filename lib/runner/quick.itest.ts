import { afterAll, beforeAll, expect, it } from 'vitest'
import { db } from '@/lib/base/db'
import { env } from '@/lib/base/env'
import { DRAFT_ENGINES } from '@/lib/engine/draft/identities'
import { startsOf } from '@/lib/project/queue/starts'
import { getQueueView } from '@/lib/project/queue/view'
import { setPaused } from '@/lib/task/line/store'
import { openStudio, type TestStudio } from '@/tests/kit/studio'

let studio: TestStudio

beforeAll(async () => {
  studio = await openStudio()
})
afterAll(async () => {
  await studio.close()
})

const byDraftWriter = (story: string) =>
  studio.makeProject(story, (brief) => {
    brief.settings.engines.storyboard = DRAFT_ENGINES.storyboard
  })

/** How many pieces of work run, once there are so many. */
const running = (count: number) =>
  studio.signals.first(async () => {
    const rows = await db().task.findMany({ where: { target: false, status: 'running' } })
    return rows.length === count ? rows : null
  })

it('a storyboard is written while every slot is taken by long work, unless the queue is paused', async () => {
  const opened = Promise.withResolvers<void>()
  studio.engines.painter.before = () => opened.promise
  const scenes = Array.from({ length: env.cpuSlots + 1 }, (_, i) => `Lock ${i + 1} opened.`)
  const frames = await studio.start(await studio.makeProject(scenes.join(' ')), 'frames')
  const held = await running(env.cpuSlots)

  await setPaused(true)
  const story = await studio.start(await byDraftWriter('A barge came. It went on.'), 'storyboard')
  const { live } = await getQueueView()
  expect(live.find(({ task }) => task.id === story.id)?.work.map(({ task }) => task.place)).toEqual([0])
  await setPaused(false)
  expect((await studio.ended(story.id)).status).toBe('done')

  expect((await running(env.cpuSlots)).map(({ id }) => id).toSorted()).toEqual(
    held.map(({ id }) => id).toSorted(),
  )
  opened.resolve()
  expect((await studio.ended(frames.id)).status).toBe('done')
})

it('a storyboard is said to begin at once while other work waits for a slot', async () => {
  const opened = Promise.withResolvers<void>()
  studio.engines.painter.before = () => opened.promise
  const scenes = Array.from({ length: env.cpuSlots + 1 }, (_, i) => `Weir ${i + 1} roared.`)
  const frames = await studio.start(await studio.makeProject(scenes.join(' ')), 'frames')
  await running(env.cpuSlots)
  const [row, behind] = await Promise.all([aWaiting('storyboard', 'quick'), aWaiting('frame', 'cpu')])
  const rows = await running(env.cpuSlots)
  const starts = await startsOf([row, behind], rows, 1)
  expect(starts.get(row.id)).toBe(0)
  expect(starts.get(behind.id)).toBeGreaterThan(0)
  await db().task.deleteMany({ where: { id: { in: [row.id, behind.id] } } })
  opened.resolve()
  expect((await studio.ended(frames.id)).status).toBe('done')
})

/** A row in the line, without a job that a slot could fetch. */
async function aWaiting(type: 'storyboard' | 'frame', queue: 'quick' | 'cpu') {
  const projectId = await studio.makeProject('A weir roared.')
  const updatedAt = new Date(Date.now() + 3_600_000)
  const recipe = { engine: 'fake/any@1', params: {}, inputs: {} }
  return db().task.create({ data: { projectId, type, payload: { queue, group: queue }, recipe, updatedAt } })
}
