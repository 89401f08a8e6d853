import { expect, it } from 'vitest'
import { type Face, runsOf } from './runs'

const face = (name: string, letters: RegExp): Face => ({
  name,
  regular: '',
  bold: '',
  covers: (code) => letters.test(String.fromCodePoint(code)),
})

it('a text is set in the letters that have it, and spaces stay where they are', () => {
  const [latin, chinese] = [face('latin', /[a-z]/), face('chinese', /\p{Script=Han}/u)]
  expect(runsOf('a fox 狐狸 ran', [latin, chinese])).toEqual([
    { face: latin, text: 'a fox ' },
    { face: chinese, text: '狐狸 ' },
    { face: latin, text: 'ran' },
  ])
})
