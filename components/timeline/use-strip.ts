'use client'

import { type RefObject, useLayoutEffect, useState } from 'react'

/** What of a scrolling strip is in sight, in pixels; told once a frame at most. */
export function useStrip(strip: RefObject<HTMLElement | null>): { left: number; width: number } {
  const [sight, setSight] = useState({ left: 0, width: 0 })
  useLayoutEffect(() => {
    const element = strip.current
    if (!element) return
    let frame = 0
    const read = () => setSight({ left: element.scrollLeft, width: element.clientWidth })
    const later = () => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(read)
    }
    read()
    const sizes = new ResizeObserver(later)
    sizes.observe(element)
    element.addEventListener('scroll', later, { passive: true })
    return () => {
      cancelAnimationFrame(frame)
      sizes.disconnect()
      element.removeEventListener('scroll', later)
    }
  }, [strip])
  return sight
}
