import type { Slot, Storyboard } from '@/lib/storyboard/schema'
import { type FilmPlan, planFilm, type SceneSlots } from './film'
import type { Knowledge } from './knowledge'
import { clipSlot, frameSlot, narrationSlot, type SlotPlan } from './slots'
import { estimateSpeechMs, layOut, type SceneTiming } from './timing'

export interface ScenePlan {
  sceneId: string
  slots: Record<Slot, SlotPlan>
  /** Frames and packets in the film; from an estimate while a narration is missing. */
  timing: SceneTiming
  estimated: boolean
}

export interface Plan extends FilmPlan {
  board: ScenePlan[]
}

/**
 * Storyboard + what is known -> for every slot and for the film its recipe and state. Pure: the same input gives the
 * same plan on the server and in the browser.
 */
export function plan(board: Storyboard, known: Knowledge): Plan {
  const frames = board.scenes.map((scene) => frameSlot(board, scene, known))
  const narrations = board.scenes.map((scene) => narrationSlot(board, scene, known))
  const spoken = narrations.map((slot) => {
    if (slot.recipe === null && slot.chosen === null) return 0
    const facts = slot.chosen ? known.assets.get(slot.chosen)?.facts : undefined
    return facts?.durationMs ?? null
  })
  const timings = layOut(
    board.scenes,
    spoken.map((ms, i) => {
      const scene = board.scenes[i]
      return ms ?? (scene ? estimateSpeechMs(scene.narration, scene.speed ?? board.settings.voice.speed) : 0)
    }),
  )
  // A seam's length depends on both neighbours.
  const isExact = (i: number) => [i - 1, i, i + 1].every((j) => spoken[j] !== null)
  const scenes = board.scenes.flatMap((scene, i) => {
    const frame = frames[i]
    const narration = narrations[i]
    const timing = timings[i]
    if (!frame || !narration || !timing) return []
    const clip = clipSlot(board, scene, frame, isExact(i) ? timing.frames : null, known)
    return [{ scene, frame, narration, clip, timing, exact: isExact(i) }]
  })
  const film = planFilm(
    board,
    scenes.map((s): SceneSlots => ({ ...s, timing: s.exact ? s.timing : null })),
    known,
  )
  return {
    ...film,
    board: scenes.map(({ scene, frame, clip, narration, timing, exact }) => ({
      sceneId: scene.id,
      slots: { frame, clip, narration },
      timing,
      estimated: !exact,
    })),
  }
}
