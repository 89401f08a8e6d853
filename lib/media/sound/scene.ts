/** One scene's sound, and a stretch of a film's as it sounds before the encoder. Pure. */
import { SAMPLES_PER_PACKET } from './clock'
import { DUCK_STEP, musicCurve } from './duck'
import { edgesOf, goesOn, type MusicEdges, throughEdges } from './edges'
import { CEILING_DBTP, gainOf, LEVELS, levelVoice, type SoundMode } from './level'
import { LIMITER_REACH, limit } from './limiter'
import { littleEndianFloats } from './wav-bytes'

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

/** Everything else is silenced within this at the film's ends. */
const EDGE_SAMPLES = 480

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
    const edges = edgesIn(run, i)
    const track = trackOf(scene, run.mode)
    const low = Math.max(from, start - edges.before.half)
    const high = Math.min(to, start + samples + edges.after.half)
    for (let at = low; at < high; at++) {
      const t = at - start
      const music = throughEdges(track.musicGain(t), edges, t)
      // Speech is never faded into another scene: it has its silence around it.
      let voice = track.voice(t)
      if (edges.filmIn > 0 && t < edges.filmIn) voice *= Math.min(1, t / EDGE_SAMPLES)
      if (edges.filmOut > 0 && samples - t < edges.filmOut) voice *= Math.min(1, (samples - t) / EDGE_SAMPLES)
      const k = (at - from) * 2
      const m = track.bedIndex(t)
      out[k]! += track.bed[m]! * music + voice
      out[k + 1]! += track.bed[m + 1]! * music + voice
    }
    start += samples
  })
  return out
}

function edgesIn({ scenes, startsFilm, endsFilm }: SceneRun, i: number): MusicEdges {
  const [left, scene, right] = [scenes[i - 1], scenes[i] as SoundScene, scenes[i + 1]]
  return edgesOf({
    packets: scene.packets,
    before: left ? { packets: left.packets, runsOn: runsOn(left, scene) } : null,
    after: right ? { packets: right.packets, runsOn: runsOn(scene, right) } : null,
    startsFilm: startsFilm && i === 0,
    endsFilm: endsFilm && i === scenes.length - 1,
  })
}

/** True when the right scene's music goes on where the left one's ends. */
export function runsOn(left: SoundScene, right: SoundScene): boolean {
  if (!left.music || !right.music || !sameBed(left.music.bed, right.music.bed)) return false
  return goesOn(left.music.anchor, left.packets, right.music.anchor, left.music.bed.length / 2)
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
