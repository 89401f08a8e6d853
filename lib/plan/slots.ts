import { fingerprintOf } from '@/lib/asset/fingerprint'
import type { Recipe } from '@/lib/asset/recipe'
import type { ErrorShape } from '@/lib/base/errors'
import { DRAFT_ENGINES } from '@/lib/engine/draft/identities'
import type { EngineIdentity, Scene, Slot, Storyboard } from '@/lib/storyboard/schema'
import { anchorFor } from './anchor'
import { type Knowledge, takeKey } from './knowledge'
import { clipRecipe, engineOf, frameRecipe, narrationRecipe } from './recipes'
import { isUpload } from './upload'
import { differences, outdatedLine } from './why'

export type WorkState = 'ready' | 'missing' | 'blocked' | 'failed'

/** One thing to be made. `fingerprint` is null while an input is unknown. */
export interface WorkPlan {
  sceneId: string | null
  recipe: Recipe | null
  /** Who is to make it, where its recipe cannot be known yet. */
  engine?: EngineIdentity
  fingerprint: string | null
  state: WorkState
  /** What it waits for, when blocked. */
  blockedBy: string[]
  error: ErrorShape | null
}

export interface SlotPlan extends WorkPlan {
  sceneId: string
  slot: Slot
  /** The asset that the film uses: the pinned take, else the current recipe's; null while there is none. */
  chosen: string | null
  /** What is on show: `chosen`, else the newest take. */
  shown: string | null
  /** Fields in which the current recipe differs from what is on show. */
  why: string[]
  /** Why the film holds a draft here though another engine was asked for. */
  fallback: ErrorShape | null
}

const NOTHING: WorkPlan = {
  sceneId: null,
  recipe: null,
  fingerprint: null,
  state: 'ready',
  blockedBy: [],
  error: null,
}

export const blocked = (sceneId: string | null, blockedBy: string[], engine?: EngineIdentity): WorkPlan => ({
  ...NOTHING,
  ...(engine ? { engine } : {}),
  sceneId,
  state: 'blocked',
  blockedBy,
})

export function workOf(recipe: Recipe, sceneId: string | null, known: Knowledge): WorkPlan {
  const fingerprint = fingerprintOf(recipe)
  const error = known.failures.get(fingerprint) ?? null
  const state = known.assets.has(fingerprint) ? 'ready' : error ? 'failed' : 'missing'
  return { sceneId, recipe, fingerprint, state, blockedBy: [], error: state === 'failed' ? error : null }
}

/** A remote engine that failed for good gives way to the draft engine of the slot, and the plan says so. */
function withFallback(
  build: (engine: EngineIdentity) => Recipe,
  engine: EngineIdentity,
  scene: Scene,
  slot: Slot,
  known: Knowledge,
): { work: WorkPlan; fallback: ErrorShape | null } {
  const work = workOf(build(engine), scene.id, known)
  const draft = DRAFT_ENGINES[slot]
  if (work.state !== 'failed' || engine === draft) return { work, fallback: null }
  return { work: workOf(build(draft), scene.id, known), fallback: work.error }
}

function slotPlan(
  scene: Scene,
  slot: Slot,
  made: { work: WorkPlan; fallback: ErrorShape | null },
  known: Knowledge,
): SlotPlan {
  const pin = scene.pins[slot]
  const pinned = pin && known.assets.has(pin) ? pin : null
  const current = made.work.state === 'ready' ? made.work.fingerprint : null
  const takes = known.takes.get(takeKey(scene.id, slot)) ?? []
  const newest = takes.findLast((fingerprint) => known.assets.has(fingerprint)) ?? null
  const chosen = pinned ?? current
  const shown = chosen ?? newest
  const shownRecipe = shown ? known.assets.get(shown)?.recipe : undefined
  const isStale = shown !== null && made.work.recipe !== null && shown !== made.work.fingerprint
  return {
    ...made.work,
    // A pinned take is what the writer wants: nothing is to be made for it.
    ...(pinned ? { state: 'ready' as const, error: null, blockedBy: [] } : {}),
    sceneId: scene.id,
    slot,
    chosen,
    shown,
    why: isStale && made.work.recipe && shownRecipe ? whyOf(shownRecipe, made.work.recipe, pinned) : [],
    fallback: made.fallback,
  }
}

/** A take of the writer's own, chosen by the writer, asks for no reason: at most it speaks an older line. */
const whyOf = (shown: Recipe, wanted: Recipe, pinned: string | null): string[] =>
  pinned !== null && isUpload(shown) ? outdatedLine(shown, wanted) : differences(shown, wanted)

export function frameSlot(board: Storyboard, scene: Scene, known: Knowledge): SlotPlan {
  const engine = engineOf(scene, 'frame', board.settings)
  const build = (identity: EngineIdentity) =>
    frameRecipe(board, scene, identity, anchorFor(board, scene, identity, known))
  return slotPlan(scene, 'frame', withFallback(build, engine, scene, 'frame', known), known)
}

export function narrationSlot(board: Storyboard, scene: Scene, known: Knowledge): SlotPlan {
  const engine = engineOf(scene, 'narration', board.settings)
  if (!narrationRecipe(board, scene, engine) && !scene.pins.narration) {
    return slotPlan(scene, 'narration', { work: { ...NOTHING, sceneId: scene.id }, fallback: null }, known)
  }
  const build = (identity: EngineIdentity): Recipe =>
    narrationRecipe(board, scene, identity) ?? { kind: 'narration', engine: identity, params: {}, inputs: {} }
  return slotPlan(scene, 'narration', withFallback(build, engine, scene, 'narration', known), known)
}

/** `frames` is the scene's length once it is known, which only engines of any length need. */
export function clipSlot(
  board: Storyboard,
  scene: Scene,
  frame: SlotPlan,
  frames: number | null,
  known: Knowledge,
): SlotPlan {
  const engine = engineOf(scene, 'clip', board.settings)
  const isFixed = (identity: EngineIdentity) => known.fixedLength.has(identity)
  const waits = [
    ...(frame.chosen ? [] : ['frame']),
    ...(frames === null && !isFixed(engine) ? ['narration'] : []),
  ]
  const input = frame.chosen
  if (input === null || waits.length > 0) {
    return slotPlan(scene, 'clip', { work: blocked(scene.id, waits, engine), fallback: null }, known)
  }
  const build = (identity: EngineIdentity) =>
    clipRecipe(board, scene, identity, { frame: input, frames: isFixed(identity) ? null : frames })
  const made = withFallback(build, engine, scene, 'clip', known)
  if (made.fallback && frames === null) {
    return slotPlan(scene, 'clip', { work: blocked(scene.id, ['narration']), fallback: made.fallback }, known)
  }
  return slotPlan(scene, 'clip', made, known)
}
