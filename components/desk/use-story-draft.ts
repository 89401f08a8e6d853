'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { EMPTY_DRAFT, keepDraft, readDraft, type StoryDraft } from './draft'

/** Kept a moment after the last key, and at once when the page goes away. */
const PAUSE_MS = 250

/** The sheet's text and choices; they survive a reload, a crash and a refusal. */
export function useStoryDraft() {
  const [draft, setDraft] = useState<StoryDraft>(EMPTY_DRAFT)
  const latest = useRef<StoryDraft>(undefined)

  // What was typed before this ran is newer than what is kept.
  useEffect(() => void setDraft((now) => (latest.current ? now : readDraft())), [])

  useEffect(() => {
    const keep = () => {
      if (latest.current) keepDraft(latest.current)
      latest.current = undefined
    }
    const timer = setTimeout(keep, PAUSE_MS)
    window.addEventListener('pagehide', keep)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('pagehide', keep)
    }
  })
  // The page can be left by a link as well, without being hidden.
  const isAway = useRef(false)
  useEffect(() => {
    isAway.current = false
    return () => {
      isAway.current = true
      if (latest.current) keepDraft(latest.current)
    }
  }, [])

  const change = useCallback((part: Partial<StoryDraft>) => {
    // An undo can be asked for on the page after this one.
    if (isAway.current) return keepDraft({ ...readDraft(), ...part })
    setDraft((before) => {
      latest.current = { ...before, ...part }
      return latest.current
    })
  }, [])
  return { draft, change }
}
