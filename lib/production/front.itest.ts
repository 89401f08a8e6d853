import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { db, inTransaction } from '@/lib/base/db'
import { env } from '@/lib/base/env'
import { setPaused } from '@/lib/task/line/store'
import type { TargetType } from '@/lib/task/schema'
import { listWork, type TaskRow } from '@/lib/task/store'
import { taskViews } from '@/lib/task/view'
import { openStudio, type TestStudio } from '@/tests/kit/studio'
import { moveToFront } from './front'
import { cancelTask } from './target'

let studio: TestStudio
let count = 0
const slots = env.cpuSlots

beforeAll(async () => {
  // One at a time, so that the order of beginning is the order of the line.
  env.cpuSlots = 1
  studio = await openStudio()
})
afterEach(() => setPaused(false))
afterAll(async () => {
  await studio.close()
  env.cpuSlots = slots
})

/** A project of two scenes whose storyboard is written. */
async function aProject(): Promise<string> {
  count += 1
  const projectId = await studio.makeProject(`Ship ${count} left. Ship ${count} came back.`)
  await studio.ended((await studio.start(projectId, 'storyboard')).id)
  return projectId
}

/** Two projects that wait in a paused line, one behind the other. */
async function twoWaiting(type: TargetType): Promise<[TaskRow, TaskRow]> {
  const [a, b] = [await aProject(), await aProject()]
  await setPaused(true)
  return [await studio.start(a, type), await studio.start(b, type)]
}

const workOf = (target: TaskRow) => inTransaction((tx) => listWork(tx, target.id))
const placesOf = async (target: TaskRow): Promise<(number | null)[]> =>
  (await taskViews(await workOf(target))).map((view) => view.place)

/** Ids of the work of these targets in the order in which it began. */
async function orderOf(targets: readonly TaskRow[]): Promise<string[]> {
  await setPaused(false)
  for (const target of targets) expect((await studio.ended(target.id)).status).toBe('done')
  const rows = (await Promise.all(targets.map(workOf))).flat()
  return rows
    .toSorted((x, y) => (x.startedAt?.getTime() ?? 0) - (y.startedAt?.getTime() ?? 0))
    .map((row) => row.id)
}
/** Work of one film that was asked for at once may change places among itself. */
async function filmsOf(ids: readonly string[]): Promise<(string | undefined)[]> {
  const rows = await db().task.findMany({ where: { id: { in: [...ids] } } })
  return ids.map((id) => rows.find((row) => row.id === id)?.projectId)
}
const idsOf = async (target: TaskRow): Promise<string[]> => (await workOf(target)).map((row) => row.id)

describe('the line', () => {
  it('gives waiting work the places in which it then begins', async () => {
    const [a, b] = await twoWaiting('frames')
    const views = await taskViews([...(await workOf(a)), ...(await workOf(b))])
    expect(views.map((view) => view.place).toSorted()).toEqual([0, 1, 2, 3])
    const line = views.toSorted((x, y) => (x.place ?? 0) - (y.place ?? 0)).map((view) => view.id)
    expect(await filmsOf(await orderOf([a, b]))).toEqual(await filmsOf(line))
    expect(await placesOf(a)).toEqual([null, null])
  })

  it('closes up when waiting work is cancelled', async () => {
    const [a, b] = await twoWaiting('frames')
    await cancelTask(a.id)
    expect((await placesOf(b)).toSorted()).toEqual([0, 1])
    await orderOf([b])
  })
})

describe('moving to the front', () => {
  it('of a target puts its waiting work before all other', async () => {
    const [a, b] = await twoWaiting('frames')
    await moveToFront(b.id)
    expect((await placesOf(b)).toSorted()).toEqual([0, 1])
    expect((await placesOf(a)).toSorted()).toEqual([2, 3])
    const first = await filmsOf([...(await idsOf(b)), ...(await idsOf(a))])
    expect(await filmsOf(await orderOf([a, b]))).toEqual(first)
  })

  it('holds for what the target comes to need later', async () => {
    const [a, b] = await twoWaiting('clips')
    const waiting = new Set(await idsOf(a))
    await moveToFront(b.id)
    const order = await orderOf([a, b])
    const last = Math.max(...(await idsOf(b)).map((id) => order.indexOf(id)))
    const others = order.flatMap((id, place) => (waiting.has(id) ? [place] : []))
    expect(Math.min(...others)).toBeGreaterThan(last)
  })

  it('of one piece of work moves that alone', async () => {
    const [a, b] = await twoWaiting('frames')
    const [first, second] = await workOf(b)
    await moveToFront(second?.id ?? '')
    const places = new Map((await taskViews(await workOf(b))).map((view) => [view.id, view.place]))
    expect([places.get(first?.id ?? ''), places.get(second?.id ?? '')]).toEqual([3, 0])
    expect((await orderOf([a, b]))[0]).toBe(second?.id)
  })

  it('reaches work that another project asked for first', async () => {
    const story = 'A shared story began. It ended.'
    const [owner, other] = [await studio.makeProject(story), await studio.makeProject(story)]
    for (const id of [owner, other]) await studio.ended((await studio.start(id, 'storyboard')).id)
    const before = await aProject()
    await setPaused(true)
    const first = await studio.start(before, 'frames')
    const shared = await studio.start(owner, 'frames')
    const second = await studio.start(other, 'frames')
    expect(await idsOf(second)).toEqual(await idsOf(shared))
    await moveToFront(second.id)
    expect((await placesOf(shared)).toSorted()).toEqual([0, 1])
    await orderOf([first, shared, second])
  })

  it('leaves alone what runs', async () => {
    const projectId = await aProject()
    const [entered, opened] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    studio.engines.painter.before = async () => {
      entered.resolve()
      await opened.promise
    }
    const target = await studio.start(projectId, 'frames')
    await entered.promise
    const running = (await workOf(target)).find((row) => row.status === 'running')
    await moveToFront(target.id)
    expect(await db().task.findUnique({ where: { id: running?.id ?? '' } })).toEqual(running)
    opened.resolve()
    studio.engines.painter.before = async () => undefined
    await studio.ended(target.id)
    await expect(moveToFront(target.id)).rejects.toMatchObject({ code: 'conflict' })
  })
})
