import { describe, expect, it } from 'vitest'
import { type RevisionMark, undoStacksOf } from './undo'

const marks = (...words: string[]): RevisionMark[] =>
  words.map((word, i) => {
    const [role = 'edit', gesture = ''] = word.split(':')
    return { number: i + 1, role: role as RevisionMark['role'], gesture }
  })

describe('undoStacksOf', () => {
  it('takes back the newest first', () => {
    expect(undoStacksOf(marks('edit', 'edit', 'edit'))).toEqual({ undo: [[1], [2], [3]], redo: [] })
  })
  it('takes a line back as it was typed, in one go', () => {
    expect(undoStacksOf(marks('edit:a', 'edit:a', 'edit:b', 'edit')).undo).toEqual([[1, 2], [3], [4]])
  })
  it('brings back what was taken back, until something new is done', () => {
    expect(undoStacksOf(marks('edit', 'edit', 'undo'))).toEqual({ undo: [[1]], redo: [[3]] })
    expect(undoStacksOf(marks('edit', 'edit', 'undo', 'redo'))).toEqual({ undo: [[1], [4]], redo: [] })
    expect(undoStacksOf(marks('edit', 'edit', 'undo', 'edit'))).toEqual({ undo: [[1], [4]], redo: [] })
  })
  it('begins a new gesture after an undo, even under the same name', () => {
    expect(undoStacksOf(marks('edit:a', 'undo', 'edit:a', 'edit:a')).undo).toEqual([[3, 4]])
  })
  it('undoes and redoes as far as there is anything', () => {
    expect(undoStacksOf(marks('edit', 'edit', 'undo', 'undo', 'redo', 'redo', 'undo'))).toEqual({
      undo: [[5]],
      redo: [[7]],
    })
  })
})
