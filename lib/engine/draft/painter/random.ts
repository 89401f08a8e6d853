/** Chance that repeats: everything the painter decides comes from a seed, never from the clock. */

export type Random = () => number

/** mulberry32 (Tommy Ettinger, public domain): uniform in [0, 1). */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** FNV-1a over code points: the same word gives the same number everywhere. */
export function hashText(text: string): number {
  let hash = 2166136261
  for (const char of text) {
    hash ^= char.codePointAt(0) ?? 0
    hash = Math.imul(hash, 16777619)
  }
  return hash >>> 0
}

export function between(random: Random, low: number, high: number): number {
  return low + random() * (high - low)
}

export function pick<T>(random: Random, list: readonly T[]): T {
  return list[Math.floor(random() * list.length)]!
}

/** Smooth noise over one axis, period 64, values in [0, 1]. */
export function noiseFrom(random: Random): (x: number) => number {
  const values = Array.from({ length: 64 }, random)
  return (x) => {
    const cell = Math.floor(x)
    const f = x - cell
    const u = f * f * (3 - 2 * f)
    const at = (i: number) => values[((i % 64) + 64) % 64]!
    return at(cell) * (1 - u) + at(cell + 1) * u
  }
}

/** Fractal sum of a noise, centred on 0, within about ±0.5. */
export function fractal(noise: (x: number) => number, x: number, octaves = 4): number {
  let sum = 0
  let amplitude = 0.5
  let frequency = 1
  for (let i = 0; i < octaves; i++) {
    sum += amplitude * (noise(x * frequency) - 0.5)
    amplitude *= 0.5
    frequency *= 2.03
  }
  return sum
}
