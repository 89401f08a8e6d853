import { expect, test } from 'vitest'
import type { QueueTarget, QueueView } from '@/lib/project/queue/schema'
import type { TaskView } from '@/lib/task/schema'
import { movesQueue, patchQueue } from './patch-queue'

const task = (id: string, part: Partial<TaskView> = {}) =>
  ({ id, status: 'running', progress: 0.2, ...part }) as TaskView
const target = (id: string, ...work: TaskView[]) =>
  ({ task: task(id), work: work.map((one) => ({ task: one })) }) as QueueTarget
const view = (...live: QueueTarget[]) => ({ live, failed: [], ended: [] }) as unknown as QueueView

test('a task moves on wherever it stands, under every target that wants it', () => {
  const before = view(target('a', task('w')), target('b', task('w'), task('x')))
  const after = patchQueue(before, task('w', { progress: 0.6 }))
  expect(after.live.map((one) => one.work[0]?.task.progress)).toEqual([0.6, 0.6])
  expect(after.live[1]?.work[1]).toBe(before.live[1]?.work[1])
})

test('an event that says nothing new changes nothing', () => {
  const before = view(target('a', task('w')))
  expect(patchQueue(before, task('w', { progress: 0.1 }))).toBe(before)
  expect(patchQueue(before, task('elsewhere'))).toBe(before)
})

test('what is done or cancelled leaves the work of its target, what failed stays', () => {
  const before = view(target('a', task('w'), task('x')))
  const left = (status: TaskView['status']) =>
    patchQueue(before, task('w', { status })).live[0]?.work.map((one) => one.task.id)
  expect(left('cancelled')).toEqual(['x'])
  expect(left('done')).toEqual(['x'])
  expect(left('error')).toEqual(['w', 'x'])
})

test('the lists are asked for again when something begins, ends or comes, not for a little progress', () => {
  const before = view(target('a', task('w')))
  expect(movesQueue(before, task('w', { progress: 0.6 }))).toBe(false)
  expect(movesQueue(before, task('a', { progress: 0.6 }))).toBe(false)
  expect(movesQueue(before, task('w', { status: 'done' }))).toBe(true)
  expect(movesQueue(before, task('new', { status: 'pending' }))).toBe(true)
})
