import { expect, test } from 'vitest'
import { aScene, aStoryboard } from '@/tests/kit/storyboard'
import { problemOf, TEXT_FORMS } from './problem'
import { storyboardSchema } from './schema'

const board = aStoryboard({ scenes: [aScene({ id: 'a' })] })
const [scene] = board.scenes
const problemsIn = (value: object) => (storyboardSchema.safeParse(value).error?.issues ?? []).map(problemOf)

test('a list is counted by its members, a text by its characters, a number by itself', () => {
  expect(problemsIn({ ...board, scenes: [] })).toMatchObject([{ kind: 'tooFew', value: '1' }])
  expect(problemsIn({ ...board, title: 'x'.repeat(5_000) })).toMatchObject([{ kind: 'tooLong' }])
  expect(problemsIn({ ...board, scenes: [{ ...scene, speed: 9 }] })).toMatchObject([
    { kind: 'tooBig', value: '2' },
  ])
})

test('an odd side of a film is told as such', () => {
  const settings = { ...board.settings, film: { width: 641, height: 360 } }
  expect(problemsIn({ ...board, settings })).toMatchObject([{ kind: 'even' }])
})

test('each form of a text that the storyboard asks for has a name', () => {
  const wrong = {
    ...board,
    language: '?',
    settings: { ...board.settings, engines: { ...board.settings.engines, frame: '?' } },
    scenes: [{ ...scene, id: '?', pins: { frame: '?' } }],
  }
  const named = problemsIn(wrong).map(({ kind, value }) => `${kind} ${value}`)
  expect(named.toSorted()).toEqual(TEXT_FORMS.map((form) => `format ${form}`).toSorted())
})
