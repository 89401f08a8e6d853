'use client'

import { useRef } from 'react'

/**
 * Hands the focus to what stands again where a text was edited: the field that had it is gone. Only when a key ended the
 * edit; whoever clicked elsewhere has chosen already.
 */
export function useFocusAfterEdit(): { end(byKey: boolean): void; ref(element: HTMLElement | null): void } {
  const isDue = useRef(false)
  return {
    end(byKey) {
      isDue.current = byKey
    },
    ref(element) {
      if (!element || !isDue.current) return
      isDue.current = false
      element.focus({ preventScroll: true })
    },
  }
}
