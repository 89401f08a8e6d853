/**
 * Any rate to any other by a Kaiser-windowed sinc, one filter phase for each position between two samples. Pass band to
 * 0.45 of the lower rate, images 90 dB down. Source: J. O. Smith, "Digital Audio Resampling". Pure.
 */

const ZERO_CROSSINGS = 32
const ROLL_OFF = 0.945
const KAISER_BETA = 9.5

export function resample(samples: Float32Array, fromRate: number, toRate: number): Float32Array {
  if (fromRate === toRate) return samples
  const divisor = greatestCommonDivisor(fromRate, toRate)
  const up = toRate / divisor
  const down = fromRate / divisor
  const kernels = phaseKernels(up, fromRate, toRate)
  const reach = (kernels[0]?.length ?? 2) / 2
  const out = new Float32Array(Math.round((samples.length * toRate) / fromRate))
  for (let i = 0; i < out.length; i++) {
    const position = i * down
    const whole = Math.floor(position / up)
    const kernel = kernels[position % up]!
    const first = whole - reach + 1
    const low = Math.max(0, -first)
    const high = Math.min(kernel.length, samples.length - first)
    let sum = 0
    for (let k = low; k < high; k++) sum += kernel[k]! * samples[first + k]!
    out[i] = sum
  }
  return out
}

/** Phase p weighs the samples around a point p/up after one of them. Each sums to one, so a constant stays constant. */
function phaseKernels(up: number, fromRate: number, toRate: number): Float32Array[] {
  const cutoff = Math.min(1, toRate / fromRate) * ROLL_OFF
  const reach = Math.ceil(ZERO_CROSSINGS / Math.min(1, toRate / fromRate))
  return Array.from({ length: up }, (_, phase) => {
    const kernel = Float64Array.from({ length: 2 * reach }, (_, k) => {
      const t = k - reach + 1 - phase / up
      return sinc(t * cutoff) * kaiser(t / reach)
    })
    const sum = kernel.reduce((a, b) => a + b, 0)
    return Float32Array.from(kernel, (weight) => weight / sum)
  })
}

function sinc(t: number): number {
  return t === 0 ? 1 : Math.sin(Math.PI * t) / (Math.PI * t)
}

function kaiser(t: number): number {
  return Math.abs(t) >= 1 ? 0 : bessel(KAISER_BETA * Math.sqrt(1 - t * t)) / bessel(KAISER_BETA)
}

/** Modified Bessel function of the first kind, order zero, by its series. */
function bessel(x: number): number {
  let term = 1
  let sum = 1
  for (let k = 1; term > sum * 1e-12; k++) {
    term *= (x / (2 * k)) ** 2
    sum += term
  }
  return sum
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b)
}
