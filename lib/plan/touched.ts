import type { Slot, Storyboard } from '@/lib/storyboard/schema'
import { SLOTS } from '@/lib/storyboard/schema'
import type { Knowledge } from './knowledge'
import { type Plan, plan } from './plan'

/** What a change would do to a scene: the slots that would have to be made anew, and those it has and keeps. */
export interface TouchedScene {
  sceneId: string
  /** From 1, in the storyboard after the change. */
  number: number
  slots: Slot[]
}

export interface Touched {
  after: Plan
  /** Scenes with something that is right now and would not be any more. */
  scenes: TouchedScene[]
  count: Record<Slot, number>
}

/** Compares the plan of a storyboard with the plan of the changed one. Pure: nothing is done yet. */
export function touchedBy(before: Plan, changed: Storyboard, known: Knowledge): Touched {
  const after = plan(changed, known)
  const now = new Map(before.board.map((scene) => [scene.sceneId, scene.slots]))
  const count: Record<Slot, number> = { frame: 0, clip: 0, narration: 0 }
  const scenes = after.board.flatMap((scene, i): TouchedScene[] => {
    const old = now.get(scene.sceneId)
    const slots = SLOTS.filter((slot) => old?.[slot].chosen && scene.slots[slot].chosen !== old[slot].chosen)
    for (const slot of slots) count[slot] += 1
    return slots.length > 0 ? [{ sceneId: scene.sceneId, number: i + 1, slots }] : []
  })
  return { after, scenes, count }
}
