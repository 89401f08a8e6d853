import { expect, it } from 'vitest'
import { openLimiter } from './limits'

it('a burst, then as many a minute as are allowed, each caller for itself', () => {
  let now = 0
  const limiter = openLimiter({ burst: 2, perMinute: 6 }, () => now)
  expect([limiter.take('a'), limiter.take('a')]).toEqual([0, 0])
  expect(limiter.take('a')).toBe(10)
  expect(limiter.take('b')).toBe(0)
  now += 10_000
  expect(limiter.wait('a')).toBe(0)
  expect(limiter.take('a')).toBe(0)
  expect(limiter.take('a')).toBeGreaterThan(0)
  now += 3_600_000
  expect([limiter.take('a'), limiter.take('a')]).toEqual([0, 0])
  expect(limiter.take('a')).toBeGreaterThan(0)
})
