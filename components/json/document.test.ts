import { json } from '@codemirror/lang-json'
import { EditorState } from '@codemirror/state'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ApiError } from '@/components/http/request'
import type { Problem } from '@/lib/storyboard/problem'
import { aScene, aStoryboard } from '@/tests/kit/storyboard'
import { shapeAt } from './complete'
import { changeBetween, checkDocument, refusedIn, textOf } from './document'
import { pathAt, placeOf } from './place-of'

const board = aStoryboard({ scenes: [aScene({ id: 'a' }), aScene({ id: 'b', title: 'Second' })] })
const text = textOf(board)
const firstProblem = (changed: string): Problem | undefined => checkDocument(changed).problems[0]
const stateOf = (doc: string) => EditorState.create({ doc, extensions: [json()] })

describe('the document', () => {
  it('is the storyboard, there and back', () => {
    expect(checkDocument(text)).toEqual({ storyboard: board, problems: [] })
  })

  it.each([
    ['a bracket too few', text.slice(0, -3), 'syntax', []],
    ['a name nobody knows', text.replace('"bgm"', '"bmg"'), 'unknown', ['scenes', 0, 'bmg']],
    ['a move nobody knows', text.replace('"push-in"', '"spin"'), 'choice', ['scenes', 0, 'camera']],
    [
      'a prompt without end',
      text.replace('a lighthouse', 'x'.repeat(5_000)),
      'tooLong',
      ['scenes', 0, 'prompt'],
    ],
    ['half a seed', text.replace(/"clip": \d+,/, '"clip": 1.5,'), 'whole', ['scenes', 0, 'seeds', 'clip']],
    ['a number for a text', text.replace('"Second"', '7'), 'type', ['scenes', 1, 'title']],
    ['two scenes of one id', text.replace('"id": "b"', '"id": "a"'), 'twice', ['scenes', 1, 'id']],
    ['no film size', text.replace(/"film": \{[^}]*\},/, ''), 'missing', ['settings', 'film']],
  ] as [string, string, string, Problem['path']][])(
    'with %s says what and where',
    (_, changed, kind, path) => {
      expect(firstProblem(changed)).toMatchObject({ kind, path })
    },
  )
})

describe('a place in the text', () => {
  const state = stateOf(text)
  const at = (path: Problem['path'], wanted?: 'value' | 'name') => {
    const { from, to } = placeOf(state, path, wanted)
    return text.slice(from, to)
  }
  it('is that of the value, or of the name', () => {
    expect(at(['scenes', 1, 'title'])).toBe('"Second"')
    expect(at(['scenes', 1, 'title'], 'name')).toBe('"title"')
    expect(at(['settings', 'film', 'width'])).toBe('320')
    expect(at(['scenes', 0])).toBe('{')
  })
  it('is as near as there is one', () => {
    expect(at(['scenes', 9, 'title'])).toBe('[')
    expect(at(['nothing'])).toBe('{')
  })
  it('knows its path', () => {
    expect(pathAt(state, text.indexOf('"Second"') + 3)).toEqual(['scenes', 1, 'title'])
  })
})

describe('completion', () => {
  it('knows the fields and choices of the schema', () => {
    expect(Object.keys(shapeAt(['scenes', 0])?.properties ?? {})).toContain('narration')
    expect(shapeAt(['scenes', 3, 'camera'])?.enum).toContain('push-in')
    expect(shapeAt(['scenes', 3, 'nonsense'])).toBeUndefined()
  })
})

describe('what the studio refuses', () => {
  it('is said at its place in the text, by the number of the scene there', () => {
    const id = board.scenes[0]?.id
    const fault = {
      field: `scenes.${id}.pins.frame`,
      expected: 'must be here',
      problem: 'notHere',
      value: '',
    }
    const plain = { field: 'revision', expected: 'must be at most 3' }
    expect(refusedIn(new ApiError('invalid_input', '', 422, [fault, plain]), board)).toEqual([
      { kind: 'notHere', path: ['scenes', 0, 'pins', 'frame'], value: '' },
      { kind: 'other', path: ['revision'], value: 'must be at most 3' },
    ])
    expect(refusedIn(new Error('offline'), board)).toEqual([])
  })
})

describe('the change between two texts', () => {
  it('makes the one into the other, whatever they are', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), fc.string(), (head, a, b, tail) => {
        const [before, after] = [head + a + tail, head + b + tail]
        const { from, to, insert } = changeBetween(before, after)
        expect(before.slice(0, from) + insert + before.slice(to)).toBe(after)
        expect(from).toBeLessThanOrEqual(to)
      }),
    )
  })
})
