import { expect, test } from 'vitest'
import type { QueueWork } from '@/lib/project/queue/schema'
import { canMoveUp } from './can-move-up'

const waiting = (...places: number[]) =>
  places.map((place) => ({ task: { status: 'pending', place } }) as QueueWork)

test('a film that is first in the line cannot go further, however much of it waits', () => {
  expect(canMoveUp({ work: waiting(0, 1, 2), more: 0 })).toBe(false)
  expect(canMoveUp({ work: waiting(0, 1, 2), more: 30 })).toBe(false)
  // Pictures wait in one queue and voices in another.
  expect(canMoveUp({ work: waiting(0, 1, 0), more: 0 })).toBe(false)
})

test('a film with anything before its work can go to the front', () => {
  expect(canMoveUp({ work: waiting(3, 4), more: 0 })).toBe(true)
  expect(canMoveUp({ work: waiting(0, 2), more: 0 })).toBe(true)
})

test('a film of which nothing waits has nothing to move', () => {
  const running = { task: { status: 'running', place: null } } as QueueWork
  expect(canMoveUp({ work: [running], more: 0 })).toBe(false)
  expect(canMoveUp({ work: [running], more: 4 })).toBe(true)
})
