'use client'

import { useEffect, useRef } from 'react'

const WRITES = 'input:not([type="range"]), textarea, select, [contenteditable="true"]'
const OPENS = '[role="dialog"], [role="menu"]'
/** On these, Space and Enter already mean "press this". */
const PRESSES = 'button, a[href], summary, [role="radio"], [role="switch"], [role="slider"]'

/** `event.key` and what it does. */
export type Shortcut = readonly [key: string, run: () => void]

/**
 * Keys of a page. They rest while somebody types, while a menu or dialog is open, and with a modifier;
 * Space rests on a focused button, the arrow keys on a slider.
 */
export function useShortcuts(keys: readonly Shortcut[]): void {
  const current = useRef(keys)
  current.current = keys

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing)
        return
      const run = current.current.find(([key]) => key === event.key)?.[1]
      const target = event.target instanceof Element ? event.target : null
      if (!run || target?.closest(WRITES) || document.querySelector(OPENS)) return
      if ((event.key === ' ' || event.key === 'Enter') && target?.closest(PRESSES)) return
      if (event.key.startsWith('Arrow') && target?.closest('[role="slider"], [role="radio"]')) return
      event.preventDefault()
      run()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])
}
