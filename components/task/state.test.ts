import { expect, test } from 'vitest'
import type { ProjectView, SceneView } from '@/lib/project/schema'
import type { TaskView } from '@/lib/task/schema'
import { endedTarget, isSceneDone, placeInLine, stageOf, taskOnShow } from './state'

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
