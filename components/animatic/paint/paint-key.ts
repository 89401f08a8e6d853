import type { FrameRequest } from '@/lib/engine/contract'

/** What the painter reads of a request, and nothing else: two requests of one key are one picture. */
export function paintKey({ prompt, width, height, seed }: FrameRequest): string {
  return JSON.stringify([prompt.scene, prompt.cast, prompt.style, width, height, seed])
}

/** Longer side of a picture on a card. */
export const CARD_SIDE = 384
/** While its words are typed: small enough to be painted between two letters, on a small machine too. */
export const TYPED_SIDE = 256

interface Size {
  width: number
  height: number
}

/** `size`, made smaller where its longer side exceeds `side`; the painter lays the same picture at every size. */
export function fitWithin({ width, height }: Size, side: number): Size {
  const scale = Math.min(1, side / Math.max(width, height))
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}

export const resized = (request: FrameRequest, { width, height }: Size): FrameRequest => ({
  ...request,
  width,
  height,
})
