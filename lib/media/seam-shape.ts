/** How one picture goes over into the next. Free of Node: the animatic in the page draws the very same seams. */

export type SeamKind = 'dissolve' | 'wipe'

/** Share of the picture's width over which a wipe's edge is soft. */
export const SOFT_EDGE = 0.25

/** How far a seam is at its frame `n`: neither the first frame nor the last repeats its neighbour. */
export const seamShare = (n: number, frames: number): number => (n + 1) / (frames + 1)

/** How much of the next picture is seen at `x` (0 left, 1 right). */
export const wipeShare = (share: number, x: number): number =>
  Math.min(1, Math.max(0, (share * (1 + SOFT_EDGE) - x) / SOFT_EDGE))
