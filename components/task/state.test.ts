import { expect, test } from 'vitest'
import type { ProjectView, SceneView } from '@/lib/project/schema'
import type { TaskView } from '@/lib/task/schema'
import {
  countReady,
  countWanted,
  endedTarget,
  isResting,
  isSceneDone,
  placeInLine,
  stageOf,
  stopOf,
  taskOnShow,
} from './state'

const task = (id: string, part: Partial<TaskView> = {}) =>
  ({ id, type: 'frame', status: 'pending', work: null, createdAt: '2026-01-01', ...part }) as TaskView

const scene = (
  id: string,
  tasks: { frame?: TaskView; clip?: TaskView; narration?: TaskView },
  state = 'missing',
) =>
  ({
    id,
    slots: {
      frame: { state, task: tasks.frame ?? null },
      clip: { state, task: tasks.clip ?? null },
      narration: { state, task: tasks.narration ?? null },
    },
  }) as unknown as SceneView

test('the place in line is counted from one, and only for what waits', () => {
  expect(placeInLine(task('f1', { place: 0 }))).toBe(1)
  expect(placeInLine(task('f2', { status: 'running', place: null }))).toBeNull()
})

test('a card speaks of what runs before what waits', () => {
  const running = task('n1', { type: 'narration', status: 'running' })
  expect(taskOnShow(scene('s1', { frame: task('f1'), narration: running }))).toBe(running)
  expect(taskOnShow(scene('s1', { clip: task('c1', { type: 'clip' }) }))?.id).toBe('c1')
  expect(taskOnShow(scene('s1', {}))).toBeUndefined()
})

test('a scene is done when all three slots are', () => {
  expect(isSceneDone(scene('s1', {}, 'ready'))).toBe(true)
  expect(isSceneDone(scene('s1', {}, 'stale'))).toBe(false)
})

test('a scene without words has no voice to count', () => {
  const made = { state: 'ready', wanted: 'a', fingerprint: 'a' }
  const spoken = { slots: { frame: made, clip: made, narration: made } } as unknown as SceneView
  // The line that a scene once had stays among its takes.
  const silent = { state: 'ready', wanted: null, fingerprint: 'old' }
  const wordless = { slots: { frame: made, clip: made, narration: silent } } as unknown as SceneView
  const unspoken = {
    slots: { frame: made, clip: made, narration: { ...made, state: 'missing' } },
  } as unknown as SceneView
  expect(countReady([spoken, wordless, unspoken])).toEqual({ frame: 3, clip: 3, narration: 1 })
  expect(countWanted([spoken, wordless, unspoken])).toEqual({ frame: 3, clip: 3, narration: 2 })
})

test('a target rests while the queue is paused, once what ran of it has ended', () => {
  const work = { total: 4, done: 1, running: 0, failed: 0, now: null }
  const target = task('r', { type: 'render', status: 'running', work })
  expect(isResting(target, { paused: true })).toBe(true)
  expect(isResting({ ...target, work: { ...work, running: 1 } }, { paused: true })).toBe(false)
  expect(isResting(target, { paused: false })).toBe(false)
  expect(isResting(target, undefined)).toBe(false)
})

test('where a target stopped is read from its error', () => {
  const error = { code: 'cancelled', message: '', details: { stage: 'frame', scene_id: 's2' } } as const
  expect(stopOf(error)).toEqual({ stage: 'frame', sceneId: 's2' })
  expect(stopOf({ ...error, details: { stage: 'film', scene_id: null } })).toEqual({
    stage: 'film',
    sceneId: null,
  })
  expect(stopOf({ code: 'internal', message: '' })).toBeNull()
})

test('only the newest target can still ask for a retry', () => {
  const view = (...targets: TaskView[]) => ({ targets }) as ProjectView
  const failed = task('a', { status: 'error', createdAt: '2026-01-01' })
  expect(endedTarget(view(failed))).toBe(failed)
  expect(endedTarget(view(failed, task('b', { status: 'done', createdAt: '2026-01-02' })))).toBeUndefined()
})

test('a target is told by the work under it', () => {
  const work = { total: 4, done: 1, running: 1, failed: 0 }
  expect(stageOf(task('r', { type: 'render', work: { ...work, now: 'segment' } }))).toBe('compose')
  expect(stageOf(task('r', { type: 'render', work: { ...work, now: null } }))).toBe('waiting')
  expect(stageOf(task('r', { type: 'storyboard', status: 'running' }))).toBe('storyboard')
})
