'use client'

import { useState } from 'react'

/** What the middle of the page shows. */
export const PLACES = ['stage', 'board', 'json'] as const
export type Place = (typeof PLACES)[number]

export interface Layout {
  place: Place
  /** The strip of scenes at the left, the panel at the right, the timeline below. */
  left: boolean
  right: boolean
  timeline: boolean
}

const KEY = 'studio.layout'
const FIRST: Layout = { place: 'stage', left: true, right: true, timeline: true }

function kept(): Layout {
  try {
    const known = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Layout>
    const isOf = (name: 'left' | 'right' | 'timeline') => known[name] !== false
    // The document itself is where one goes on purpose; a page opens where it can be seen.
    const place = known.place === 'board' ? 'board' : FIRST.place
    return { place, left: isOf('left'), right: isOf('right'), timeline: isOf('timeline') }
  } catch {
    return FIRST
  }
}

/** How this browser likes the page; it is the same the next time. */
export function useLayout(): [Layout, (change: Partial<Layout>) => void] {
  const [layout, setLayout] = useState(kept)
  const change = (part: Partial<Layout>) => {
    const next = { ...layout, ...part }
    setLayout(next)
    try {
      localStorage.setItem(KEY, JSON.stringify(next))
    } catch {
      // It holds for as long as the page is open.
    }
  }
  return [layout, change]
}
