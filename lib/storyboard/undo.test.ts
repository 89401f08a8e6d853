import { describe, expect, it } from 'vitest'
import { type RevisionMark, undoStacksOf } from './undo'

const marks = (...words: string[]): RevisionMark[] =>
  words.map((word, i) => {
    const [role = 'edit', gesture = ''] = word.split(':')
    return { number: i + 1, role: role as RevisionMark['role'], gesture }
  })

const stacksOf = (...words: string[]) => {
  const { undo, redo } = undoStacksOf(marks(...words))
  return { undo: undo.map((entry) => entry.numbers), redo: redo.map((entry) => entry.numbers) }
}

describe('undoStacksOf', () => {
  it('takes back the newest first', () => {
    expect(stacksOf('edit', 'edit', 'edit')).toEqual({ undo: [[1], [2], [3]], redo: [] })
  })
  it('takes a line back as it was typed, in one go', () => {
    expect(stacksOf('edit:a', 'edit:a', 'edit:b', 'edit').undo).toEqual([[1, 2], [3], [4]])
  })
  it('brings back what was taken back, until something new is done', () => {
    expect(stacksOf('edit', 'edit', 'undo')).toEqual({ undo: [[1]], redo: [[3]] })
    expect(stacksOf('edit', 'edit', 'undo', 'redo')).toEqual({ undo: [[1], [4]], redo: [] })
    expect(stacksOf('edit', 'edit', 'undo', 'edit')).toEqual({ undo: [[1], [4]], redo: [] })
  })
  it('begins a new gesture after an undo, even under the same name', () => {
    expect(stacksOf('edit:a', 'undo', 'edit:a', 'edit:a').undo).toEqual([[3, 4]])
  })
  it('undoes and redoes as far as there is anything', () => {
    expect(stacksOf('edit', 'edit', 'undo', 'undo', 'redo', 'redo', 'undo')).toEqual({
      undo: [[5]],
      redo: [[7]],
    })
  })
  it('knows what an undo and a redo are about', () => {
    const { undo, redo, origins } = undoStacksOf(marks('edit:a', 'edit:a', 'edit', 'undo', 'undo', 'redo'))
    expect(undo.map((entry) => entry.origin)).toEqual([[1, 2]])
    expect(redo.map((entry) => entry.origin)).toEqual([[3]])
    expect([...origins]).toEqual([
      [4, [3]],
      [5, [1, 2]],
      [6, [1, 2]],
    ])
  })
})
