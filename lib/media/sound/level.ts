/**
 * The loudness plan: fixed levels, so that no scene's sound depends on another's and every film still lands at -14 LUFS,
 * what the large video sites play at. Pure.
 */
import { SAMPLE_RATE } from './clock'
import { limit } from './limiter'
import { loudnessOf } from './loudness'

/** What a score engine's loop measures, and what `levelBed` makes of any other. */
export const BED_LUFS = -20

/**
 * How much of a film speaks decides how loud its music may be between the lines; asked once for the whole film.
 * `speech`: mostly narrated. `sparse-speech`: narrated here and there. `music-only`: nobody speaks.
 */
export type SoundMode = 'speech' | 'sparse-speech' | 'music-only'

/** Loudness in LUFS of the levels of each mode. */
export interface LevelPlan {
  voice: number
  /** Music between lines and where scenes meet. */
  music: number
  /** Music under the voice. */
  ducked: number
  /** Music in pauses longer than three seconds or so. */
  swell: number
}

export const LEVELS: Record<SoundMode, LevelPlan> = {
  speech: { voice: -13.3, music: -21, ducked: -31, swell: -15 },
  'sparse-speech': { voice: -13.3, music: -16.5, ducked: -27, swell: -14.2 },
  'music-only': { voice: -13.3, music: -14, ducked: -27, swell: -14 },
}

/** Of the speech, of the time the whole film lasts. */
const MOSTLY = 0.5

export function soundModeOf(speechMs: number, filmMs: number): SoundMode {
  if (speechMs <= 0) return 'music-only'
  return speechMs >= filmMs * MOSTLY ? 'speech' : 'sparse-speech'
}

/** Largest true peak of a unit before the encoder, in dBTP: AAC at 192 kbit/s adds up to 1 dB. */
export const CEILING_DBTP = -2
/** The voice's own: leaves room for the music under it. */
const VOICE_CEILING_DBTP = -2.5

/** Largest lift: a whisper becomes loud, a recording of hiss does not become a storm. */
const MAX_GAIN_DB = 40

/** Mono speech at 48 kHz, brought to the loudness it has when it plays on both channels. */
export function levelVoice(speech: Float32Array, lufs: number): Float32Array {
  const padded = new Float32Array(speech.length + SAMPLE_RATE * 0.4)
  padded.set(speech)
  const measured = loudnessOf(padded, 1) + MONO_ON_BOTH
  const gain = Number.isFinite(measured) ? gainOf(Math.min(MAX_GAIN_DB, lufs - measured)) : 1
  const out = speech.map((sample) => sample * gain)
  limit(out, 1, gainOf(VOICE_CEILING_DBTP))
  return out
}

/** Two channels carry twice the power of one. */
const MONO_ON_BOTH = 10 * Math.log10(2)

/** Any music, interleaved stereo at 48 kHz, as a bed of the common loudness. */
export function levelBed(bed: Float32Array): Float32Array {
  const measured = loudnessOf(bed, 2)
  if (!Number.isFinite(measured)) return bed
  const gain = gainOf(BED_LUFS - measured)
  return bed.map((sample) => sample * gain)
}

export function gainOf(db: number): number {
  return 10 ** (db / 20)
}

export function dbOf(gain: number): number {
  return 20 * Math.log10(gain)
}
