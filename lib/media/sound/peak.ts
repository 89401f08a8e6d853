/** True peaks: the largest value between the samples too, by fourfold interpolation (ITU-R BS.1770-4, annex 2). Pure. */

const HALF = 8
const PHASES = 4

/** Kernel for a point `phase / 4` after sample i, over samples i-7 to i+8. */
const KERNELS = Array.from({ length: PHASES }, (_, phase) =>
  Float64Array.from({ length: 2 * HALF }, (_, k) => windowedSinc(phase / PHASES - (k - HALF + 1))),
)

function windowedSinc(t: number): number {
  if (Math.abs(t) >= HALF) return 0
  const window = 0.5 + 0.5 * Math.cos((Math.PI * t) / HALF)
  return t === 0 ? 1 : (Math.sin(Math.PI * t) / (Math.PI * t)) * window
}

/** Samples on either side that decide a peak. */
export const PEAK_REACH = HALF + 1

/** Interpolation cannot lift a peak above twice its samples, so quieter stretches need not be looked at. */
const LIFT = 2

/**
 * For every sample the largest absolute value of any channel between its neighbours, where that may exceed `floor`;
 * elsewhere 0. Interleaved samples.
 */
export function localPeaks(samples: Float32Array, channels: number, floor: number): Float32Array {
  const frames = samples.length / channels
  const peaks = new Float32Array(frames)
  const near = nearestLoud(samples, channels, floor / LIFT)
  for (let i = 0; i < frames; i++) {
    if (!near[i]) continue
    for (let channel = 0; channel < channels; channel++) {
      const own = Math.abs(samples[i * channels + channel]!)
      if (own > peaks[i]!) peaks[i] = own
      for (let phase = 1; phase < PHASES; phase++) {
        const value = Math.abs(interpolate(samples, channels, channel, i, KERNELS[phase]!))
        if (value > peaks[i]!) peaks[i] = value
        if (i + 1 < frames && value > peaks[i + 1]!) peaks[i + 1] = value
      }
    }
  }
  return peaks
}

export function truePeak(samples: Float32Array, channels: number): number {
  let largest = 0
  for (const sample of samples) largest = Math.max(largest, Math.abs(sample))
  for (const peak of localPeaks(samples, channels, largest)) largest = Math.max(largest, peak)
  return largest
}

function interpolate(
  samples: Float32Array,
  channels: number,
  channel: number,
  i: number,
  kernel: Float64Array,
): number {
  let sum = 0
  const first = (i - HALF + 1) * channels + channel
  for (let k = 0, at = first; k < kernel.length; k++, at += channels) {
    if (at >= 0 && at < samples.length) sum += kernel[k]! * samples[at]!
  }
  return sum
}

/** 1 where any sample within reach is louder than the floor. */
function nearestLoud(samples: Float32Array, channels: number, floor: number): Uint8Array {
  const frames = samples.length / channels
  const near = new Uint8Array(frames)
  let marked = 0
  for (let i = 0; i < frames; i++) {
    let loud = false
    for (let channel = 0; channel < channels; channel++) {
      if (Math.abs(samples[i * channels + channel]!) > floor) loud = true
    }
    if (!loud) continue
    const to = Math.min(frames, i + HALF + 1)
    for (marked = Math.max(marked, i - HALF); marked < to; marked++) near[marked] = 1
  }
  return near
}
