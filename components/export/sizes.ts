import type { Size } from '@/lib/media/video'
import { sizeOf } from '@/lib/plan/export'

/** Shorter sides that screens and sites know, largest first. */
const USUAL_SIDES = [2160, 1440, 1080, 720, 480, 360, 240]

export interface OfferedSize extends Size {
  shortSide: number
  /** Against the film's own pixels. */
  is: 'larger' | 'own' | 'smaller'
}

/** The sizes that a film is offered in: its own, the usual ones below, and those above up to twice as large. */
export function offeredSizes(film: Size): OfferedSize[] {
  const own = Math.min(film.width, film.height)
  const sides = new Set([own, ...USUAL_SIDES.filter((side) => side <= 2 * own)])
  return [...sides]
    .sort((a, b) => b - a)
    .map((shortSide) => ({
      ...(shortSide === own ? film : sizeOf(film, shortSide)),
      shortSide,
      is: shortSide === own ? 'own' : shortSide > own ? 'larger' : 'smaller',
    }))
}
