/**
 * Struck and plucked sounds: a handful of partials that ring and die, the high ones sooner, each a damped resonator
 * y[n] = 2 r cos(w) y[n-1] - r^2 y[n-2] (J. O. Smith, "Physical Audio Signal Processing", modal synthesis). Pure.
 */
import { SAMPLE_RATE } from '@/lib/media/sound/clock'
import { hzOf } from './tables'

export interface StruckSpec {
  /** Frequency as a multiple of the first, level and seconds to -60 dB of partial k, for a note of this pitch. */
  partial(
    k: number,
    hz: number,
    velocity: number,
  ): { ratio: number; level: number; seconds: number } | undefined
  partials: number
  /** Seconds of the hammer's or finger's soft start. */
  attack: number
  /** Seconds to silence once it is let go. */
  release: number
  /** Two strings a few cents apart, for warmth. */
  strings: number
}

/** Stiff strings are a little sharp in their high partials. */
const STIFFNESS = 0.0004
const lengthOf = (hz: number, seconds: number) => seconds * (220 / hz) ** 0.5

export const STRUCK: Record<
  'felt' | 'harp' | 'celesta' | 'kalimba' | 'marimba' | 'pizzicato' | 'wood',
  StruckSpec
> = {
  felt: {
    partials: 9,
    attack: 0.007,
    release: 0.45,
    strings: 2,
    partial: (k, hz, velocity) => ({
      ratio: k * Math.sqrt(1 + STIFFNESS * k * k),
      level: (k === 1 ? 1 : 0.8 / k ** 1.25) * Math.exp(-(k - 1) * (0.62 - 0.34 * velocity)),
      seconds: lengthOf(hz, 5.5) / (1 + 0.55 * (k - 1)),
    }),
  },
  harp: {
    partials: 10,
    attack: 0.002,
    release: 1.2,
    strings: 1,
    partial: (k, hz, velocity) => ({
      ratio: k * Math.sqrt(1 + STIFFNESS * 0.3 * k * k),
      level:
        (Math.abs(Math.sin(k * Math.PI * 0.28)) / k ** 1.15) * Math.exp(-(k - 1) * (0.28 - 0.12 * velocity)),
      seconds: lengthOf(hz, 2.8) / (1 + 0.5 * (k - 1)),
    }),
  },
  celesta: {
    partials: 4,
    attack: 0.002,
    release: 0.9,
    strings: 1,
    partial: (k, hz) =>
      bar(
        [
          [1, 1, 2.6],
          [2.76, 0.12, 0.9],
          [4, 0.22, 0.7],
          [8.9, 0.04, 0.25],
        ],
        k,
        hz,
        520,
      ),
  },
  kalimba: {
    partials: 4,
    attack: 0.003,
    release: 0.4,
    strings: 1,
    partial: (k, hz) =>
      bar(
        [
          [1, 1, 1.5],
          [2, 0.18, 0.7],
          [5.4, 0.1, 0.18],
          [9.3, 0.05, 0.08],
        ],
        k,
        hz,
        440,
      ),
  },
  marimba: {
    partials: 3,
    attack: 0.003,
    release: 0.3,
    strings: 1,
    partial: (k, hz) =>
      bar(
        [
          [1, 1, 0.9],
          [3.93, 0.3, 0.25],
          [9.6, 0.08, 0.07],
        ],
        k,
        hz,
        440,
      ),
  },
  pizzicato: {
    partials: 8,
    attack: 0.003,
    release: 0.12,
    strings: 1,
    partial: (k, hz, velocity) => ({
      ratio: k,
      level:
        (Math.abs(Math.sin(k * Math.PI * 0.22)) / k ** 1.2) * Math.exp(-(k - 1) * (0.4 - 0.2 * velocity)),
      seconds: lengthOf(hz, 0.75) / (1 + 0.45 * (k - 1)),
    }),
  },
  wood: {
    partials: 3,
    attack: 0.001,
    release: 0.05,
    strings: 1,
    partial: (k, hz) =>
      bar(
        [
          [1, 1, 0.12],
          [1.52, 0.5, 0.09],
          [2.74, 0.25, 0.05],
        ],
        k,
        hz,
        784,
      ),
  },
}

/** A bar's partials: ratio, level, seconds at the pitch `at`; higher notes die sooner. */
function bar(rows: [number, number, number][], k: number, hz: number, at: number) {
  const row = rows[k - 1]
  return row && { ratio: row[0], level: row[1], seconds: row[2] * Math.min(1.6, (at / hz) ** 0.6) }
}

export function strike(spec: StruckSpec, midi: number, length: number, velocity: number): Float32Array {
  const hz = hzOf(midi)
  const first = spec.partial(1, hz, velocity)?.seconds ?? 1
  const release = Math.round(spec.release * SAMPLE_RATE)
  const samples = Math.min(Math.round(first * SAMPLE_RATE), length + release)
  const out = new Float32Array(samples)
  for (let string = 0; string < spec.strings; string++) {
    const detune = spec.strings === 1 ? 1 : 2 ** ((string === 0 ? -1.1 : 1.1) / 1_200)
    for (let k = 1; k <= spec.partials; k++) {
      const partial = spec.partial(k, hz, velocity)
      if (!partial || partial.ratio * hz > 12_000 || (string > 0 && k > 4)) continue
      ring(
        out,
        hz * partial.ratio * detune,
        partial.level / (string > 0 || k <= 4 ? spec.strings : 1),
        partial.seconds,
      )
    }
  }
  shape(out, Math.round(spec.attack * SAMPLE_RATE), length, release)
  return out
}

function ring(out: Float32Array, hz: number, level: number, seconds: number): void {
  const w = (2 * Math.PI * hz) / SAMPLE_RATE
  const r = 10 ** (-3 / (seconds * SAMPLE_RATE))
  const c = 2 * r * Math.cos(w)
  const d = r * r
  let y1 = 0
  let y2 = (-level * Math.sin(w)) / r
  // Below -80 dB nobody hears it.
  const end = Math.min(out.length, Math.round(seconds * SAMPLE_RATE * 1.33))
  for (let i = 0; i < end; i++) {
    const y = c * y1 - d * y2
    out[i]! += y
    y2 = y1
    y1 = y
  }
}

function shape(out: Float32Array, attack: number, length: number, release: number): void {
  for (let i = 0; i < attack && i < out.length; i++) out[i]! *= 0.5 - 0.5 * Math.cos((Math.PI * i) / attack)
  for (let i = length; i < out.length; i++) {
    const left = 1 - (i - length) / release
    out[i]! *= left * left
  }
  // Where the string rings beyond its array, the last moment is faded too.
  const tail = Math.min(480, out.length)
  for (let i = 0; i < tail; i++) out[out.length - 1 - i]! *= i / tail
}
