import type { CameraMove, Size } from '@/lib/storyboard/schema'
import type { PictureSource } from '../pictures'

export type ScreenInk = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D

export interface ReelMoment {
  /** Of the scene's whole segment, and how many that has. */
  frame: number
  frames: number
  camera: CameraMove
  playing: boolean
}

/** The moving picture of one scene, ready to be drawn at any of its frames. */
export interface Reel {
  /** Of the source it shows. */
  key: string
  /** A better one of the same source is to follow. */
  rough: boolean
  /** Covers the whole screen. */
  draw(ink: ScreenInk, size: Size, moment: ReelMoment): void
  /** It is not on the screen. */
  rest(): void
  /** Gives its memory back. */
  close(): void
}

export interface ReelOrder {
  /** Of the screen. */
  size: Size
  signal: AbortSignal
  /** On air: a rough picture at once is better than a fine one soon. */
  hurry: boolean
  /** Called with each reel that is ready: it may be a rough one first. */
  show(reel: Reel): void
  /** A reel has more to show than when it was last drawn. */
  onChange(): void
}

/** Rejects when the source cannot be had. */
export type LoadReel = (source: PictureSource, order: ReelOrder) => Promise<void>
