import type { Plan } from '@/lib/plan/plan'
import type { WorkPlan } from '@/lib/plan/slots'
import type { Slot } from '@/lib/storyboard/schema'
import { FFMPEG, type Load, piecesOf, withMore } from '@/lib/task/estimate'
import type { MakingType, WorkType } from '@/lib/task/schema'

export interface WantedWork {
  type: WorkType
  work: WorkPlan
}

/** What the slots that a target names stand on themselves. */
const SLOTS_OF: Record<MakingType, readonly Slot[]> = {
  storyboard: [],
  frames: ['frame'],
  narration: ['narration'],
  clips: ['narration', 'frame', 'clip'],
  render: ['narration', 'frame', 'clip'],
}

/** Everything that has to be ready for a target to be done, in the order of the film. */
export function wantedWork(plan: Plan, type: MakingType, sceneIds: readonly string[] | null): WantedWork[] {
  const isWanted = (sceneId: string) => sceneIds === null || sceneIds.includes(sceneId)
  // A clip's length follows from its neighbours' narrations too, since a seam is bounded by both scenes.
  const hears = (index: number) =>
    [index - 1, index, index + 1].some((i) => isWanted(plan.board[i]?.sceneId ?? ''))
  const slots = plan.board.flatMap((scene, index) =>
    SLOTS_OF[type]
      .filter((slot) =>
        slot === 'narration' && type !== 'narration' ? hears(index) : isWanted(scene.sceneId),
      )
      .map((slot): WantedWork => ({ type: slot, work: scene.slots[slot] })),
  )
  if (type !== 'render') return slots
  return [
    ...slots,
    ...plan.scores.map((work): WantedWork => ({ type: 'score', work })),
    ...plan.scenes.map((scene): WantedWork => ({ type: 'segment', work: scene.segment })),
    { type: 'film', work: plan.film },
  ]
}

/** Seconds of a draft engine for one piece of work: only the proportions matter, for a progress that moves evenly. */
const WEIGHTS: Record<WorkType, number> = {
  storyboard: 1,
  narration: 1,
  frame: 1,
  score: 2,
  clip: 6,
  segment: 3,
  film: 4,
  export: 20,
}

/** Orders the film: everything is heard and drawn before it moves, and moves before it is joined. */
export const PRIORITIES: Record<WorkType, number> = {
  storyboard: 100,
  narration: 90,
  frame: 80,
  score: 70,
  clip: 60,
  segment: 40,
  film: 20,
  export: 10,
}

/** What is made where the runner is, by no engine that could be away. */
export const RUNNERS_OWN: ReadonlySet<WorkType> = new Set(['segment', 'film', 'export'])

/** Cuts and films are ffmpeg's, of which there is one. */
function makerOf(type: WorkType, { recipe, engine }: WorkPlan): string {
  const maker = recipe?.engine ?? engine ?? ''
  const isFfmpegs = RUNNERS_OWN.has(type) && (maker === '' || maker.startsWith(FFMPEG))
  return isFfmpegs ? '' : maker
}

export interface Counts {
  total: number
  ready: number
  failed: number
  /** Work still to be done, by type. */
  left: Partial<Record<WorkType, number>>
  /** The same as what it will cost: in pieces, by who makes them. */
  load: Load
}

export function countWork(wanted: readonly WantedWork[], plan: Plan | null): Counts {
  const left: Counts['left'] = {}
  let load: Load = {}
  for (const { type, work } of wanted) {
    if (work.state !== 'missing' && work.state !== 'blocked') continue
    left[type] = (left[type] ?? 0) + 1
    const engine = makerOf(type, work)
    const pieces = type === 'storyboard' ? piecesOf(engine, work.recipe?.params.sceneCount) : 1
    load = withMore(load, type, engine, pieces)
  }
  // Segments are not in the plan before the lengths of their scenes are known.
  const unseen = plan && wanted.some((w) => w.type === 'film') ? plan.board.length - plan.scenes.length : 0
  if (unseen > 0) {
    left.segment = (left.segment ?? 0) + unseen
    load = withMore(load, 'segment', '', unseen)
  }
  return {
    total: wanted.length + unseen,
    ready: wanted.filter((w) => w.work.state === 'ready').length,
    failed: wanted.filter((w) => w.work.state === 'failed').length,
    left,
    load,
  }
}

/** 0 to 1: the weight of what is ready, with running tasks counted by their own progress. */
export function progressOf(
  wanted: readonly WantedWork[],
  counts: Counts,
  running: ReadonlyMap<string, number>,
): number {
  let done = 0
  let total = 0
  for (const { type, work } of wanted) {
    const weight = WEIGHTS[type]
    total += weight
    if (work.state === 'ready') done += weight
    else done += weight * ((work.fingerprint && running.get(work.fingerprint)) || 0)
  }
  const seen = wanted.filter((w) => w.type === 'segment').length
  const unseen = counts.total - wanted.length
  if (seen + unseen > 0) total += unseen * WEIGHTS.segment
  return total === 0 ? 1 : done / total
}
