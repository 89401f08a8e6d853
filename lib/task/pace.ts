import { WORK_TYPES, type WorkType } from './schema'
import { listDurations } from './store'

/** Milliseconds that one piece of work of each type takes. */
export type Pace = Record<WorkType, number>

/** Before anything was measured on this machine: draft engines on two cores. */
const FIRST_GUESS: Pace = {
  storyboard: 800,
  frame: 900,
  clip: 6_000,
  narration: 900,
  score: 2_500,
  segment: 2_500,
  film: 3_000,
}

const KEEP_MS = 5_000
const shared = globalThis as unknown as { studioPace?: { at: number; pace: Promise<Pace> } }

/** The median of the last tasks of each type, read again every few seconds. */
export function currentPace(): Promise<Pace> {
  const now = Date.now()
  if (!shared.studioPace || now - shared.studioPace.at > KEEP_MS) {
    shared.studioPace = { at: now, pace: learn() }
  }
  return shared.studioPace.pace
}

async function learn(): Promise<Pace> {
  const measured = await listDurations().catch(() => new Map<string, number>())
  return Object.fromEntries(WORK_TYPES.map((type) => [type, measured.get(type) ?? FIRST_GUESS[type]])) as Pace
}

/** Film and segments come last and the film alone; the rest runs on all slots at once. */
export function estimateMs(left: Partial<Record<WorkType, number>>, pace: Pace, slots: number): number {
  let parallel = 0
  for (const type of WORK_TYPES) if (type !== 'film') parallel += (left[type] ?? 0) * pace[type]
  return Math.round(parallel / slots + (left.film ?? 0) * pace.film)
}
