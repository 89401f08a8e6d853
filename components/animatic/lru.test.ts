import { expect, test, vi } from 'vitest'
import { createLru } from './lru'

test('what was used longest ago goes first', () => {
  const forgotten = vi.fn()
  const lru = createLru<number>(2, forgotten)
  lru.set('a', 1)
  lru.set('b', 2)
  lru.get('a')
  lru.set('c', 3)
  expect(lru.get('b')).toBeUndefined()
  expect([lru.get('a'), lru.get('c')]).toEqual([1, 3])
  expect(forgotten.mock.calls).toEqual([[2]])
})

test('it never holds more than it may', () => {
  const lru = createLru<number>(5)
  for (let i = 0; i < 300; i++) lru.set(`${i}`, i)
  expect(lru.size).toBe(5)
})
