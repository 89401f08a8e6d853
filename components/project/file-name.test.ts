import { expect, test } from 'vitest'
import { fileName } from './file-name'

test('a title becomes a file name on every system', () => {
  expect(fileName('小狐狸: 一颗星 / 星?')).toBe('小狐狸 一颗星 星')
  expect(fileName('..\\..\u0000evil')).toBe('evil')
  expect(fileName('???')).toBe('')
})
