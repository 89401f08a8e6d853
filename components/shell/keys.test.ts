import { describe, expect, it } from 'vitest'
import { isCommandKey, isPress, keyParts, type Press } from './keys'

const press = (key: string, held: Partial<Press> = {}): Press => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
})

describe('a key', () => {
  it.each([
    ['m', press('m'), true],
    ['m', press('M'), true],
    ['m', press('M', { shiftKey: true }), false],
    ['m', press('m', { ctrlKey: true }), false],
    ['?', press('?', { shiftKey: true }), true],
    ['Space', press(' '), true],
    ['Space', press(' ', { shiftKey: true }), false],
    ['shift+Space', press(' ', { shiftKey: true }), true],
    ['alt+ArrowUp', press('ArrowUp', { altKey: true }), true],
    ['ArrowUp', press('ArrowUp', { altKey: true }), false],
    ['mod+z', press('z', { ctrlKey: true }), true],
    ['mod+z', press('Z', { ctrlKey: true, shiftKey: true }), false],
    ['mod+shift+z', press('Z', { ctrlKey: true, shiftKey: true }), true],
    ['mod+z', press('z', { metaKey: true }), false],
    ['mod+z', press('z', { ctrlKey: true, altKey: true }), false],
  ] as const)('%s is what it says, with nothing more held', (key, pressed, expected) => {
    expect(isPress(pressed, key, false)).toBe(expected)
  })

  it('goes with Cmd on a Mac, where Ctrl belongs to the text', () => {
    expect(isPress(press('z', { metaKey: true }), 'mod+z', true)).toBe(true)
    expect(isPress(press('z', { ctrlKey: true }), 'mod+z', true)).toBe(false)
    expect(isPress(press('y', { ctrlKey: true }), 'ctrl+y', true)).toBe(true)
  })

  it('is found by its place where the keyboard writes other letters', () => {
    expect(isPress(press('я', { ctrlKey: true, code: 'KeyZ' }), 'mod+z', false)).toBe(true)
  })

  it('that types no text works while somebody types', () => {
    expect(['mod+z', 'ctrl+y', 'F8'].every(isCommandKey)).toBe(true)
    expect(['z', '?', 'alt+ArrowUp', 'Space', 'f'].some(isCommandKey)).toBe(false)
  })

  it('is shown as it is printed on the keyboard', () => {
    expect(keyParts('mod+shift+z', false)).toEqual(['Ctrl', 'Shift', 'Z'])
    expect(keyParts('mod+shift+z', true)).toEqual(['⌘', '⇧', 'Z'])
    expect(keyParts('alt+ArrowUp', false)).toEqual(['Alt', '↑'])
  })
})
