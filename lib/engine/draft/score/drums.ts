/** Percussion, soft enough to stay behind a voice. Pure. */
import { SAMPLE_RATE } from '@/lib/media/sound/clock'
import { createRandom } from './random'

/** A low drum: a pitch that falls as the skin relaxes, and the thud of the mallet. */
export function drum(velocity: number, seed: number): Float32Array {
  return thump({ from: 105, to: 52, seconds: 0.9, thud: 0.35 * velocity, seed })
}

export function heart(seed: number): Float32Array {
  return thump({ from: 68, to: 44, seconds: 0.4, thud: 0.08, seed })
}

function thump(of: { from: number; to: number; seconds: number; thud: number; seed: number }): Float32Array {
  const random = createRandom(of.seed)
  const out = new Float32Array(Math.round(of.seconds * SAMPLE_RATE))
  let phase = 0
  let low = 0
  for (let i = 0; i < out.length; i++) {
    const t = i / SAMPLE_RATE
    const hz = of.to + (of.from - of.to) * Math.exp(-t / 0.045)
    phase += (2 * Math.PI * hz) / SAMPLE_RATE
    low += (random.next() * 2 - 1 - low) * 0.09
    const fade = Math.min(1, i / 96) * Math.min(1, (out.length - i) / 2_400)
    const body = Math.sin(phase) * Math.exp((-4.2 * t) / of.seconds)
    out[i] = (body + of.thud * 4 * low * Math.exp(-t / 0.03)) * fade
  }
  return out
}

/** Grains in a gourd: a breath of high noise. */
export function shaker(seed: number): Float32Array {
  return noise({ seconds: 0.11, rise: 0.025, fall: 0.028, seed })
}

/** A cymbal rolled with soft mallets, up to the next bar. */
export function cymbal(seed: number): Float32Array {
  return noise({ seconds: 3.4, rise: 1.5, fall: 0.55, seed })
}

function noise(of: { seconds: number; rise: number; fall: number; seed: number }): Float32Array {
  const random = createRandom(of.seed)
  const out = new Float32Array(Math.round(of.seconds * SAMPLE_RATE))
  let low = 0
  let lower = 0
  let smooth = 0
  for (let i = 0; i < out.length; i++) {
    const white = random.next() * 2 - 1
    // Between 3 and 9 kHz.
    low += (white - low) * 0.33
    lower += (low - lower) * 0.33
    smooth += (white - lower - smooth) * 0.62
    const t = i / SAMPLE_RATE
    const envelope = t < of.rise ? (t / of.rise) ** 2 : Math.exp(-(t - of.rise) / of.fall)
    out[i] = smooth * envelope * Math.min(1, (out.length - i) / 480)
  }
  return out
}
