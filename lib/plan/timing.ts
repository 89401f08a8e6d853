/**
 * Plan: what is wanted and in which state it is. Pure and free of Node, so that the browser computes the very same.
 * `timing.ts` turns narrations and transitions into whole frames and sound packets.
 *
 * A scene is D = seam in + body + seam out frames; the body holds lead, speech and tail, so that speech and its
 * captions never lie in a seam. In the film a seam is shared: each neighbour owns half of it, which is the scene's span.
 */
import {
  FRAMES_PER_SECOND,
  framesOfMs,
  msOfPackets,
  packetsOfFrames,
  SAMPLES_PER_FRAME,
} from '@/lib/media/sound/clock'
import type { Scene, Transition } from '@/lib/storyboard/schema'

/** Silence before the voice: longer than half the crossfade of two soundtracks (7 packets, 149 ms). */
const LEAD_FRAMES = 8
const TAIL_FRAMES = 11
/** The last scene stays a moment longer, so that the music can end. */
const LAST_TAIL_FRAMES = 36
/** A picture without a word: long enough to be looked at. */
const SILENT_FRAMES = 66
const SHORTEST_BODY_FRAMES = 24

export interface SceneTiming {
  sceneId: string
  /** Frames of the whole segment. */
  frames: number
  seamIn: number
  seamOut: number
  /** Fades through black, inside the segment. */
  fadeIn: number
  fadeOut: number
  /** First frame of speech within the segment. */
  speechFrame: number
  /** How long the scene lasts in the film, in sound packets. */
  packets: number
  /** Where it begins in the film, in packets. */
  startPacket: number
}

const evenFloor = (n: number): number => 2 * Math.floor(n / 2)
const hasSeam = (t: Transition): boolean => t.kind === 'dissolve' || t.kind === 'wipe'

interface Body {
  frames: number
  lead: number
  fadeIn: number
  fadeOut: number
}

/** Half of a fade through black belongs to each neighbour; the film's last fade belongs to its last scene alone. */
function bodyOf(scene: Scene, before: Scene | undefined, isLast: boolean, speechMs: number): Body {
  const half = (t: Transition) => Math.max(2, Math.round(framesOfMs(t.durationMs) / 2))
  const fadeIn = before?.transition.kind === 'fade' ? half(before.transition) : 0
  const fadesOut = scene.transition.kind === 'fade'
  const fadeOut = fadesOut
    ? isLast
      ? Math.max(12, framesOfMs(scene.transition.durationMs))
      : half(scene.transition)
    : 0
  const lead = Math.max(LEAD_FRAMES, fadeIn)
  const tail = Math.max(isLast ? LAST_TAIL_FRAMES : TAIL_FRAMES, fadeOut)
  const needed =
    speechMs > 0
      ? lead + Math.ceil((speechMs * FRAMES_PER_SECOND) / 1000) + tail
      : SHORTEST_BODY_FRAMES + fadeIn + fadeOut
  const wanted = scene.durationMs === null ? (speechMs > 0 ? 0 : SILENT_FRAMES) : framesOfMs(scene.durationMs)
  return { frames: Math.max(needed, wanted), lead, fadeIn, fadeOut }
}

/**
 * Lays all scenes out. `speechMs[i]` is the length of scene i's narration, 0 when it has none.
 * Seams are even, so that their middle is a whole frame, and at most a third of the shorter neighbour's body.
 */
export function layOut(scenes: readonly Scene[], speechMs: readonly number[]): SceneTiming[] {
  const bodies = scenes.map((scene, i) =>
    bodyOf(scene, scenes[i - 1], i === scenes.length - 1, speechMs[i] ?? 0),
  )
  const seams = scenes.map((scene, i) => {
    const here = bodies[i]
    const next = bodies[i + 1]
    if (!here || !next || !hasSeam(scene.transition)) return 0
    const most = Math.floor(Math.min(here.frames, next.frames) / 3)
    return evenFloor(Math.min(framesOfMs(scene.transition.durationMs) + 1, most))
  })
  let startPacket = 0
  return scenes.map((scene, i) => {
    const body = bodies[i] as Body
    const seamIn = seams[i - 1] ?? 0
    const seamOut = seams[i] ?? 0
    const packets = packetsOfFrames(body.frames + (seamIn + seamOut) / 2)
    const timing = {
      sceneId: scene.id,
      frames: seamIn + body.frames + seamOut,
      seamIn,
      seamOut,
      fadeIn: body.fadeIn,
      fadeOut: body.fadeOut,
      speechFrame: seamIn + body.lead,
      packets,
      startPacket,
    }
    startPacket += packets
    return timing
  })
}

/** Speech begins this many samples after the scene's start in the film. */
export const speechStartSamples = (t: SceneTiming): number =>
  (t.speechFrame - t.seamIn / 2) * SAMPLES_PER_FRAME

/** Seconds that the body lasts in the film: it takes up the difference between the clocks of sound and picture. */
export const bodySeconds = (t: Pick<SceneTiming, 'packets' | 'seamIn' | 'seamOut'>): number =>
  msOfPackets(t.packets) / 1000 - (t.seamIn + t.seamOut) / 2 / FRAMES_PER_SECOND

/** A guess before the voice has spoken: about 15 Latin letters or 4.5 Chinese characters a second. */
export function estimateSpeechMs(text: string, speed: number): number {
  let weight = 0
  for (const char of text) {
    if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(char)) weight += 225
    else if (/[\p{L}\p{N}]/u.test(char)) weight += 68
    else if (/[.!?。！？…]/u.test(char)) weight += 320
    else if (/[,;:，；：、]/u.test(char)) weight += 160
  }
  return Math.round(weight / speed)
}
