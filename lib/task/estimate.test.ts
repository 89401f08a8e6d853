import { expect, it } from 'vitest'
import { estimateMs, FIRST_GUESS } from './estimate'

it('an estimate shares work between the slots, save the film, which is joined alone', () => {
  const pace = { ...FIRST_GUESS, frame: 1_000, clip: 4_000, film: 3_000 }
  expect(estimateMs({}, pace, 2)).toBe(0)
  expect(estimateMs({ frame: 4, clip: 2 }, pace, 1)).toBe(12_000)
  expect(estimateMs({ frame: 4, clip: 2 }, pace, 2)).toBe(6_000)
  expect(estimateMs({ frame: 4, clip: 2, film: 1 }, pace, 2)).toBe(9_000)
})
