'use client'

import { useLayoutEffect, useState, useSyncExternalStore } from 'react'
import type { Animatic } from './animatic'
import { createPlayhead, type Playhead, type PlayheadState, type Ticker } from './playhead'

/** A page that is not seen has no frames, but its sound must go on. */
const UNSEEN_MS = 250

const onFrames: Ticker = (tick) => {
  let frame = requestAnimationFrame(function next() {
    frame = requestAnimationFrame(next)
    tick()
  })
  const timer = setInterval(tick, UNSEEN_MS)
  return () => {
    cancelAnimationFrame(frame)
    clearInterval(timer)
  }
}

/** The page's playhead over this animatic. Hand it to the player, and to whatever else follows or drives it. */
export function usePlayhead(animatic: Animatic): Playhead {
  const [playhead] = useState(() => createPlayhead(animatic, onFrames))
  useLayoutEffect(() => playhead.show(animatic), [playhead, animatic])
  useLayoutEffect(() => () => playhead.pause(), [playhead])
  return playhead
}

/** One thing of the playhead's state; renders again only when it changes. `read` must give something comparable. */
export function usePlayheadState<T>(playhead: Playhead, read: (state: PlayheadState) => T): T {
  const get = () => read(playhead.getState())
  return useSyncExternalStore(playhead.subscribe, get, get)
}
