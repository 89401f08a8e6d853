/** Wavetables: one cycle of a sound, made of as many harmonics as fit under the ear's limit for its pitch. Pure. */
import { SAMPLE_RATE } from '@/lib/media/sound/clock'

export const TABLE_SIZE = 2_048
const TABLE_MASK = TABLE_SIZE - 1
/** Softer than Nyquist: what lies above is hiss on a bed of music. */
const TOP_HZ = 11_000

export type Timbre = (harmonic: number) => number

const cache = new Map<string, Float32Array>()

/** One cycle and its first sample again, so that interpolation needs no wrap. Harmonics start at phases of their own. */
export function tableOf(name: string, timbre: Timbre, hz: number): Float32Array {
  const harmonics = Math.max(1, Math.min(40, Math.floor(TOP_HZ / hz)))
  const id = `${name} ${harmonics}`
  const known = cache.get(id)
  if (known) return known
  const table = new Float32Array(TABLE_SIZE + 1)
  let power = 0
  for (let k = 1; k <= harmonics; k++) {
    const level = timbre(k)
    if (level === 0) continue
    power += level * level
    // Aligned phases would make one sharp peak a cycle.
    const phase = k * k * 0.61
    for (let i = 0; i <= TABLE_SIZE; i++)
      table[i]! += level * Math.sin((2 * Math.PI * k * i) / TABLE_SIZE + phase)
  }
  const scale = 1 / Math.sqrt(power || 1)
  for (let i = 0; i <= TABLE_SIZE; i++) table[i]! *= scale
  cache.set(id, table)
  return table
}

/** A phase that steps through a table. */
export function stepOf(hz: number): number {
  return (hz * TABLE_SIZE) / SAMPLE_RATE
}

export function readTable(table: Float32Array, phase: number): number {
  const whole = phase & TABLE_MASK
  const a = table[whole]!
  return a + (table[whole + 1]! - a) * (phase - Math.floor(phase))
}

export function hzOf(midi: number): number {
  return 440 * 2 ** ((midi - 69) / 12)
}
