import type { ClipRequest } from '@/lib/engine/contract'

/** What the thread is told: the clip, and later that one more frame may be drawn ahead. */
export type ClipOrder = Pick<ClipRequest, 'frame' | 'camera' | 'width' | 'height' | 'frames'>
export type ToThread = 'more'

/** RGBA, width x height x 4 bytes, frames in order. */
export interface FromThread {
  frame: number
  pixels: ArrayBuffer
}

/** Frames the thread may be ahead of the encoder: enough to keep both busy, few enough to keep memory small. */
export const FRAMES_AHEAD = 2
