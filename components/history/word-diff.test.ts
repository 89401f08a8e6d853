import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Stretch, wordDiff } from './word-diff'

const told = (stretches: readonly Stretch[]) =>
  stretches
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'gone' ? `[-${text}-]` : `{+${text}+}`))
    .join('')
const textOf = (stretches: readonly Stretch[], kind: 'gone' | 'come') =>
  stretches
    .filter((stretch) => stretch.kind === 'same' || stretch.kind === kind)
    .map(({ text }) => text)
    .join('')

describe('the words that changed', () => {
  it.each([
    ['en', 'The keeper lit the lamp.', 'The keeper lit the old lamp.', 'The keeper lit the {+old +}lamp.'],
    ['en', 'The keeper slept.', 'The keeper woke.', 'The keeper [-slept-]{+woke+}.'],
    ['en', 'a b c d', 'a x y d', 'a [-b c-]{+x y+} d'],
    ['zh', '小狐狸抱着星星走进森林。', '小狐狸抱着月亮走进森林。', '小狐狸抱着[-星星-]{+月亮+}走进森林。'],
    ['en', '', 'New.', '{+New.+}'],
    ['en', 'Gone.', '', '[-Gone.-]'],
    ['en', 'Same.', 'Same.', 'Same.'],
  ])('are told word by word (%s: %s)', (language, from, to, expected) => {
    expect(told(wordDiff(from, to, language))).toBe(expected)
  })

  it('make the one text of the other, whatever they are', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (from, to) => {
        const stretches = wordDiff(from, to, 'en')
        expect(textOf(stretches, 'gone')).toBe(from)
        expect(textOf(stretches, 'come')).toBe(to)
      }),
    )
  })

  it('are the whole middle where a long text was written anew', () => {
    const [from, to] = ['a ', 'b '].map((word) => `Once ${word.repeat(2_000)}end`)
    expect(wordDiff(from ?? '', to ?? '', 'en').map(({ kind }) => kind)).toEqual([
      'same',
      'gone',
      'come',
      'same',
    ])
  })
})
