import { expect, test } from 'vitest'
import type { ProjectCard, ProjectView, SlotView } from '@/lib/project/schema'
import type { TaskView } from '@/lib/task/schema'
import { isNews, patchCard, patchPlaces, patchProject, wantsRefetch } from './patch'

const task = (part: Partial<TaskView> = {}): TaskView => ({
  id: 't1',
  projectId: 'p1',
  type: 'frame',
  target: false,
  sceneId: 's1',
  fingerprint: null,
  status: 'running',
  progress: 0.4,
  error: null,
  leftMs: 4_000,
  place: null,
  work: null,
  createdAt: '2026-01-01T00:00:00.000Z',
  startedAt: null,
  endedAt: null,
  ...part,
})
const target = (part: Partial<TaskView> = {}) =>
  task({ type: 'render', target: true, sceneId: null, ...part })

const slot = (part: Partial<SlotView> = {}): SlotView => ({
  state: 'missing',
  url: null,
  fingerprint: null,
  wanted: null,
  engine: null,
  why: [],
  error: null,
  task: null,
  ...part,
})

const view = (frame: SlotView = slot(), targets: TaskView[] = []) =>
  ({
    id: 'p1',
    targets,
    scenes: ['s1', 's2'].map((id) => ({ id, slots: { frame, clip: slot(), narration: slot() } })),
  }) as unknown as ProjectView

const frameOf = (patched: ProjectView) => patched.scenes[0]?.slots.frame

test('a task moves the slot of its scene and leaves the others alone', () => {
  const before = view()
  const after = patchProject(before, task())
  expect(frameOf(after)?.task?.progress).toBe(0.4)
  expect(after.scenes[1]).toBe(before.scenes[1])
})

test('an event that says nothing new gives back the same object', () => {
  const before = view(slot({ task: task({ progress: 0.8 }) }))
  expect(patchProject(before, task({ progress: 0.4 }))).toBe(before)
  expect(patchProject(before, task({ projectId: 'other' }))).toBe(before)
  expect(patchProject(before, task({ type: 'score', sceneId: null }))).toBe(before)
})

test('scenes and projects that ask for the same share the task', () => {
  const before = view(slot({ wanted: 'f1' }))
  const shared = task({ projectId: 'other', sceneId: 's9', fingerprint: 'f1' })
  const after = patchProject(before, shared)
  expect(after.scenes.map((scene) => scene.slots.frame.task?.id)).toEqual(['t1', 't1'])
  const error = { code: 'engine_failed', message: 'no' } as const
  const failed = patchProject(after, { ...shared, status: 'error', error })
  expect(failed.scenes.map((scene) => scene.slots.frame.state)).toEqual(['failed', 'failed'])
})

test('a task of an older recipe shows on its scene, but neither fails the slot nor hides the right one', () => {
  const older = task({ fingerprint: 'old', progress: 0.9 })
  const running = patchProject(view(slot({ wanted: 'new' })), older)
  expect(frameOf(running)?.task?.id).toBe('t1')
  expect(running.scenes[1]?.slots.frame.task).toBeNull()
  const error = { code: 'engine_failed', message: 'no' } as const
  expect(frameOf(patchProject(running, { ...older, status: 'error', error }))?.state).toBe('missing')
  const right = task({ id: 't2', fingerprint: 'new', progress: 0.1 })
  const both = patchProject(patchProject(running, right), older)
  expect(frameOf(both)?.task?.id).toBe('t2')
})

test('places move up for what waits, and an old place changes nothing', () => {
  const waiting = view(slot({ task: task({ status: 'pending', progress: 0, place: 7 }) }))
  expect(frameOf(patchPlaces(waiting, { t1: 3, t9: 0 }))?.task?.place).toBe(3)
  expect(patchPlaces(waiting, { t1: 7 })).toBe(waiting)
  const running = view(slot({ task: task() }))
  expect(patchPlaces(running, { t1: 3 })).toBe(running)
})

test('progress never goes back and a final status stays', () => {
  expect(isNews(task({ progress: 0.5 }), task({ progress: 0.4 }))).toBe(false)
  expect(isNews(task({ progress: 0.5 }), task({ status: 'pending', progress: 0.5 }))).toBe(false)
  expect(isNews(task({ status: 'cancelled' }), task({ status: 'done', progress: 1 }))).toBe(false)
  expect(isNews(task({ progress: 0.9 }), task({ status: 'error', progress: 0 }))).toBe(true)
})

test('a finished task leaves its slot, and the view is asked for again', () => {
  const done = task({ status: 'done', progress: 1 })
  const after = patchProject(view(slot({ task: task() })), done)
  expect(frameOf(after)?.task).toBeNull()
  expect(wantsRefetch(done)).toBe(true)
})

test('a failed task shows its error at once; a new try takes it away', () => {
  const error = { code: 'engine_failed', message: 'no' } as const
  const failed = patchProject(view(slot({ task: task() })), task({ status: 'error', error }))
  expect(frameOf(failed)).toMatchObject({ state: 'failed', error, task: null })
  const again = patchProject(failed, task({ id: 't2', status: 'pending', progress: 0 }))
  expect(frameOf(again)).toMatchObject({ state: 'missing', error: null, task: { id: 't2' } })
})

test('the end of an older task does not take the newer one off the scene', () => {
  const newer = task({ id: 't2', progress: 0.1 })
  const after = patchProject(view(slot({ task: newer })), task({ status: 'cancelled' }))
  expect(frameOf(after)?.task).toBe(newer)
})

test('targets: live ones first, then the newest', () => {
  const ended = target({ id: 'a', status: 'done', createdAt: '2026-01-03T00:00:00.000Z' })
  const after = patchProject(
    view(slot(), [ended]),
    target({ id: 'b', createdAt: '2026-01-02T00:00:00.000Z' }),
  )
  expect(after.targets.map(({ id }) => id)).toEqual(['b', 'a'])
  const over = patchProject(after, target({ id: 'b', status: 'done', createdAt: '2026-01-02T00:00:00.000Z' }))
  expect(over.targets.map(({ id }) => id)).toEqual(['a', 'b'])
})

test('a poster carries its live target only', () => {
  const card = { id: 'p1', task: null } as ProjectCard
  const live = patchCard(card, target())
  expect(live.task?.id).toBe('t1')
  expect(patchCard(live, task({ id: 't9' }))).toBe(live)
  expect(patchCard(live, target({ status: 'done' })).task).toBeNull()
  expect(patchCard(live, target({ id: 'old', status: 'done' })).task?.id).toBe('t1')
})
