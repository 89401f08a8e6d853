'use client'

import { useEffect, useRef, useState } from 'react'

/** A pointer that only passes by starts nothing. */
const REST_MS = 180

/** Lies over the card's picture and plays the clip silently while the pointer rests there. */
export function ClipOnHover({ url }: { url: string | null }) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const [playing, setPlaying] = useState(false)
  useEffect(() => () => clearTimeout(timer.current), [])
  if (!url) return null
  const start = () => {
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) return
    timer.current = setTimeout(() => setPlaying(true), REST_MS)
  }
  const stop = () => {
    clearTimeout(timer.current)
    setPlaying(false)
  }
  return (
    <span aria-hidden="true" className="absolute inset-0" onPointerEnter={start} onPointerLeave={stop}>
      {playing ? (
        <video src={url} muted autoPlay loop playsInline className="size-full animate-appear object-cover" />
      ) : null}
    </span>
  )
}
