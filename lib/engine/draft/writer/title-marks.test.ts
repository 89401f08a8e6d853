import { expect, test } from 'vitest'
import { pairedMarks, withoutMarks } from './title-marks'
import { writeStoryboard } from './write-storyboard'

test.each([
  ['"Sons"', '"Sons"'],
  ['“Sons”!', '“Sons”'],
  ['The Road (Home).', 'The Road (Home)'],
  ['「影子」。', '「影子」'],
  ['《海“上”》', '《海“上”》'],
  ['—he said: “go', 'he said: go'],
  ['The 24" Wheel', 'The 24" Wheel'],
  ['Sons.”', 'Sons'],
  ['…', ''],
])('%s as a title is %s', (text, title) => {
  expect(withoutMarks(text)).toBe(title)
})

test('a title that is cut short quotes nothing without an end', () => {
  expect(pairedMarks('The “old (man')).toBe('The old man')
})

test.each([
  ['Chapter 1: "Sons"\n\nThe farmer had two sons. They went to the sea.', '"Sons"'],
  ['Chapter 1: “Sons”\n\nThe farmer had two sons. They went to the sea.', '“Sons”'],
  ['第一章 「影子」\n\n老人坐在灯塔下。船回到了港口。', '「影子」'],
  ['第一章：“影子”\n\n老人坐在灯塔下。船回到了港口。', '“影子”'],
])('the first scene keeps both marks of its heading: %s', (story, title) => {
  expect(writeStoryboard({ story, language: null, sceneCount: 3, style: '', seed: 7 }).scenes[0]?.title).toBe(
    title,
  )
})
