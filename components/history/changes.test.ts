import { expect, test } from 'vitest'
import { aScene, aStoryboard } from '@/tests/kit/storyboard'
import { changesTo, countThings } from './changes'

const a = aScene({ id: 'a', title: 'A' })
const b = aScene({ id: 'b', title: 'B' })
const c = aScene({ id: 'c', title: 'C' })
const now = aStoryboard({ scenes: [a, b, c] })

test('going back tells what comes back, what goes and what is another text', () => {
  const was = { ...now, scenes: [{ ...a, title: 'Then' }, aScene({ id: 'd', title: 'D' }), c] }
  expect(changesTo(now, was)).toEqual([
    {
      of: 'scene',
      id: 'a',
      kind: 'changed',
      moved: false,
      number: 1,
      name: 'A',
      fields: [{ field: 'title', now: 'A', was: 'Then' }],
    },
    { of: 'scene', id: 'd', kind: 'back', moved: false, number: 2, name: 'D', fields: [] },
    { of: 'scene', id: 'b', kind: 'gone', moved: false, number: 2, name: 'B', fields: [] },
  ])
})

test('a scene that would move and change is told once', () => {
  const was = { ...now, scenes: [{ ...c, bgm: 'storm' }, a, b] }
  expect(changesTo(now, was)).toMatchObject([
    { id: 'c', kind: 'changed', moved: true, fields: [{ field: 'bgm' }] },
  ])
})

test('the film comes first, then its characters', () => {
  const mei = { id: 'mei', name: 'Mei', aliases: [], description: '', anchor: null }
  const was = { ...now, title: 'Before', cast: [mei], settings: { ...now.settings, subtitles: false } }
  expect(changesTo(now, was)).toMatchObject([
    { of: 'film', fields: [{ field: 'title' }, { field: 'subtitles' }] },
    { of: 'member', kind: 'back', name: 'Mei' },
  ])
})

test('another size is one change, whichever side is another', () => {
  const film = { ...now.settings.film, height: 360 }
  const was = { ...now, settings: { ...now.settings, film, subtitles: false } }
  const { width, height } = now.settings.film
  expect(changesTo(now, was)).toMatchObject([
    {
      of: 'film',
      fields: [
        { field: 'film', now: `${width} × ${height}`, was: `${width} × 360` },
        { field: 'subtitles', now: true, was: false },
      ],
    },
  ])
})

test('each field is counted, and a scene or character that comes, goes or moves is one thing', () => {
  const film = { ...now.settings.film, width: 640, height: 360 }
  const settings = { ...now.settings, film, subtitles: !now.settings.subtitles }
  const things = (was: typeof now) => countThings(changesTo(now, was))
  expect(things({ ...now, title: 'Then', settings })).toBe(3)
  expect(things({ ...now, scenes: [{ ...a, title: 'Then', bgm: 'storm' }, c] })).toBe(3)
  expect(things({ ...now, scenes: [{ ...c, bgm: 'storm' }, a, b] })).toBe(2)
})

test('nothing to change is nothing', () => {
  expect(changesTo(now, now)).toEqual([])
  expect(countThings([])).toBe(0)
})
