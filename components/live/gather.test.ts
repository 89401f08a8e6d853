import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { gather } from './gather'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('the first call runs at once, a burst runs once more, and the last call is never lost', () => {
  const run = vi.fn()
  const { call } = gather(run, 400)
  call()
  expect(run).toHaveBeenCalledTimes(1)
  call()
  call()
  vi.advanceTimersByTime(399)
  expect(run).toHaveBeenCalledTimes(1)
  vi.advanceTimersByTime(1)
  expect(run).toHaveBeenCalledTimes(2)
  vi.advanceTimersByTime(2_000)
  expect(run).toHaveBeenCalledTimes(2)
  call()
  expect(run).toHaveBeenCalledTimes(3)
})

test('after a stop nothing runs any more', () => {
  const run = vi.fn()
  const { call, stop } = gather(run, 400)
  call()
  call()
  stop()
  vi.advanceTimersByTime(1_000)
  expect(run).toHaveBeenCalledTimes(1)
})
