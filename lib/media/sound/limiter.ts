/**
 * Look-ahead limiter for true peaks. The gain at a sample depends only on the sound within `LIMITER_REACH` of it, so a
 * unit limited alone is the very same as that stretch of a film limited in one pass. Pure.
 */
import { localPeaks, PEAK_REACH } from './peak'

/** Samples over which the gain falls before a peak and rises after it: 5 ms, too short to pump, too long to crackle. */
const HALF = 240

export const LIMITER_REACH = 2 * HALF + PEAK_REACH

const WINDOW = normalised(
  Float64Array.from(
    { length: 2 * HALF + 1 },
    (_, k) => 0.5 + 0.5 * Math.cos((Math.PI * (k - HALF)) / (HALF + 1)),
  ),
)

function normalised(window: Float64Array): Float64Array {
  const sum = window.reduce((a, b) => a + b, 0)
  return window.map((w) => w / sum)
}

/** Interleaved samples, limited in place so that no true peak exceeds `ceiling` (linear). */
export function limit(samples: Float32Array, channels: number, ceiling: number): void {
  const gains = limiterGains(localPeaks(samples, channels, ceiling), ceiling)
  if (!gains) return
  for (let i = 0; i < gains.length; i++) {
    for (let channel = 0; channel < channels; channel++) samples[i * channels + channel]! *= gains[i]!
  }
}

/**
 * The least gain any peak within reach asks for, smoothed over the same reach: every value under the smoothing window
 * is at most what the peak in its middle allows, so their mean is too.
 */
function limiterGains(peaks: Float32Array, ceiling: number): Float32Array | undefined {
  const length = peaks.length
  const least = new Float32Array(length).fill(1)
  let any = false
  for (let i = 0; i < length; i++) {
    if (peaks[i]! <= ceiling) continue
    any = true
    const wanted = ceiling / peaks[i]!
    const to = Math.min(length - 1, i + HALF)
    for (let k = Math.max(0, i - HALF); k <= to; k++) if (wanted < least[k]!) least[k] = wanted
  }
  if (!any) return undefined
  const gains = new Float32Array(length).fill(1)
  let nextLow = findLow(least, 0)
  for (let i = 0; i < length; i++) {
    if (nextLow < i - HALF) nextLow = findLow(least, i - HALF)
    if (nextLow > i + HALF) continue
    let sum = 0
    for (let k = -HALF; k <= HALF; k++) sum += WINDOW[k + HALF]! * (least[i + k] ?? 1)
    gains[i] = sum
  }
  return gains
}

function findLow(least: Float32Array, from: number): number {
  for (let i = Math.max(0, from); i < least.length; i++) if (least[i]! < 1) return i
  return Infinity
}
