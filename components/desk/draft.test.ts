import { expect, test } from 'vitest'
import { briefSchema } from '@/lib/project/schema'
import { draftBrief, EMPTY_DRAFT, parseDraft } from './draft'

test('a draft comes back as it was kept', () => {
  const draft = {
    ...EMPTY_DRAFT,
    story: '小狐狸',
    styleId: 'custom',
    styleWords: '木刻',
    sceneCount: 5,
    music: false,
  }
  expect(parseDraft(JSON.stringify(draft))).toEqual(draft)
})

test('what cannot be read of a kept draft falls back, and the story stays', () => {
  expect(parseDraft(null)).toEqual(EMPTY_DRAFT)
  expect(parseDraft('{{')).toEqual(EMPTY_DRAFT)
  expect(parseDraft('null')).toEqual(EMPTY_DRAFT)
  expect(parseDraft('{"story":"kept","size":"4:3","sceneCount":9000,"voice":7}')).toEqual({
    ...EMPTY_DRAFT,
    story: 'kept',
  })
})

test('every draft that can be made on the sheet is a valid brief', () => {
  expect(briefSchema.safeParse(draftBrief({ ...EMPTY_DRAFT, story: 'A fox.' })).success).toBe(true)
})
