'use client'

import { useEffect, useRef } from 'react'
import type { Playhead } from '@/components/animatic/playhead'
import { pixelsOf } from './scale'

/** Moves with each frame without React drawing anything anew. */
export function PlayheadLine({ playhead, scale }: { playhead: Playhead; scale: number }) {
  const line = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const move = () => {
      const x = pixelsOf(playhead.getState().timeMs, scale)
      if (line.current) line.current.style.transform = `translateX(${x}px)`
    }
    move()
    return playhead.subscribe(move)
  }, [playhead, scale])
  return (
    <div
      ref={line}
      aria-hidden="true"
      className="pointer-events-none absolute inset-y-0 left-0 w-px bg-accent before:absolute before:top-0 before:-left-[4px] before:size-[9px] before:rounded-full before:bg-accent"
    />
  )
}
