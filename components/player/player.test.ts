import { expect, test } from 'vitest'
import { chapterAt } from './chapters'
import { parseSubRip } from './subtitles'

const chapters = [
  { title: 'a', startMs: 0, sceneId: 's1' },
  { title: 'b', startMs: 4_000, sceneId: 's2' },
]

test('a moment belongs to the chapter that began last', () => {
  expect(chapterAt(chapters, 3_900)?.sceneId).toBe('s1')
  expect(chapterAt(chapters, 3_980)?.sceneId).toBe('s2')
  expect(chapterAt(chapters, 99_000)?.sceneId).toBe('s2')
  expect(chapterAt([], 0)).toBeUndefined()
})

test('SubRip is read with either line end, several lines a cue and a byte order mark', () => {
  const source =
    '\ufeff1\r\n00:00:01,500 --> 00:00:03,000\r\n星星眨了眨眼\r\n飞走了\r\n\r\n2\r\n01:00:00.000 --> 01:00:02.250\r\nEnd\r\n'
  expect(parseSubRip(source)).toEqual([
    { startMs: 1_500, endMs: 3_000, text: '星星眨了眨眼\n飞走了' },
    { startMs: 3_600_000, endMs: 3_602_250, text: 'End' },
  ])
})

test('what is not a cue is passed over', () => {
  expect(parseSubRip('WEBVTT\n\nnothing\n\n1\n00:00:01,000 --> 00:00:02,000\n')).toEqual([])
})
