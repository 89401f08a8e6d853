'use client'

import { type RefObject, useLayoutEffect, useState } from 'react'
import type { Size } from '@/lib/storyboard/schema'

/** Under the picture: number and title, two lines of narration, badges. */
const TEXT = 108
const TALLEST_PICTURE = 224
const PADDING = 32
const GAP = 12

/** How high a card is, worked out from the width there is, so that nothing has to be measured while it scrolls. */
export function useCardHeight(scroller: RefObject<HTMLElement | null>, size: Size, columns: number): number {
  const [width, setWidth] = useState(256)
  useLayoutEffect(() => {
    const element = scroller.current
    if (!element) return
    const read = () =>
      setWidth(Math.max(120, (element.clientWidth - PADDING - GAP * (columns - 1)) / columns))
    read()
    const sizes = new ResizeObserver(read)
    sizes.observe(element)
    return () => sizes.disconnect()
  }, [scroller, columns])
  return Math.round(Math.min(TALLEST_PICTURE, (width * size.height) / size.width)) + TEXT
}
