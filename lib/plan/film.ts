import { msOfFrames, msOfPackets, SAMPLES_PER_PACKET } from '@/lib/media/sound/clock'
import { type Cue, cuesOf } from '@/lib/media/subtitles'
import { moodOf } from '@/lib/storyboard/mood'
import type { Mood, Scene, Storyboard } from '@/lib/storyboard/schema'
import { filmRecipe } from './film-recipe'
import type { Knowledge } from './knowledge'
import { scoreRecipe } from './recipes'
import { segmentRecipe } from './segment'
import { blocked, type SlotPlan, type WorkPlan, workOf } from './slots'
import type { SceneTiming } from './timing'

/** One scene as the film holds it. */
export interface FilmScene {
  sceneId: string
  title: string
  timing: SceneTiming
  segment: WorkPlan
  speech: string | null
  mood: Mood
  score: string | null
  /** Where its music begins in the loop, in samples. */
  anchor: number
  /** Captions in milliseconds from the beginning of speech. */
  cues: Cue[]
}

export interface FilmPlan {
  scenes: FilmScene[]
  scores: WorkPlan[]
  film: WorkPlan
  /** Milliseconds; null while a narration is missing. */
  durationMs: number | null
}

/** What `plan` has worked out of a scene before the film's own parts. */
export interface SceneSlots {
  scene: Scene
  clip: SlotPlan
  narration: SlotPlan
  /** Null while its narration or a neighbour's is missing. */
  timing: SceneTiming | null
}

function sceneCues(board: Storyboard, slots: SceneSlots, timing: SceneTiming, known: Knowledge): Cue[] {
  const speech = slots.narration.chosen
  const facts = speech ? known.assets.get(speech)?.facts : undefined
  if (!facts?.durationMs) return []
  return cuesOf({
    text: slots.scene.narration,
    language: board.language,
    words: facts.words ?? [],
    speechMs: facts.durationMs,
    // Captions stay in the body.
    endMs: msOfFrames(timing.frames - timing.seamOut - timing.speechFrame),
    size: board.settings.film,
  })
}

/**
 * Where each scene's music begins. A scene of the last film keeps its place, so that an edit elsewhere leaves its sound
 * as it is; a new one goes on from its predecessor.
 */
export function anchorsOf(
  timings: readonly SceneTiming[],
  earlier: Readonly<Record<string, number>>,
): number[] {
  let next = 0
  return timings.map((timing) => {
    const anchor = earlier[timing.sceneId] ?? next
    next = anchor + timing.packets * SAMPLES_PER_PACKET
    return anchor
  })
}

export function planFilm(board: Storyboard, slots: readonly SceneSlots[], known: Knowledge): FilmPlan {
  const { settings } = board
  const moods = slots.map(({ scene }) => moodOf(scene.bgm))
  const scoreOf = (mood: Mood) =>
    workOf(scoreRecipe(settings.engines.score, mood, settings.music.seed), null, known)
  const scores = settings.music.on ? [...new Set(moods)].map(scoreOf) : []
  const timings = slots.map((s) => s.timing)
  const allKnown = timings.every((t): t is SceneTiming => t !== null)
  const anchors = allKnown ? anchorsOf(timings as SceneTiming[], known.anchors) : []

  const scenes = slots.flatMap((s, i): FilmScene[] => {
    const { timing, scene } = s
    if (!timing) return []
    const mood = moods[i] as Mood
    const cues = sceneCues(board, s, timing, known)
    const clip = s.clip.chosen
    const body = clip ? segmentRecipe(board, clip, timing, cues, known.ffmpeg) : null
    return [
      {
        sceneId: scene.id,
        title: scene.title,
        timing,
        segment: body ? workOf(body, scene.id, known) : blocked(scene.id, ['clip']),
        speech: s.narration.chosen,
        mood,
        score: settings.music.on ? scoreOf(mood).fingerprint : null,
        anchor: anchors[i] ?? 0,
        cues,
      },
    ]
  })
  const waits = [
    ...(allKnown ? [] : ['narration']),
    ...(scores.every((s) => s.state === 'ready') ? [] : ['score']),
    ...(scenes.every((s) => s.segment.state === 'ready') ? [] : ['segment']),
  ]
  const last = scenes.at(-1)?.timing
  const durationMs = allKnown && last ? msOfPackets(last.startPacket + last.packets) : null
  const isComplete = allKnown && scenes.every((s) => s.segment.fingerprint !== null)
  const film = isComplete
    ? workOf(filmRecipe(board, scenes, known.ffmpeg), null, known)
    : blocked(null, waits)
  return {
    scenes,
    scores,
    durationMs,
    film:
      film.state === 'missing' && waits.length > 0 ? { ...film, state: 'blocked', blockedBy: waits } : film,
  }
}
