/** What sounds when, from a moment on. Pure: the loudspeaker makes it so. */
import { msOfSamples, SAMPLE_RATE, SAMPLES_PER_PACKET } from '@/lib/media/sound/clock'
import { DUCK_STEP, musicCurve } from '@/lib/media/sound/duck'
import { throughEdges } from '@/lib/media/sound/edges'
import { LEVELS, type SoundMode } from '@/lib/media/sound/level'
import { speechStartSamples } from '@/lib/plan/timing'
import {
  type Animatic,
  type AnimaticMusic,
  type AnimaticScene,
  type AnimaticSpeech,
  sceneAt,
} from '../animatic'

export interface SoundCue {
  /** Two cues of one key sound the same, wherever in the film. */
  key: string
  scene: AnimaticScene
  /** In the film. */
  startMs: number
  endMs: number
  speech: AnimaticSpeech | null
  music: AnimaticMusic | null
}

/** Everything that sounds between two moments of the film, whether or not it is at hand. */
export function cuesBetween(animatic: Animatic, fromMs: number, toMs: number): SoundCue[] {
  const first = sceneAt(animatic, fromMs)
  if (!first) return []
  // The scene before may still be heard fading, the one after the last already.
  const near = animatic.scenes.slice(Math.max(0, first.number - 2))
  const end = near.findIndex((scene) => scene.startMs > toMs)
  const scenes = end < 0 ? near : near.slice(0, end + 1)
  return scenes
    .flatMap((scene) => [voiceCue(scene), musicCue(scene, animatic.mode)])
    .filter((cue) => cue !== null)
    .filter((cue) => cue.endMs > fromMs && cue.startMs < toMs)
}

function voiceCue(scene: AnimaticScene): SoundCue | null {
  const { speech } = scene
  if (!speech) return null
  const startMs = scene.startMs + msOfSamples(speechStartSamples(scene.timing))
  const endMs = startMs + speech.durationMs
  return { key: `voice ${scene.id} ${speech.fingerprint}`, scene, startMs, endMs, speech, music: null }
}

function musicCue(scene: AnimaticScene, mode: SoundMode): SoundCue | null {
  const { music, speech, timing } = scene
  if (!music) return null
  const { before, after, filmIn, filmOut } = music.edges
  const edges = [
    before.half,
    after.half,
    filmIn,
    filmOut,
    timing.packets,
    timing.speechFrame - timing.seamIn / 2,
  ]
  const { mood, seed } = music.score
  return {
    key: ['music', scene.id, mood, seed, music.anchor, mode, ...edges, speech?.fingerprint].join(' '),
    scene,
    startMs: scene.startMs - msOfSamples(before.half),
    endMs: scene.startMs + scene.durationMs + msOfSamples(after.half),
    speech: null,
    music,
  }
}

/**
 * The music's gain from where its cue begins to where it ends, one value each 10 ms: ducked under the voice, through
 * the edges. `voice` is levelled; null while there is none to duck for.
 */
export function musicGains(
  scene: AnimaticScene,
  music: AnimaticMusic,
  mode: SoundMode,
  voice: Float32Array | null,
): Float32Array {
  const { edges } = music
  const curve = musicCurve(
    {
      samples: scene.timing.packets * SAMPLES_PER_PACKET,
      speech: voice,
      speechStart: speechStartSamples(scene.timing),
    },
    LEVELS[mode],
  )
  const steps = Math.ceil((edges.before.half + edges.samples + edges.after.half) / DUCK_STEP) + 1
  return Float32Array.from({ length: steps }, (_, k) => {
    const t = k * DUCK_STEP - edges.before.half
    const at = Math.max(0, Math.min(edges.samples, t)) / DUCK_STEP
    const low = Math.floor(at)
    const gain = (curve[low] ?? 0) + ((curve[low + 1] ?? 0) - (curve[low] ?? 0)) * (at - low)
    return throughEdges(gain, edges, Math.min(t, edges.samples + edges.after.half))
  })
}

/** Values of a curve from some way into it, and how long they last, for WebAudio. */
export function curveFrom(
  curve: Float32Array,
  fromMs: number,
): { values: Float32Array<ArrayBuffer>; seconds: number } {
  const stepMs = (DUCK_STEP * 1000) / SAMPLE_RATE
  const first = Math.max(0, Math.min(curve.length - 2, Math.floor(fromMs / stepMs)))
  const values = new Float32Array(curve.subarray(first))
  // The first value is that of the moment itself, so that a start within a fade does not step.
  const share = Math.min(1, Math.max(0, fromMs / stepMs - first))
  values[0] = (values[0] ?? 0) + ((values[1] ?? 0) - (values[0] ?? 0)) * share
  return { values, seconds: ((values.length - 1 - share) * stepMs) / 1000 }
}
