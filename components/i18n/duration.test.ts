import { expect, test } from 'vitest'
import { spokenLength } from './duration'

test('a spoken length is as fine as a person needs it', () => {
  expect(spokenLength(200)).toEqual({ unit: 'seconds', seconds: 1 })
  expect(spokenLength(13_600)).toEqual({ unit: 'seconds', seconds: 14 })
  expect(spokenLength(59_700)).toEqual({ unit: 'minutes', minutes: 1, seconds: 0 })
  expect(spokenLength(83_000)).toEqual({ unit: 'minutes', minutes: 1, seconds: 25 })
  expect(spokenLength(601_000)).toEqual({ unit: 'minutes', minutes: 10, seconds: 0 })
  expect(spokenLength(2 * 3_600_000)).toEqual({ unit: 'hours', hours: 2, minutes: 0 })
})
