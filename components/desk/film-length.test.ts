import { expect, test } from 'vitest'
import { estimateFilmMs } from './film-length'

test('a longer story and more scenes make a longer film; an empty one makes none', () => {
  const line = '小狐狸捡到了一颗从天上掉下来的星星。'
  expect(estimateFilmMs('', null)).toBe(0)
  expect(estimateFilmMs('…', null)).toBeGreaterThanOrEqual(0)
  const short = estimateFilmMs(line, null)
  expect(short).toBeGreaterThan(4_000)
  expect(short).toBeLessThan(9_000)
  expect(estimateFilmMs(line.repeat(10), null)).toBeGreaterThan(short * 5)
  expect(estimateFilmMs(line, 12)).toBeGreaterThan(short)
})
