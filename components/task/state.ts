/** Task: how work in hand and ended work are told. Pure readings of a project's view; the words are in the messages. */
import type { ProjectView, SceneView } from '@/lib/project/schema'
import { SLOTS, type Slot } from '@/lib/storyboard/schema'
import { isFinal, type TaskView, type WorkType } from '@/lib/task/schema'

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

export const liveTarget = (targets: readonly TaskView[]): TaskView | undefined =>
  targets.find((target) => !isFinal(target.status))

/** The last target that failed or was cancelled, unless something newer was asked for or finished since. */
export function endedTarget(view: ProjectView): TaskView | undefined {
  const last = view.targets.toSorted((a, b) => b.createdAt.localeCompare(a.createdAt))[0]
  return last && (last.status === 'error' || last.status === 'cancelled') ? last : undefined
}

export const isSceneDone = (scene: SceneView): boolean =>
  SLOTS.every((slot) => scene.slots[slot].state === 'ready')

/** How many of each slot are made and still right. */
export function countReady(scenes: readonly SceneView[]): Record<Slot, number> {
  const count = (slot: Slot) => scenes.filter((scene) => scene.slots[slot].state === 'ready').length
  return { frame: count('frame'), clip: count('clip'), narration: count('narration') }
}

/** What the scene's card speaks of: what runs, else what waits, in the order of making. */
export function taskOnShow(scene: SceneView): TaskView | undefined {
  const tasks = (['frame', 'narration', 'clip'] as const).flatMap((slot) => scene.slots[slot].task ?? [])
  return tasks.find((task) => task.status === 'running') ?? tasks.find((task) => task.status === 'pending')
}

/** 1 for the next in line of all that waits. */
export const placeInLine = (task: TaskView): number | null => (task.place === null ? null : task.place + 1)
