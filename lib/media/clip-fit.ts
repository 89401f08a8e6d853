/** How a clip comes to last as long as its scene. Free of Node: the animatic in the page moves the very same way. */
import { FRAMES_PER_SECOND } from './sound/clock'

export interface ClipFit {
  /** The clip is slowed by this factor, 1 to 2. */
  stretch: number
  /** Film frames in which the clip moves. */
  moving: number
  /** Film frames in which its last picture is held. */
  held: number
}

export interface FitRequest {
  /** Frames in the clip and its own rate. */
  clipFrames: number
  clipFps: number
  /** Frames wanted at 24 a second. */
  frames: number
}

/** More than half speed looks like a fault. */
const MOST_STRETCH = 2

/** A clip as long as wanted stays as it is, a longer one is cut, a shorter one slowed and then held. */
export function fitClip({ clipFrames, clipFps, frames }: FitRequest): ClipFit {
  const natural = Math.max(1, Math.round((clipFrames * FRAMES_PER_SECOND) / clipFps))
  if (natural >= frames) return { stretch: 1, moving: frames, held: 0 }
  const stretch = Math.min(MOST_STRETCH, frames / natural)
  const moving = Math.min(frames, Math.round(natural * stretch))
  return { stretch, moving, held: frames - moving }
}

/**
 * A held picture is pushed into slowly, setting in gently: frozen, it looks like a fault. At frame `n` it is enlarged
 * `1 + rate·n²/(n + PUSH_EASE)` times.
 */
export const PUSH_EASE = 24
export const pushRate = (held: number): number => Math.min(0.0006, 0.12 / held)
export const pushZoom = (n: number, held: number): number => 1 + (pushRate(held) * n * n) / (n + PUSH_EASE)
