'use client'

import { useMemo, useRef } from 'react'

/**
 * Gives the focus back to where it was before a dialog opened, whether a button or a key had opened it; but not when
 * somebody else has taken it meanwhile.
 */
export function useFocusBack(): { remember(): void; giveBack(event: Event): void } {
  const before = useRef<Element | null>(null)
  return useMemo(
    () => ({
      remember() {
        before.current = document.activeElement
      },
      giveBack(event) {
        event.preventDefault()
        const isFree = document.activeElement === null || document.activeElement === document.body
        if (isFree && before.current instanceof HTMLElement) before.current.focus({ preventScroll: true })
      },
    }),
    [],
  )
}
