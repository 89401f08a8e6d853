import { SAMPLE_RATE } from './clock'
import { resample } from './resample'
import { readWav } from './wav'

/** A recorded line as the mix takes it: mono at 48 kHz. Throws `bad_media`. */
export function readSpeech(wav: Uint8Array): Float32Array {
  const { channels, sampleRate } = readWav(wav)
  const [first, second] = channels
  if (!first) return new Float32Array(0)
  const mono = second ? first.map((sample, i) => (sample + (second[i] ?? 0)) / 2) : first
  return resample(mono, sampleRate, SAMPLE_RATE)
}
