const KEY = 'studio.client'

/** 16 hexadecimal digits; not a secret, so the clock and chance will do where the page is not on https. */
const newName = (): string =>
  typeof crypto.randomUUID === 'function'
    ? crypto.randomUUID().slice(0, 18).replaceAll('-', '')
    : `${Date.now().toString(16)}${Math.floor(Math.random() * 0xffffff).toString(16)}`

let named: string | undefined

/** How this browser is called among the writers of a project: undo is per writer and outlives a reload. */
export function clientName(): string {
  if (named) return named
  try {
    named = localStorage.getItem(KEY) ?? newName()
    localStorage.setItem(KEY, named)
  } catch {
    named = newName()
  }
  return named
}

let made = 0

/** New in this browser: for edits, gestures and scenes. */
export const newId = (): string => `${newName()}-${(made++).toString(36)}`
