'use client'

import { useEffect, useRef } from 'react'
import { isCommandKey, isPress, type Key } from './keys'
import { isMac } from './use-key-words'

const WRITES = 'input:not([type="range"]), textarea, select, [contenteditable="true"]'
const OPENS = '[role="dialog"], [role="menu"]'
/** On these, Space and Enter already mean "press this". */
const PRESSES = 'button, a[href], summary, [role="radio"], [role="switch"], [role="slider"]'

const SLIDES = '[role="slider"], [role="radio"]'

/** A key and what it does. */
export type Shortcut = readonly [key: Key, run: () => void]

/**
 * Keys of a page, listened to here alone. They rest while a menu or dialog is open; those that type something rest while
 * somebody types, Space on a focused button, the arrow keys on a slider. `useCommands` gives them their names.
 */
export function useShortcuts(keys: readonly Shortcut[]): void {
  const current = useRef(keys)
  current.current = keys

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return
      const [key, run] = current.current.find(([own]) => isPress(event, own, isMac())) ?? []
      const target = event.target instanceof Element ? event.target : null
      if (!key || !run || document.querySelector(OPENS)) return
      if (!isCommandKey(key) && isOf(target, event.key)) return
      event.preventDefault()
      run()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])
}

/** What has the focus needs the key itself. */
function isOf(target: Element | null, key: string): boolean {
  if (target?.closest(WRITES)) return true
  if ((key === ' ' || key === 'Enter') && target?.closest(PRESSES)) return true
  return key.startsWith('Arrow') && target?.closest(SLIDES) != null
}
