/** How long work should take, from how long such work took. Free of Node: a button in the page says it before it is pressed. */
import { WORK_TYPES, type WorkType } from './schema'

/** Milliseconds that one piece of work of each type takes. */
export type Pace = Record<WorkType, number>

/** Before anything was measured on this machine: draft engines on two cores. */
export const FIRST_GUESS: Pace = {
  storyboard: 800,
  frame: 900,
  clip: 6_000,
  narration: 900,
  score: 2_500,
  segment: 2_500,
  film: 3_000,
}

/** Film and segments come last and the film alone; the rest runs on all slots at once. */
export function estimateMs(left: Partial<Record<WorkType, number>>, pace: Pace, slots: number): number {
  let parallel = 0
  for (const type of WORK_TYPES) if (type !== 'film') parallel += (left[type] ?? 0) * pace[type]
  return Math.round(parallel / slots + (left.film ?? 0) * pace.film)
}
