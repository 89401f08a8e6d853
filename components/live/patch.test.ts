import { expect, test } from 'vitest'
import type { ProjectCard } from '@/lib/project/schema'
import { aTask } from '@/tests/kit/task'
import { isNews, patchCard, patchTargets } from './patch'

const target = (part: Parameters<typeof aTask>[0] = {}) =>
  aTask({ type: 'render', target: true, sceneId: null, ...part })

test('progress never goes back and a final status stays', () => {
  expect(isNews(aTask({ progress: 0.5 }), aTask({ progress: 0.4 }))).toBe(false)
  expect(isNews(aTask({ progress: 0.5 }), aTask({ status: 'pending', progress: 0.5 }))).toBe(false)
  expect(isNews(aTask({ status: 'cancelled' }), aTask({ status: 'done', progress: 1 }))).toBe(false)
  expect(isNews(aTask({ progress: 0.9 }), aTask({ status: 'error', progress: 0 }))).toBe(true)
})

test('targets: live ones first, then the newest', () => {
  const ended = target({ id: 'a', status: 'done', createdAt: '2026-01-03T00:00:00.000Z' })
  const live = patchTargets([ended], target({ id: 'b', createdAt: '2026-01-02T00:00:00.000Z' }))
  expect(live.map(({ id }) => id)).toEqual(['b', 'a'])
  const over = patchTargets(live, target({ id: 'b', status: 'done', createdAt: '2026-01-02T00:00:00.000Z' }))
  expect(over.map(({ id }) => id)).toEqual(['a', 'b'])
})

test('a poster carries its live target only', () => {
  const card = { id: 'p1', task: null } as ProjectCard
  const live = patchCard(card, target())
  expect(live.task?.id).toBe('t1')
  expect(patchCard(live, aTask({ id: 't9' }))).toBe(live)
  expect(patchCard(live, target({ status: 'done' })).task).toBeNull()
  expect(patchCard(live, target({ id: 'old', status: 'done' })).task?.id).toBe('t1')
})

test('what began waits again only for an engine that is away', () => {
  const running = aTask({ progress: 0.4 })
  const waiting = aTask({ status: 'pending', progress: 0.4 })
  expect(isNews(running, waiting)).toBe(false)
  expect(isNews(running, { ...waiting, waitingFor: 'images/sd-turbo@1' })).toBe(true)
})
