/**
 * Animatic: the storyboard played in the page before its film exists, from whatever there is of each scene: its clip,
 * else its frame with the camera's move, else the draft painter drawing it on the spot. `animaticOf` says what plays
 * when, purely; `playhead.ts` keeps the time; `picture/` and `sound/` follow it with what is seen and heard; `paint/`
 * is the painter, which also draws single pictures for cards. Times, seams, captions and music are the film's own.
 */
import type { ScoreRequest } from '@/lib/engine/contract'
import { msOfFrames, msOfPackets, SAMPLE_RATE, SAMPLES_PER_PACKET } from '@/lib/media/sound/clock'
import { edgesOf, goesOn, type MusicEdges } from '@/lib/media/sound/edges'
import { type SoundMode, soundModeOf } from '@/lib/media/sound/level'
import type { CueRequest } from '@/lib/media/subtitles'
import { anchorsOf } from '@/lib/plan/film'
import type { Knowledge } from '@/lib/plan/knowledge'
import type { Plan, ScenePlan } from '@/lib/plan/plan'
import { scoreRecipe, scoreRequestOf } from '@/lib/plan/recipes'
import { estimateSpeechMs, type SceneTiming, speechStartSamples } from '@/lib/plan/timing'
import { slotUrl } from '@/lib/project/address'
import { moodOf } from '@/lib/storyboard/mood'
import type { CameraMove, Scene, Size, Storyboard } from '@/lib/storyboard/schema'
import { type PictureSource, picturesOf } from './pictures'

export interface AnimaticScene {
  id: string
  /** From 1. */
  number: number
  title: string
  /** In the film. */
  startMs: number
  durationMs: number
  timing: SceneTiming
  /** How it goes over into the next scene where its timing has a seam. */
  seam: 'dissolve' | 'wipe' | null
  camera: CameraMove
  /** Best first: what cannot be had gives way to the next. */
  pictures: PictureSource[]
  /** Null while there is no recording of its line as it stands. */
  speech: AnimaticSpeech | null
  /** Its captions, timed by the recording or as long as it takes to say; null without words. */
  words: CueRequest | null
  music: AnimaticMusic | null
}

export interface AnimaticSpeech {
  fingerprint: string
  url: string
  durationMs: number
}

export interface AnimaticMusic {
  score: ScoreRequest
  /** The loop's sample at the scene's start. */
  anchor: number
  edges: MusicEdges
}

export interface Animatic {
  scenes: readonly AnimaticScene[]
  durationMs: number
  /** Of the film. */
  size: Size
  /** BCP 47. */
  language: string
  /** The film's own captions are on. */
  subtitles: boolean
  mode: SoundMode
}

/** What plays when. Pure, and light enough to be done for each letter typed into 300 scenes. */
export function animaticOf(board: Storyboard, plan: Plan, known: Knowledge, projectId: string): Animatic {
  const planned = plan.board.flatMap((slots, i) => {
    const scene = board.scenes[i]
    return scene?.id === slots.sceneId ? [{ scene, slots, line: lineOf(board, scene, slots, known) }] : []
  })
  const timings = planned.map(({ slots }) => slots.timing)
  const music = musicOf(board, timings, known)
  const last = timings.at(-1)
  const durationMs = last ? msOfPackets(last.startPacket + last.packets) : 0
  return {
    scenes: planned.map(({ scene, slots, line }, i): AnimaticScene => {
      const { timing } = slots
      const { kind } = scene.transition
      return {
        id: scene.id,
        number: i + 1,
        title: scene.title,
        startMs: msOfPackets(timing.startPacket),
        durationMs: msOfPackets(timing.packets),
        timing,
        seam: timing.seamOut > 0 && (kind === 'dissolve' || kind === 'wipe') ? kind : null,
        camera: scene.camera,
        pictures: picturesOf(board, scene, slots.slots, known, projectId),
        speech: line.recording
          ? {
              fingerprint: line.recording,
              url: slotUrl(projectId, scene.id, 'narration', line.recording),
              durationMs: line.speechMs,
            }
          : null,
        words:
          line.speechMs > 0
            ? {
                text: scene.narration,
                language: board.language,
                words: line.words,
                speechMs: line.speechMs,
                // Captions stay in the body.
                endMs: msOfFrames(timing.frames - timing.seamOut - timing.speechFrame),
                size: board.settings.film,
              }
            : null,
        music: music[i] ?? null,
      }
    }),
    durationMs,
    size: board.settings.film,
    language: board.language,
    subtitles: board.settings.subtitles,
    mode: soundModeOf(
      planned.reduce((sum, { line }) => sum + (line.isSilent ? 0 : line.speechMs), 0),
      durationMs,
    ),
  }
}

