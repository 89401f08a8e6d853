import { expect, test } from 'vitest'
import type { TakeView } from '@/lib/asset/schema'
import type { Workspace } from '@/lib/project/schema'
import { aTask } from '@/tests/kit/task'
import { withAssets, withPlaces, withTakes, withTask } from './patch-workspace'

const fingerprint = 'f'.repeat(64)
const knowledge = { assets: [], failures: [], fixedLength: [], reference: [], ffmpeg: 'test', anchors: {} }
const open = (changes: Partial<Workspace> = {}) =>
  ({ id: 'p1', work: [], targets: [], takes: [], knowledge, ...changes }) as unknown as Workspace
const take = (changes: Partial<TakeView> = {}): TakeView => ({
  sceneId: 's1',
  slot: 'frame',
  fingerprint,
  label: '',
  createdAt: '2026-01-01T00:00:00.000Z',
  ...changes,
})

test('a task is on the page as long as it is alive', () => {
  const running = withTask(open(), aTask())
  expect(running.work.map((task) => task.id)).toEqual(['t1'])
  expect(withTask(running, aTask({ progress: 0.2 }))).toBe(running)
  expect(withTask(running, aTask({ status: 'done' })).work).toEqual([])
})

test("another project's target is not of this page, its work for the same asset is", () => {
  const other = { projectId: 'p2', fingerprint }
  expect(withTask(open(), aTask({ ...other, target: true, type: 'render' })).targets).toEqual([])
  expect(withTask(open(), aTask(other)).work).toHaveLength(1)
})

test('a failure is known by what failed, until it is tried again', () => {
  const error = { code: 'engine_failed', message: 'no' } as const
  const failed = withTask(open(), aTask({ status: 'error', error, fingerprint }))
  expect(failed.knowledge?.failures).toEqual([[fingerprint, error]])
  const again = withTask(failed, aTask({ id: 't2', status: 'pending', progress: 0, fingerprint }))
  expect(again.knowledge?.failures).toEqual([])
})

test('takes and assets are added once', () => {
  const asset = {
    fingerprint,
    recipe: { kind: 'frame' as const, engine: 'x', params: {}, inputs: {} },
    facts: {},
  }
  const once = withTakes(open(), [take()], [asset])
  expect(once.takes).toHaveLength(1)
  expect(once.knowledge?.assets).toHaveLength(1)
  expect(withTakes(once, [take()], [asset])).toBe(once)
  expect(withAssets(once, [asset])).toBe(once)
  expect(withTakes(once, [take({ sceneId: 's2' })], []).takes).toHaveLength(2)
})

test('what waits moves up in the line, what runs has left it', () => {
  const waiting = open({ work: [aTask({ status: 'pending', progress: 0, place: 7 })] })
  expect(withPlaces(waiting, { t1: 3, t9: 0 }).work[0]?.place).toBe(3)
  expect(withPlaces(waiting, { t1: 7 })).toBe(waiting)
  const running = open({ work: [aTask()] })
  expect(withPlaces(running, { t1: 3 })).toBe(running)
})
