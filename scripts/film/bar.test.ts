import { expect, it } from 'vitest'
import type { TaskView } from '@/lib/task/schema'
import { barOf } from './bar'

const target = (part: Partial<TaskView> = {}) =>
  ({ type: 'render', progress: 0.5, leftMs: 11_200, endedAt: null, work: null, ...part }) as TaskView

it('the bar says what is going on, where and for how long', () => {
  const work = { total: 4, done: 2, running: 1, failed: 0, now: 'frame' as const }
  expect(barOf(target({ work }), ', scene 3')).toBe(
    `[${'#'.repeat(12)}${'-'.repeat(12)}]  50 %  drawing, scene 3, about 12 s left`,
  )
  expect(barOf(target({ status: 'error', endedAt: '2026-01-01' }), '')).toMatch(/ failed$/)
})

it('the bar of a film that waits for a paused queue says so, and what to do', () => {
  expect(barOf(target(), null)).toMatch(/ paused: .* --resume$/)
})
