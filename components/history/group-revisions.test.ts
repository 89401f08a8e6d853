import { expect, test } from 'vitest'
import type { RevisionView } from '@/lib/project/schema'
import { groupRevisions } from './group-revisions'

const edited = (sceneId: string, field: string): RevisionView['summary'] => ({
  name: 'scene.update',
  sceneIds: [sceneId],
  memberIds: [],
  scenes: 1,
  title: '',
  fields: [field],
})
const revision = (number: number, changes: Partial<RevisionView> = {}): RevisionView => ({
  number,
  summary: edited('a', 'title'),
  role: 'edit',
  gesture: '',
  client: 'me',
  createdAt: '2026-01-01T00:00:00.000Z',
  ...changes,
})

test('what was typed in one go is one line, at its newest revision', () => {
  const typed = [5, 4, 3].map((number) => revision(number, { gesture: 'g' }))
  const entries = groupRevisions([...typed, revision(2), revision(1, { summary: null })])
  expect(entries.map(({ number, revisions }) => [number, revisions])).toEqual([
    [5, 3],
    [2, 1],
    [1, 1],
  ])
})

test('a line between two of a gesture, or another writer, parts them', () => {
  const g = { gesture: 'g' }
  const entries = groupRevisions([
    revision(4, g),
    revision(3, { client: 'you' }),
    revision(2, g),
    revision(1, { ...g, client: 'you' }),
  ])
  expect(entries.map((entry) => entry.revisions)).toEqual([1, 1, 1, 1])
})

test('a line tells everything its revisions did', () => {
  const newer = revision(2, { gesture: 'g' })
  const older = revision(1, { gesture: 'g', summary: edited('b', 'narration') })
  expect(groupRevisions([newer, older])[0]?.summary).toMatchObject({
    name: 'scene.update',
    sceneIds: ['b', 'a'],
    scenes: 2,
    fields: ['narration', 'title'],
  })
})
