import { describe, expect, it } from 'vitest'
import { aScene, aStoryboard } from '@/tests/kit/storyboard'
import { applyOperation } from './apply'
import { duplicateScenes, moveBoundary, removeScenes } from './build'
import type { Operation } from './operations'
import { summaryOf } from './summary'

const board = aStoryboard({
  scenes: ['a', 'b', 'c'].map((id) => aScene({ id, title: id.toUpperCase(), narration: `${id} one two.` })),
})
const retitle = (sceneId: string, value: string, before: string): Operation => ({
  type: 'scene.update',
  sceneId,
  edits: [{ field: 'title', value, before }],
})

describe('a summary', () => {
  it('tells which fields of which scenes', () => {
    expect(summaryOf([retitle('a', 'One', 'A')])).toEqual({
      name: 'scene.update',
      sceneIds: ['a'],
      memberIds: [],
      scenes: 1,
      title: '',
      fields: ['title'],
    })
  })

  it('takes a gesture for one', () => {
    const typed = [retitle('a', 'O', 'A'), retitle('a', 'On', 'O'), retitle('b', 'T', 'B')]
    expect(summaryOf(typed)).toMatchObject({ name: 'scene.update', sceneIds: ['a', 'b'], scenes: 2 })
  })

  it('knows a copy from a new scene, and what a batch is for', () => {
    const copy = duplicateScenes(board, ['a'], () => 'copy')
    expect(summaryOf([copy])).toMatchObject({ name: 'duplicate', title: 'A' })
    const boundary = moveBoundary(board, 'a', 5)
    expect(boundary && summaryOf([boundary])).toMatchObject({ name: 'boundary', sceneIds: ['a', 'b'] })
    const typed: Operation = { type: 'batch', name: 'json', steps: [{ type: 'scene.remove', sceneId: 'a' }] }
    expect(summaryOf([typed]).name).toBe('scene.remove')
    expect(summaryOf([copy, retitle('a', 'One', 'A')]).name).toBe('several')
  })

  it('keeps the title of what went', () => {
    const removed = removeScenes(['b'])
    const { inverse } = applyOperation(board, removed)
    expect(summaryOf([removed], [inverse])).toMatchObject({ name: 'scene.remove', title: 'B' })
    const many = removeScenes(['a', 'b'])
    expect(summaryOf([many], [applyOperation(board, many).inverse])).toMatchObject({
      name: 'remove',
      title: '',
      scenes: 2,
    })
  })
})
