'use client'

import { type RefObject, useEffect, useState } from 'react'

/** iPhones know fullscreen for the video element only, under a name of their own. */
interface PhoneVideo extends HTMLVideoElement {
  webkitEnterFullscreen?: () => void
}

export function useFullscreen(frame: RefObject<HTMLElement | null>) {
  const [on, setOn] = useState(false)
  useEffect(() => {
    const onChange = () =>
      setOn(document.fullscreenElement !== null && document.fullscreenElement === frame.current)
    document.addEventListener('fullscreenchange', onChange)
    return () => document.removeEventListener('fullscreenchange', onChange)
  }, [frame])
  const toggle = () => {
    const element = frame.current
    if (document.fullscreenElement) void document.exitFullscreen()
    else if (element?.requestFullscreen) element.requestFullscreen().catch(() => {})
    else element?.querySelector<PhoneVideo>('video')?.webkitEnterFullscreen?.()
  }
  return { on, toggle }
}

const IDLE_MS = 2_500

/** True once nobody has moved for a while; only while `active`. */
export function useIdle(active: boolean): boolean {
  const [idle, setIdle] = useState(false)
  useEffect(() => {
    if (!active) return setIdle(false)
    let timer = setTimeout(() => setIdle(true), IDLE_MS)
    const wake = () => {
      setIdle(false)
      clearTimeout(timer)
      timer = setTimeout(() => setIdle(true), IDLE_MS)
    }
    window.addEventListener('pointermove', wake)
    window.addEventListener('keydown', wake)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('pointermove', wake)
      window.removeEventListener('keydown', wake)
    }
  }, [active])
  return idle
}
