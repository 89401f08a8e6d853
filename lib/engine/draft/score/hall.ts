/**
 * The hall: a feedback delay network of eight lines mixed by a Hadamard matrix, with walls that swallow the highs
 * (Stautner and Puckette 1982; Jot 1991). Run over the end of the loop before its start, so that the loop's tail is
 * heard where it comes round. Pure.
 */
import { SAMPLE_RATE } from '@/lib/media/sound/clock'

/** Samples of the lines, without common factors: 24 to 62 ms. */
const LINES = [1_153, 1_447, 1_669, 1_907, 2_179, 2_423, 2_707, 2_971]
const PRE_DELAY = 960
const DAMPING = 0.42
/** Below 150 Hz a hall only makes mud. */
const LOW_CUT = 0.02

export interface Hall {
  /** Adds one sample of each channel, gives what the hall answers. */
  step(left: number, right: number): void
  left: number
  right: number
}

export function createHall(seconds: number): Hall {
  const lines = LINES.map((length) => new Float32Array(length))
  const gains = Float64Array.from(LINES, (length) => 10 ** ((-3 * length) / (seconds * SAMPLE_RATE)))
  const places = new Int32Array(8)
  const dull = new Float64Array(8)
  const mixed = new Float64Array(8)
  const before = [new Float32Array(PRE_DELAY), new Float32Array(PRE_DELAY)] as const
  let at = 0
  let lowLeft = 0
  let lowRight = 0
  const hall: Hall = {
    left: 0,
    right: 0,
    step(left, right) {
      const inLeft = before[0][at]!
      const inRight = before[1][at]!
      lowLeft += (left - lowLeft) * LOW_CUT
      lowRight += (right - lowRight) * LOW_CUT
      before[0][at] = left - lowLeft
      before[1][at] = right - lowRight
      if (++at === PRE_DELAY) at = 0
      for (let k = 0; k < 8; k++) {
        const value = lines[k]![places[k]!]! * gains[k]!
        dull[k]! += (value - dull[k]!) * (1 - DAMPING)
        mixed[k] = dull[k]!
      }
      hall.left = mixed[0]! - mixed[2]! + mixed[4]! - mixed[6]!
      hall.right = mixed[1]! - mixed[3]! + mixed[5]! - mixed[7]!
      hadamard(mixed)
      for (let k = 0; k < 8; k++) {
        lines[k]![places[k]!] = mixed[k]! + (k % 2 === 0 ? inLeft : inRight) * 0.35
        places[k] = places[k]! + 1 === LINES[k]! ? 0 : places[k]! + 1
      }
    },
  }
  return hall
}

/** In place, scaled to keep the energy. */
function hadamard(v: Float64Array): void {
  for (let half = 1; half < 8; half *= 2) {
    for (let i = 0; i < 8; i += 2 * half) {
      for (let k = i; k < i + half; k++) {
        const a = v[k]!
        const b = v[k + half]!
        v[k] = a + b
        v[k + half] = a - b
      }
    }
  }
  for (let k = 0; k < 8; k++) v[k]! *= Math.SQRT1_2 / 2
}
