import { expect, test } from 'vitest'
import { fileName } from './file-name'

test('a title becomes a file name on every system', () => {
  expect(fileName('小狐狸: 一颗星 / 星?')).toBe('小狐狸 一颗星 星')
  expect(fileName('..\\..\u0000evil')).toBe('evil')
  expect(fileName('???')).toBe('')
  expect(fileName('The end...')).toBe('The end')
})

test('what is forbidden leaves one space, what is allowed stays', () => {
  expect(fileName('Who?  <Me> | "You"\n\tand\u202e us')).toBe('Who Me You and us')
  expect(fileName('Salt & Pepper’s (2nd) “tale”, it’s #1')).toBe('Salt & Pepper’s (2nd) “tale”, it’s #1')
  expect(fileName('نامه\u200cای 👩\u200d🚀')).toBe('نامه\u200cای 👩\u200d🚀')
})

test('a long title is cut between letters', () => {
  expect(fileName(`${'a'.repeat(79)}🦊🦊`)).toBe(`${'a'.repeat(79)}🦊`)
  expect(fileName(`${'a'.repeat(79)} b`)).toBe('a'.repeat(79))
  expect(fileName('half \ud83e a fox').isWellFormed()).toBe(true)
})

test.each([
  ['CON', 'CON_'],
  ['nul.and void', 'nul_.and void'],
  ['Com1 ', 'Com1_'],
  ['lpt¹', 'lpt¹_'],
  ['Conrad', 'Conrad'],
  ['com10', 'com10'],
])('the name of a device is not a file’s: %s', (title, name) => {
  expect(fileName(title)).toBe(name)
})
