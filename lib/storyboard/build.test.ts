import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aScene, aStoryboard } from '@/tests/kit/storyboard'
import { applyOperation } from './apply'
import { duplicateScenes, moveBoundary, moveScenes, newScene, nudgeScenes, removeScenes } from './build'
import { cutsOf, middleCut } from './cuts'
import type { Operation } from './operations'
import { joinText } from './scene-text'

const LINES = ['The fox woke.', 'It ran into the forest.', 'Night fell.', 'It slept.']
const board = aStoryboard({
  scenes: ['a', 'b', 'c', 'd'].map((id, i) => aScene({ id, narration: LINES[i] ?? '' })),
})
const done = (operation: Operation | null) =>
  operation ? applyOperation(board, operation).storyboard : board
const ids = (operation: Operation | null) => done(operation).scenes.map((scene) => scene.id)

describe('a board’s buttons', () => {
  it('put a new scene where they are pressed, with seeds of its own', () => {
    expect(ids(newScene(board, 'n', 'b'))).toEqual(['a', 'b', 'n', 'c', 'd'])
    expect(ids(newScene(board, 'n', null))).toEqual(['n', 'a', 'b', 'c', 'd'])
    const [one, two] = ['x', 'y'].map((id) => done(newScene(board, id, null)).scenes[0]?.seeds)
    expect(one).not.toEqual(two)
  })

  it('copy scenes behind the last of them', () => {
    let n = 0
    const copies = duplicateScenes(board, ['c', 'a'], () => `copy-${n++}`)
    expect(ids(copies)).toEqual(['a', 'b', 'c', 'copy-0', 'copy-1', 'd'])
    expect(done(copies).scenes[3]?.narration).toBe('The fox woke.')
  })

  it('remove several at once, and it is one thing to undo', () => {
    const removal = removeScenes(['a', 'c'])
    expect(ids(removal)).toEqual(['b', 'd'])
    const { storyboard, inverse } = applyOperation(board, removal)
    expect(applyOperation(storyboard, inverse).storyboard).toEqual(board)
  })

  it.each([
    [['a'], 'c', ['b', 'c', 'a', 'd']],
    [['d'], null, ['d', 'a', 'b', 'c']],
    [['a', 'b'], 'd', ['c', 'd', 'a', 'b']],
    [['b', 'd'], 'b', ['a', 'b', 'd', 'c']],
    [['b'], 'a', ['a', 'b', 'c', 'd']],
    [['a', 'b', 'c', 'd'], 'b', ['a', 'b', 'c', 'd']],
  ] as [string[], string | null, string[]][])('put %j behind %s', (moving, place, expected) => {
    expect(ids(moveScenes(board, moving, place))).toEqual(expected)
  })

  it('move one place at a time, and stop at the ends', () => {
    expect(ids(nudgeScenes(board, ['b'], 1))).toEqual(['a', 'c', 'b', 'd'])
    expect(ids(nudgeScenes(board, ['b'], -1))).toEqual(['b', 'a', 'c', 'd'])
    expect(ids(nudgeScenes(board, ['b', 'c'], 1))).toEqual(['a', 'd', 'b', 'c'])
    expect(nudgeScenes(board, ['a'], -1)).toBeNull()
    expect(nudgeScenes(board, ['d'], 1)).toBeNull()
  })

  it('let words flow over the boundary of two scenes, and lose none', () => {
    const joined = joinText(LINES[0] ?? '', LINES[1] ?? '')
    for (const at of cutsOf(joined, 'en')) {
      const [a, b] = done(moveBoundary(board, 'a', at)).scenes
      expect(joinText(a?.narration ?? '', b?.narration ?? '')).toBe(joined)
    }
    expect(moveBoundary(board, 'a', (LINES[0] ?? '').length + 1)).toBeNull()
    expect(moveBoundary(board, 'd', 3)).toBeNull()
  })
})

describe('cuts', () => {
  it('stand before words, of Chinese as of English', () => {
    expect(cutsOf('The fox woke.', 'en')).toEqual([4, 8])
    const chinese = '小狐狸捡到了一颗星星。它很冷。'
    const words = cutsOf(chinese, 'zh')
    expect(words).toContain(chinese.indexOf('它'))
    expect(words.length).toBeGreaterThan(3)
    expect(words.length).toBeLessThan(chinese.length - 3)
  })

  it('leave an opening quote with its word', () => {
    const text = 'She said “come home” now.'
    expect(cutsOf(text, 'en')).toContain(text.indexOf('“'))
    expect(cutsOf(text, 'en')).not.toContain(text.indexOf('come'))
    expect(cutsOf('他说：“回家吧。”', 'zh')).toContain(3)
  })

  it('are never inside a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        for (const at of cutsOf(text, 'en')) {
          expect(text.slice(0, at) + text.slice(at)).toBe(text)
          expect(text.charCodeAt(at) >= 0xdc00 && text.charCodeAt(at) <= 0xdfff).toBe(false)
        }
      }),
    )
  })

  it('propose the end of a sentence near the middle', () => {
    const text = 'One two three. Four five six. Seven.'
    expect(middleCut(text, cutsOf(text, 'en'))).toBe(text.indexOf('Four'))
    expect(middleCut('one two three', cutsOf('one two three', 'en'))).toBe(8)
    expect(middleCut('', [])).toBeNull()
  })
})