interface Line {
  recording: string | null
  speechMs: number
  words: CueRequest['words']
  /** Recorded by a voice that could not read it: a pause. */
  isSilent: boolean
}

/** The same lengths as the plan's: of the recording, else as long as it takes to say. */
function lineOf(board: Storyboard, scene: Scene, { slots }: ScenePlan, known: Knowledge): Line {
  const { recipe, chosen } = slots.narration
  const facts = chosen ? known.assets.get(chosen)?.facts : undefined
  if (facts?.durationMs) {
    const { durationMs, words = [], unreadable } = facts
    return { recording: chosen, speechMs: durationMs, words, isSilent: unreadable === true }
  }
  const isWordless = recipe === null && chosen === null
  const speed = scene.speed ?? board.settings.voice.speed
  return {
    recording: null,
    speechMs: isWordless ? 0 : estimateSpeechMs(scene.narration, speed),
    words: [],
    isSilent: false,
  }
}

function musicOf(
  board: Storyboard,
  timings: readonly SceneTiming[],
  known: Knowledge,
): (AnimaticMusic | undefined)[] {
  const { music, engines } = board.settings
  if (!music.on) return []
  const anchors = anchorsOf(timings, known.anchors)
  const moods = board.scenes.map((scene) => moodOf(scene.bgm))
  const scores = moods.map((mood) => scoreRequestOf(scoreRecipe(engines.score, mood, music.seed)))
  const runsOn = (i: number) => {
    const [left, right] = [timings[i], timings[i + 1]]
    if (!left || !right || moods[i] !== moods[i + 1]) return false
    const loop = (scores[i]?.packets ?? 0) * SAMPLES_PER_PACKET
    return goesOn(anchors[i] ?? 0, left.packets, anchors[i + 1] ?? 0, loop)
  }
  return timings.map((timing, i) => {
    const [before, after] = [timings[i - 1], timings[i + 1]]
    const edges = edgesOf({
      packets: timing.packets,
      before: before ? { packets: before.packets, runsOn: runsOn(i - 1) } : null,
      after: after ? { packets: after.packets, runsOn: runsOn(i) } : null,
      startsFilm: !before,
      endsFilm: !after,
    })
    const score = scores[i]
    return score && { score, anchor: anchors[i] ?? 0, edges }
  })
}

/** The scene that is on at this moment of the film, the last one after its end. */
export function sceneAt(animatic: Animatic, timeMs: number): AnimaticScene | undefined {
  const { scenes } = animatic
  let low = 0
  let high = scenes.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((scenes[middle]?.startMs ?? 0) <= timeMs + HAIR_MS) low = middle
    else high = middle - 1
  }
  return scenes[low]
}

/** Clocks that count in other units land a hair before the moment they were sent to. */
const HAIR_MS = 0.01

/** Speech begins so long after the scene's start. */
export const speechStartMs = ({ timing }: AnimaticScene): number =>
  (speechStartSamples(timing) * 1000) / SAMPLE_RATE

/** Where a scene's own picture is first seen whole: after the seam or fade that leads to it. Film milliseconds. */
export function bodyStartMs({ startMs, durationMs, timing }: AnimaticScene): number {
  return startMs + Math.min(durationMs / 2, msOfFrames(timing.seamIn / 2 + timing.fadeIn))
}
