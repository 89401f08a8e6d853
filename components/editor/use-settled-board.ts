'use client'

import { useEffect, useRef, useState } from 'react'
import type { Storyboard } from '@/lib/storyboard/schema'
import { useBoardText, useEditState } from './editor-context'

/** A pause in typing after which everything that follows from the text is worked out. */
const PAUSE_MS = 250
/** Who types on and on sees it now and then. */
const LONGEST_WAIT_MS = 2_000

/**
 * The storyboard to plan with. While a line is being typed it waits for a pause: planning three hundred scenes takes
 * longer than a letter does. Every other change is there at once.
 */
export function useSettledBoard(): Storyboard {
  const typed = useBoardText()
  const isTyping = useEditState((state) => (state.local.pending.at(-1)?.gesture ?? '') !== '')
  const [settled, setSettled] = useState(typed)
  const waitingSince = useRef(0)

  useEffect(() => {
    if (!isTyping || settled === typed) {
      waitingSince.current = 0
      return setSettled(typed)
    }
    const now = performance.now()
    if (waitingSince.current === 0) waitingSince.current = now
    const left = waitingSince.current + LONGEST_WAIT_MS - now
    const timer = setTimeout(
      () => {
        waitingSince.current = 0
        setSettled(typed)
      },
      Math.max(0, Math.min(PAUSE_MS, left)),
    )
    return () => clearTimeout(timer)
  }, [typed, settled, isTyping])
  return settled
}
