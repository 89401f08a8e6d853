import type { TaskView } from '@/lib/task/schema'

/** A task as pages see it: a frame in the making. */
export const aTask = (changes: Partial<TaskView> = {}): TaskView => ({
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
  waitingFor: null,
  work: null,
  createdAt: '2026-01-01T00:00:00.000Z',
  startedAt: null,
  endedAt: null,
  ...changes,
})
