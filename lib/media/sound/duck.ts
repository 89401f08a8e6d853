/**
 * The music's gain along one scene: down under the voice, up again after it, and louder where nobody speaks for long.
 * It depends on the scene alone, and at the scene's edges it is always the level between lines, so that scenes meet
 * without a step. Pure.
 */
import { SAMPLE_RATE } from './clock'
import type { LevelPlan } from './level'
import { BED_LUFS, gainOf } from './level'

/** Samples between two points of the curve: 10 ms. */
export const DUCK_STEP = SAMPLE_RATE / 100

const ATTACK_MS = 60
const RELEASE_MS = 350
/** Down before the first syllable, and not up in the breath between two words. */
const AHEAD_STEPS = 8
const HOLD_STEPS = 35
/** -38 dB of full scale: what is louder is voice. */
const VOICE_RMS = 0.0126

/** How far from voice and edges the music begins to swell, and over how long. */
const SWELL_AFTER_STEPS = 60
const SWELL_STEPS = 120

/** Gains for the bed, linear, one a step from the scene's start to its end. `speech` is levelled. */
export function musicCurve(
  scene: { samples: number; speech: Float32Array | null; speechStart: number },
  levels: LevelPlan,
): Float32Array {
  const steps = Math.ceil(scene.samples / DUCK_STEP) + 2
  const voiced = voicedSteps(scene, steps)
  const away = distances(voiced)
  const curve = new Float32Array(steps)
  const rise = 1 - Math.exp(-10 / ATTACK_MS)
  const fall = 1 - Math.exp(-10 / RELEASE_MS)
  let down = 0
  for (let k = 0; k < steps; k++) {
    const target = voiced[k]!
    down += (target - down) * (target > down ? rise : fall)
    const up = smoothStep((Math.min(away[k]!, k, steps - 1 - k) - SWELL_AFTER_STEPS) / SWELL_STEPS)
    const db = levels.music + (levels.ducked - levels.music) * down + (levels.swell - levels.music) * up
    curve[k] = gainOf(db - BED_LUFS)
  }
  return curve
}

/** 1 where there is voice, or just was, or is about to be. */
function voicedSteps(scene: { speech: Float32Array | null; speechStart: number }, steps: number): Uint8Array {
  const voiced = new Uint8Array(steps)
  const { speech, speechStart } = scene
  if (!speech) return voiced
  for (let k = 0; k < steps; k++) {
    const from = k * DUCK_STEP - speechStart
    const low = Math.max(0, from)
    const high = Math.min(speech.length, from + DUCK_STEP)
    let sum = 0
    for (let i = low; i < high; i++) sum += speech[i]! * speech[i]!
    if (sum / DUCK_STEP > VOICE_RMS * VOICE_RMS) {
      voiced.fill(1, Math.max(0, k - AHEAD_STEPS), Math.min(steps, k + HOLD_STEPS))
    }
  }
  return voiced
}

/** Steps to the nearest voice, before or after. */
function distances(voiced: Uint8Array): Float32Array {
  const away = new Float32Array(voiced.length).fill(Infinity)
  for (let k = 0; k < voiced.length; k++) away[k] = voiced[k] ? 0 : (away[k - 1] ?? Infinity) + 1
  for (let k = voiced.length - 2; k >= 0; k--) away[k] = Math.min(away[k]!, away[k + 1]! + 1)
  return away
}

function smoothStep(t: number): number {
  const x = Math.max(0, Math.min(1, t))
  return x * x * (3 - 2 * x)
}
