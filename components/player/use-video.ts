'use client'

/** Player: the film with our own controls. */
import { useEffect, useState } from 'react'

export interface VideoState {
  timeMs: number
  playing: boolean
  /** Has been played at all: before, the poster is on show. */
  started: boolean
  muted: boolean
  /** 0 to 1. */
  volume: number
  /** Wants to play and waits for bytes. */
  loading: boolean
  failed: boolean
}

const RESTING: VideoState = {
  timeMs: 0,
  playing: false,
  started: false,
  muted: false,
  volume: 1,
  loading: false,
  failed: false,
}

const EVENTS = [
  'play',
  'pause',
  'playing',
  'waiting',
  'timeupdate',
  'seeking',
  'seeked',
  'volumechange',
  'ended',
  'error',
  'emptied',
  'loadeddata',
] as const

/** How the video element stands, after each of its events and, while it plays, with each frame on screen. */
export function useVideo(video: HTMLVideoElement | null): VideoState {
  const [state, setState] = useState(RESTING)
  useEffect(() => {
    if (!video) return
    let frame = 0
    const read = () => {
      const timeMs = video.currentTime * 1000
      setState((before) => ({
        timeMs,
        playing: !video.paused && !video.ended,
        started: before.started || !video.paused || timeMs > 0,
        muted: video.muted,
        volume: video.volume,
        loading: !video.paused && !video.ended && video.readyState < HTMLMediaElement.HAVE_FUTURE_DATA,
        failed: video.error !== null,
      }))
    }
    const follow = () => {
      read()
      cancelAnimationFrame(frame)
      if (!video.paused && !video.ended) frame = requestAnimationFrame(follow)
    }
    for (const name of EVENTS) video.addEventListener(name, follow)
    read()
    return () => {
      cancelAnimationFrame(frame)
      for (const name of EVENTS) video.removeEventListener(name, follow)
    }
  }, [video])
  return state
}

/** Moves by `byMs` and stays inside the film. */
export function skip(video: HTMLVideoElement, byMs: number): void {
  const end = Number.isFinite(video.duration) ? video.duration : 0
  video.currentTime = Math.min(end, Math.max(0, video.currentTime + byMs / 1000))
}

export function togglePlay(video: HTMLVideoElement): void {
  // A refused play (a new source, a browser rule) shows in the element's state; there is nothing to add.
  if (video.paused || video.ended) video.play().catch(() => {})
  else video.pause()
}
