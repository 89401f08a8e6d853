import { expect, test } from 'vitest'
import { SOURCES } from '@/lib/plan/why'
import { castMemberSchema, sceneSchema, settingsSchema } from '@/lib/storyboard/schema'
import { WORDS_OF } from './why-names'

const heads = (names: Iterable<string>) => [...new Set([...names].map((name) => name.split('.')[0] ?? ''))]

test('everything that can make something stale has a word', () => {
  const named = [...Object.values(SOURCES), 'engine', 'seed', 'frame']
  expect(heads(named).filter((name) => !WORDS_OF[name])).toEqual([])
})

test('every field that two writers can change has a word', () => {
  const fields = [sceneSchema, castMemberSchema, settingsSchema].flatMap((schema) =>
    Object.keys(schema.shape),
  )
  expect(heads(fields).filter((name) => name !== 'id' && !WORDS_OF[name])).toEqual([])
})
