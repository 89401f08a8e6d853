import { expect, it } from 'vitest'
import { findSilences } from './silences'
import { sine } from './testing'
import { estimateWords } from './word-times'

const spoken = (text: string, words: { offset: number; length: number }[]) =>
  words.map((w) => text.slice(w.offset, w.offset + w.length))

it('gives each word a time, in order, within the recording', () => {
  for (const [text, language] of [
    ['The fox ran, it’s said; then 1,234 geese came home.', 'en'],
    ['小狐狸看着月亮，远处有一盏灯。', 'zh'],
    ['昔々、山の奥に', 'ja'],
    ['🦊 only emoji around 🦊', 'xx-not-a-language'],
  ] as const) {
    const words = estimateWords(text, language, 4_000)
    expect(words.length).toBeGreaterThan(1)
    expect(words[0]?.startMs).toBe(0)
    for (const [i, word] of words.entries()) {
      expect(word.startMs).toBeGreaterThanOrEqual(words[i - 1]?.startMs ?? 0)
      expect(word.startMs).toBeLessThan(4_000)
    }
    expect(spoken(text, words).join('')).toBe(text.replace(/[^\p{L}\p{N}’,]|,(?=\s)|,$|[，。、]/gu, ''))
  }
})

it('gives long words more time than short ones', () => {
  const words = estimateWords('A lighthousekeeper a', 'en', 3_000)
  expect(words[1]!.startMs).toBeLessThan(900)
  expect(words[2]!.startMs).toBeGreaterThan(2_000)
})

it('begins a clause where the recording comes back from its pause', () => {
  const text = 'He waited all night, and in the morning he left.'
  const words = estimateWords(text, 'en', 5_000, [
    { startMs: 0, endMs: 200 },
    { startMs: 1_500, endMs: 2_600 },
    { startMs: 4_800, endMs: 5_000 },
  ])
  expect(words[0]!.startMs).toBe(200)
  expect(spoken(text, words)[4]).toBe('and')
  expect(words[4]!.startMs).toBe(2_600)
  expect(words.at(-1)!.startMs).toBeLessThan(4_800)
})

it('has nothing to place in a text without words', () => {
  expect(estimateWords('… !!', 'en', 1_000)).toEqual([])
})

it('finds the pauses of a quiet recording as of a loud one', () => {
  for (const level of [0.9, 0.01]) {
    const tone = sine(200, 3, level)
    tone.fill(0, 48_000, 72_000)
    const [only, ...more] = findSilences(tone, 48_000)
    expect(more).toEqual([])
    expect(Math.abs(only!.startMs - 1_000)).toBeLessThan(20)
    expect(Math.abs(only!.endMs - 1_500)).toBeLessThan(20)
  }
})
