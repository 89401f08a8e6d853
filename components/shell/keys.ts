/**
 * Keys in writing: `mod+shift+z`, `alt+ArrowUp`, `?`, `Space`. `mod` is Cmd on a Mac and Ctrl elsewhere; a letter is
 * written small, other names are those of `KeyboardEvent.key`.
 */
export type Key = string

/** What a keyboard event says of the keys that are down. */
export type Press = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

/** What types no text, so that it works inside a text field as well. */
export const isCommandKey = (key: Key): boolean => /^(mod|ctrl)\+/.test(key) || /^F\d/.test(key)

export function isPress(press: Press, key: Key, mac: boolean): boolean {
  const parts = key.split('+')
  const name = parts.pop() ?? ''
  const has = (modifier: string) => parts.includes(modifier)
  const meta = mac && has('mod')
  const ctrl = has('ctrl') || (!mac && has('mod'))
  if (press.ctrlKey !== ctrl || press.metaKey !== meta || press.altKey !== has('alt')) return false
  if (/^[a-z]$/.test(name)) return letterOf(press) === name && press.shiftKey === has('shift')
  // Of signs Shift is part, and on which key they lie is the keyboard's business.
  if (name.length === 1) return press.key === name
  return (press.key === ' ' ? 'Space' : press.key) === name && press.shiftKey === has('shift')
}

/** Where a keyboard writes no Latin letters, the letter that is printed beside it. */
function letterOf({ key, code }: Press): string {
  const isLatin = /^[\x20-\x7e]+$/.test(key)
  return isLatin ? key.toLowerCase() : (/^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase() ?? key)
}

/** The parts of a key in the order they are pressed and shown: `['Ctrl', 'Shift', 'Z']`; on a Mac in its signs. */
export function keyParts(key: Key, mac: boolean): string[] {
  return key.split('+').map((part) => {
    const sign = (mac ? MAC[part] : undefined) ?? OTHERS[part] ?? part
    return /^[a-z]$/.test(sign) ? sign.toUpperCase() : sign
  })
}

const MAC: Partial<Record<string, string>> = { mod: '⌘', ctrl: '⌃', alt: '⌥', shift: '⇧' }
const OTHERS: Partial<Record<string, string>> = {
  mod: 'Ctrl',
  ctrl: 'Ctrl',
  alt: 'Alt',
  shift: 'Shift',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
}
