'use client'

import { type RefObject, useMemo, useRef } from 'react'

/**
 * Gives the focus back to where it was before a dialog opened, whether a button or a key had opened it; but not when
 * somebody else has taken it meanwhile. If it was nowhere, or there is gone, it goes to the button that would have opened it.
 */
export function useFocusBack(opener?: RefObject<HTMLElement | null>): {
  remember(): void
  giveBack(event: Event): void
} {
  const before = useRef<Element | null>(null)
  return useMemo(
    () => ({
      remember() {
        before.current = document.activeElement
      },
      giveBack(event) {
        event.preventDefault()
        const isFree = document.activeElement === null || document.activeElement === document.body
        if (!isFree) return
        const was = before.current
        const isThere = was instanceof HTMLElement && was.isConnected && was !== document.body
        const target = isThere ? was : opener?.current
        target?.focus({ preventScroll: true })
      },
    }),
    [opener],
  )
}
