import { expect, test } from 'vitest'
import { timecode } from './timecode'

test('a timecode counts down to the second and shows hours only when there are some', () => {
  expect(timecode(0)).toBe('0:00')
  expect(timecode(67_990)).toBe('1:07')
  expect(timecode(5_600)).toBe('0:05')
  expect(timecode(3_847_000)).toBe('1:04:07')
})
