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
  speech: { voice: -13.5, music: -21, ducked: -31, swell: -15 },
  'sparse-speech': { voice: -13.5, music: -15, ducked: -26, swell: -14 },
  'music-only': { voice: -13.5, music: -14, ducked: -26, swell: -14 },
}

/** Share of the film that must be speech; below it the music's level between lines decides how loud the film is. */
const MOSTLY = 0.62

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

/** Passes that make up for what the limiter took; two come within 0.2 LU for every voice measured. */
const MAKE_UP_PASSES = 2

/** Mono speech at 48 kHz, brought to the loudness it has when it plays on both channels. */
export function levelVoice(speech: Float32Array, lufs: number): Float32Array {
  let gainDb = Math.min(MAX_GAIN_DB, lufs - voiceLoudness(speech))
  if (!Number.isFinite(gainDb)) return speech
  let out = limited(speech, gainDb)
  for (let pass = 0; pass < MAKE_UP_PASSES; pass++) {
    gainDb += Math.max(0, Math.min(MAX_MAKE_UP_DB, lufs - voiceLoudness(out)))
    out = limited(speech, gainDb)
  }
  return out
}

function limited(speech: Float32Array, gainDb: number): Float32Array {
  const gain = gainOf(gainDb)
  const out = speech.map((sample) => sample * gain)
  limit(out, 1, gainOf(VOICE_CEILING_DBTP))
  return out
}

function voiceLoudness(speech: Float32Array): number {
  // Silence behind it, so that the last word is measured in as many blocks as the others.
  const padded = new Float32Array(speech.length + SAMPLE_RATE * 0.4)
  padded.set(speech)
  return loudnessOf(padded, 1) + MONO_ON_BOTH
}

/** A sound that is all peaks, a clap, would be driven into the limiter without end. */
const MAX_MAKE_UP_DB = 3

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
