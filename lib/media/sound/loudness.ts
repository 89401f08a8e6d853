/**
 * Loudness after ITU-R BS.1770-4: K-weighting, 400 ms blocks every 100 ms, gates at -70 LUFS and 10 LU below the mean.
 * Energies are kept per packet, so the loudness of a film is found from its units without their samples. Pure.
 */
import { SAMPLE_RATE, SAMPLES_PER_PACKET } from './clock'

/** BS.1770-4, tables 1 and 2, at 48 kHz: a shelf for the head, then a high pass. */
const SHELF = {
  b: [1.53512485958697, -2.69169618940638, 1.19839281085285],
  a: [-1.69065929318241, 0.73248077421585],
}
const HIGH_PASS = { a: [-1.99004745483398, 0.99007225036621] }

const BLOCK = 0.4 * SAMPLE_RATE
const STEP = 0.1 * SAMPLE_RATE
const OFFSET = -0.691

/**
 * Sums of squares of the K-weighted samples, all channels together, for each packet from sample `from` on. What lies
 * before `from` only warms the filters up. `samples` is interleaved.
 */
export function packetEnergies(samples: Float32Array, channels: number, from = 0): Float64Array {
  const frames = samples.length / channels
  const energies = new Float64Array(Math.ceil((frames - from) / SAMPLES_PER_PACKET))
  const [b0, b1, b2] = SHELF.b as [number, number, number]
  const [a1, a2] = SHELF.a as [number, number]
  const [h1, h2] = HIGH_PASS.a as [number, number]
  for (let channel = 0; channel < channels; channel++) {
    let x1 = 0
    let x2 = 0
    let y1 = 0
    let y2 = 0
    let z1 = 0
    let z2 = 0
    for (let i = 0; i < frames; i++) {
      const x = samples[i * channels + channel]!
      const y = b0 * x + b1 * x1 + b2 * x2 - a1 * y1 - a2 * y2
      const z = y - 2 * y1 + y2 - h1 * z1 - h2 * z2
      x2 = x1
      x1 = x
      y2 = y1
      y1 = y
      z2 = z1
      z1 = z
      if (i >= from) energies[Math.floor((i - from) / SAMPLES_PER_PACKET)]! += z * z
    }
  }
  return energies
}

/** Integrated loudness in LUFS of sound with these packet energies; -Infinity for silence. */
export function integratedLoudness(energies: Float64Array): number {
  const blocks = blockPowers(energies)
  const absolute = gatedMean(blocks, -70)
  return gatedMean(blocks, Math.max(-70, absolute - 10))
}

/** Loudness of one sound; a sound shorter than a block is measured as if silence followed. */
export function loudnessOf(samples: Float32Array, channels: number): number {
  const frames = samples.length / channels
  const padded = new Float32Array(Math.max(frames, 0) * channels + BLOCK * channels)
  padded.set(samples)
  return integratedLoudness(packetEnergies(frames < BLOCK ? padded : samples, channels))
}

/** Mean powers of the blocks, the energy within a packet taken as even. */
function blockPowers(energies: Float64Array): number[] {
  const sums = new Float64Array(energies.length + 1)
  for (let i = 0; i < energies.length; i++) sums[i + 1] = sums[i]! + energies[i]!
  const sumAt = (sample: number) => {
    const packet = sample / SAMPLES_PER_PACKET
    const whole = Math.min(energies.length - 1, Math.floor(packet))
    return sums[whole]! + (sums[whole + 1]! - sums[whole]!) * (packet - whole)
  }
  const total = energies.length * SAMPLES_PER_PACKET
  const powers: number[] = []
  for (let at = 0; at + BLOCK <= total; at += STEP) powers.push((sumAt(at + BLOCK) - sumAt(at)) / BLOCK)
  return powers
}

function gatedMean(powers: readonly number[], gate: number): number {
  let sum = 0
  let count = 0
  for (const power of powers) {
    if (power <= 0 || lufs(power) <= gate) continue
    sum += power
    count++
  }
  return count === 0 ? -Infinity : lufs(sum / count)
}

function lufs(power: number): number {
  return OFFSET + 10 * Math.log10(power)
}
