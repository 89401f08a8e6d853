import { describe, expect, it } from 'vitest'
import type { Operation } from '@/lib/storyboard/operations'
import { aScene, aStoryboard } from '@/tests/kit/storyboard'
import { openBoard, type PendingEdit, withEdit, withoutEdit, withRevision } from './local-board'

const board = aStoryboard({ scenes: ['a', 'b'].map((id) => aScene({ id, title: id })) })
const retitle = (sceneId: string, value: string, before: string): Operation => ({
  type: 'scene.update',
  sceneId,
  edits: [{ field: 'title', value, before }],
})
const edit = (id: string, operation: Operation, gesture = ''): PendingEdit => ({ id, operation, gesture })
const titles = (local: { shown: typeof board }) => local.shown.scenes.map((scene) => scene.title)

describe('the board on this page', () => {
  it('shows an edit at once and keeps it until the server has it', () => {
    const local = withEdit(openBoard(1, board), edit('1', retitle('a', 'A', 'a')), null)
    expect(titles(local)).toEqual(['A', 'b'])
    const confirmed = withRevision(local, { number: 2, operation: retitle('a', 'A', 'a'), edit: '1' })
    expect(confirmed).toMatchObject({ revision: 2, pending: [] })
    expect(confirmed?.shown).toBe(local.shown)
  })

  it('joins what is typed on, but not into what is already on its way', () => {
    const one = withEdit(openBoard(1, board), edit('1', retitle('a', 'A', 'a'), 'g'), null)
    const two = withEdit(one, edit('2', retitle('a', 'AB', 'A'), 'g'), null)
    expect(two.pending).toEqual([edit('1', retitle('a', 'AB', 'a'), 'g')])
    const three = withEdit(two, edit('3', retitle('a', 'ABC', 'AB'), 'g'), '1')
    expect(three.pending.map((p) => p.id)).toEqual(['1', '3'])
    expect(titles(three)).toEqual(['ABC', 'b'])
  })

  it('puts the own edits on top of what others do', () => {
    const local = withEdit(openBoard(1, board), edit('1', retitle('a', 'A', 'a')), '1')
    const theirs = withRevision(local, { number: 2, operation: retitle('b', 'B', 'b'), edit: 'x' })
    expect(theirs && titles(theirs)).toEqual(['A', 'B'])
    expect(theirs?.pending).toHaveLength(1)
  })

  it('hears the same revision twice and does it once', () => {
    const twice = { number: 2, operation: retitle('b', 'B', 'b'), edit: '' }
    const once = withRevision(openBoard(1, board), twice)
    expect(once && withRevision(once, twice)).toBe(once)
  })

  it('asks for the whole when a revision is missing or was written whole', () => {
    const local = openBoard(1, board)
    expect(withRevision(local, { number: 3, operation: retitle('b', 'B', 'b'), edit: '' })).toBeNull()
    expect(withRevision(local, { number: 2, operation: null, edit: '' })).toBeNull()
  })

  it('lets go of an edit whose scene has gone', () => {
    const local = withEdit(openBoard(1, board), edit('1', retitle('a', 'A', 'a')), '1')
    const theirs = withRevision(local, {
      number: 2,
      operation: { type: 'scene.remove', sceneId: 'a' },
      edit: '',
    })
    expect(theirs && titles(theirs)).toEqual(['b'])
    expect(theirs && withoutEdit(theirs, '1').pending).toEqual([])
  })

  it('refuses what breaks the storyboard, and stays as it is', () => {
    const local = openBoard(1, board)
    expect(() => withEdit(local, edit('1', retitle('a', 'x'.repeat(300), 'a')), null)).toThrow(
      expect.objectContaining({ code: 'invalid_input' }),
    )
  })
})
