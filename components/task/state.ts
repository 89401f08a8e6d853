/** Task: how work in hand and ended work are told. Pure readings of a project's view; the words are in the messages. */
import type { ErrorShape } from '@/lib/base/errors'
import type { ProjectView, SceneView, SlotView } from '@/lib/project/schema'
import { SLOTS, type Slot } from '@/lib/storyboard/schema'
import { isFinal, type TaskView, WORK_TYPES, type WorkType } from '@/lib/task/schema'

/** The stages a person knows; the film's own parts are one. */
export type Stage = 'waiting' | 'storyboard' | 'frame' | 'narration' | 'clip' | 'compose' | 'export'

const STAGE_OF: Record<WorkType, Stage> = {
  storyboard: 'storyboard',
  frame: 'frame',
  narration: 'narration',
  clip: 'clip',
  score: 'compose',
  segment: 'compose',
  film: 'compose',
  export: 'export',
}

export function stageOf(target: TaskView): Stage {
  if (target.work?.now) return STAGE_OF[target.work.now]
  return target.type === 'storyboard' && target.status === 'running' ? 'storyboard' : 'waiting'
}

/** Nothing of it moves, nor will before somebody resumes the queue; what ran when it was paused still ends. */
export const isResting = (target: TaskView, queue: { paused: boolean } | undefined): boolean =>
  queue?.paused === true && !target.work?.running

export const liveTarget = (targets: readonly TaskView[]): TaskView | undefined =>
  targets.find((target) => !isFinal(target.status))

/** The last target that failed or was cancelled, unless something newer was asked for or finished since. */
export function endedTarget(view: ProjectView): TaskView | undefined {
  const last = view.targets.toSorted((a, b) => b.createdAt.localeCompare(a.createdAt))[0]
  return last && (last.status === 'error' || last.status === 'cancelled') ? last : undefined
}

export const isSceneDone = (scene: SceneView): boolean =>
  SLOTS.every((slot) => scene.slots[slot].state === 'ready')

/** A scene without words has no voice to make: its slot is ready and holds nothing. */
const isWanted = (scene: SceneView, slot: Slot): boolean =>
  slot !== 'narration' || scene.slots.narration.state !== 'ready' || scene.slots.narration.wanted !== null

function countSlots(scenes: readonly SceneView[], holds: (view: SlotView) => boolean): Record<Slot, number> {
  const count = (slot: Slot) =>
    scenes.filter((scene) => isWanted(scene, slot) && holds(scene.slots[slot])).length
  return { frame: count('frame'), clip: count('clip'), narration: count('narration') }
}

/** How many of each slot the film wants. */
export const countWanted = (scenes: readonly SceneView[]): Record<Slot, number> =>
  countSlots(scenes, () => true)

/** How many of each slot are made and still right. */
export const countReady = (scenes: readonly SceneView[]): Record<Slot, number> =>
  countSlots(scenes, ({ state }) => state === 'ready')

/** Where a target stopped, as its error tells. */
export function stopOf(error: ErrorShape | null): { stage: WorkType; sceneId: string | null } | null {
  const { stage, scene_id: sceneId } = (error?.details ?? {}) as { stage?: unknown; scene_id?: unknown }
  const known = WORK_TYPES.find((type) => type === stage)
  return known ? { stage: known, sceneId: typeof sceneId === 'string' ? sceneId : null } : null
}

/** What the scene's card speaks of: what runs, else what waits, in the order of making. */
export function taskOnShow(scene: SceneView): TaskView | undefined {
  const tasks = (['frame', 'narration', 'clip'] as const).flatMap((slot) => scene.slots[slot].task ?? [])
  return tasks.find((task) => task.status === 'running') ?? tasks.find((task) => task.status === 'pending')
}

/** 1 for the next in line of all that waits. */
export const placeInLine = (task: TaskView): number | null => (task.place === null ? null : task.place + 1)
