/** One scene's sound, and a stretch of a film's as it sounds before the encoder. Pure. */
import { SAMPLES_PER_PACKET } from './clock'
import { DUCK_STEP, musicCurve } from './duck'
import { CEILING_DBTP, gainOf, LEVELS, levelVoice, type SoundMode } from './level'
import { LIMITER_REACH, limit } from './limiter'
import { littleEndianFloats } from './wav'

export interface SoundScene {
  /** How long it lasts: `packetsOfFrames` of its pictures. */
  packets: number
  /** Mono at 48 kHz as recorded; it is levelled here. Null for a silent scene. */
  speech: Float32Array | null
  /** Samples from the scene's start to the speech's. */
  speechStart: number
  music: {
    /** A loop, interleaved stereo at 48 kHz, of `BED_LUFS`. */
    bed: Float32Array
    /** The loop's sample at the scene's start. Fixed when the scene first sounds, so that an edit moves no music. */
    anchor: number
  } | null
}

/** A run of neighbouring scenes and whether the film begins or ends with it. */
export interface SceneRun {
  scenes: readonly SoundScene[]
  mode: SoundMode
  startsFilm: boolean
  endsFilm: boolean
}

/** Half a crossfade in packets: 149 ms. */
export const FADE_PACKETS = 7
/** The music comes in over half a second and goes out over two, each at most a part of its scene. */
const FILM_IN_PACKETS = 24
const FILM_OUT_PACKETS = 94
/** Everything else is silenced within this at the film's ends. */
const EDGE_SAMPLES = 480

export const filmInPackets = (packets: number): number => Math.min(FILM_IN_PACKETS, Math.floor(packets / 4))
export const filmOutPackets = (packets: number): number => Math.min(FILM_OUT_PACKETS, Math.floor(packets / 2))

/**
 * Samples `from` to `to` of the run, 0 being the start of its first scene, mixed and limited, interleaved stereo. The
 * same stretch of the film comes out the same to the last bit whatever run it is cut from, as long as the run holds
 * all that sounds within `LIMITER_REACH` of it.
 */
export function renderRun(run: SceneRun, from: number, to: number): Float32Array {
  const low = from - LIMITER_REACH
  const wide = mixRun(run, low, to + LIMITER_REACH)
  limit(wide, 2, gainOf(CEILING_DBTP))
  return wide.slice(LIMITER_REACH * 2, wide.length - LIMITER_REACH * 2)
}

function mixRun(run: SceneRun, from: number, to: number): Float32Array {
  const out = new Float32Array((to - from) * 2)
  let start = 0
  run.scenes.forEach((scene, i) => {
    const samples = scene.packets * SAMPLES_PER_PACKET
    const fadeIn = fadeBetween(run.scenes[i - 1], scene)
    const fadeOut = fadeBetween(scene, run.scenes[i + 1])
    const track = trackOf(scene, run.mode)
    const low = Math.max(from, start - fadeIn.half)
    const high = Math.min(to, start + samples + fadeOut.half)
    const filmIn = run.startsFilm && i === 0 ? filmInPackets(scene.packets) * SAMPLES_PER_PACKET : 0
    const filmOut =
      run.endsFilm && i === run.scenes.length - 1 ? filmOutPackets(scene.packets) * SAMPLES_PER_PACKET : 0
    for (let at = low; at < high; at++) {
      const t = at - start
      let music = track.musicGain(t)
      // Speech is never faded into another scene: it has its silence around it.
      let voice = track.voice(t)
      if (t < fadeIn.half) music *= fadeIn.gain((t + fadeIn.half) / (2 * fadeIn.half))
      if (t >= samples - fadeOut.half)
        music *= fadeOut.gain((samples + fadeOut.half - t) / (2 * fadeOut.half))
      if (filmIn > 0 && t < filmIn) {
        music *= t / filmIn
        voice *= Math.min(1, t / EDGE_SAMPLES)
      }
      if (filmOut > 0 && samples - t < filmOut) {
        music *= ((samples - t) / filmOut) ** 2
        voice *= Math.min(1, (samples - t) / EDGE_SAMPLES)
      }
      const k = (at - from) * 2
      const m = track.bedIndex(t)
      out[k]! += track.bed[m]! * music + voice
      out[k + 1]! += track.bed[m + 1]! * music + voice
    }
    start += samples
  })
  return out
}

/**
 * The crossfade between two scenes. Where the music runs on, both sides play the same samples, so their gains must add
 * up to one; where it changes, their powers must.
 */
function fadeBetween(
  left: SoundScene | undefined,
  right: SoundScene | undefined,
): { half: number; gain: (w: number) => number } {
  if (!left || !right) return { half: 0, gain: () => 1 }
  const packets = Math.min(FADE_PACKETS, Math.floor(left.packets / 2), Math.floor(right.packets / 2))
  const half = packets * SAMPLES_PER_PACKET
  return { half, gain: runsOn(left, right) ? (w) => w : (w) => Math.sin((w * Math.PI) / 2) }
}

/** True when the right scene's music goes on where the left one's ends. */
export function runsOn(left: SoundScene, right: SoundScene): boolean {
  if (!left.music || !right.music || !sameBed(left.music.bed, right.music.bed)) return false
  const loop = left.music.bed.length / 2
  const expected = left.music.anchor + left.packets * SAMPLES_PER_PACKET
  return (right.music.anchor - expected) % loop === 0
}

/** By content: two tasks that read the same file hold two copies. */
function sameBed(a: Float32Array, b: Float32Array): boolean {
  return a === b || (a.length === b.length && littleEndianFloats(a).equals(littleEndianFloats(b)))
}

interface Track {
  bed: Float32Array
  /** Index of the left sample of the bed, t samples after the scene's start (or before it). */
  bedIndex(t: number): number
  musicGain(t: number): number
  voice(t: number): number
}

const SILENT_BED = new Float32Array(2)

/** Levelling and ducking cost a pass over the speech, and three units ask for each scene. */
const tracks = new WeakMap<SoundScene, Map<SoundMode, Track>>()

function trackOf(scene: SoundScene, mode: SoundMode): Track {
  const byMode = tracks.get(scene) ?? new Map<SoundMode, Track>()
  const track = byMode.get(mode) ?? createTrack(scene, mode)
  tracks.set(scene, byMode.set(mode, track))
  return track
}

function createTrack(scene: SoundScene, mode: SoundMode): Track {
  const levels = LEVELS[mode]
  const speech = scene.speech && levelVoice(scene.speech, levels.voice)
  const samples = scene.packets * SAMPLES_PER_PACKET
  const curve = musicCurve({ samples, speech, speechStart: scene.speechStart }, levels)
  const bed = scene.music?.bed ?? SILENT_BED
  const anchor = scene.music?.anchor ?? 0
  const loop = bed.length / 2
  return {
    bed,
    bedIndex: (t) => {
      const m = (anchor + t) % loop
      return (m < 0 ? m + loop : m) * 2
    },
    musicGain: (t) => {
      const position = Math.max(0, Math.min(samples, t)) / DUCK_STEP
      const k = Math.floor(position)
      return curve[k]! + (curve[k + 1]! - curve[k]!) * (position - k)
    },
    voice: speech ? (t) => speech[t - scene.speechStart] ?? 0 : () => 0,
  }
}
