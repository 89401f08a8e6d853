import { expect, test } from 'vitest'
import type { ProjectCard, ProjectView, SlotView } from '@/lib/project/schema'
import type { TaskView } from '@/lib/task/schema'
import { isNews, patchCard, patchProject, wantsRefetch } from './patch'

const task = (part: Partial<TaskView> = {}): TaskView => ({
  id: 't1',
  projectId: 'p1',
  type: 'frame',
  target: false,
  sceneId: 's1',
  status: 'running',
  progress: 0.4,
  error: null,
  leftMs: 4_000,
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
