/** Joins units into one AAC stream without encoding again, and says how loud the whole is. Pure. */
import { splitAdts, windowOf } from './adts'
import type { SoundUnit } from './encode'
import { dbOf } from './level'
import { integratedLoudness } from './loudness'

export interface JoinedSound {
  /** ADTS. One packet more than the film is long: mux it with `-itsoffset` of minus one packet (`AAC_RUN_IN_SECONDS`). */
  aac: Buffer
  /** Packets of the film. */
  packets: number
  /** -Infinity for silence. */
  integratedLufs: number
  truePeakDb: number
  /** Joins where the two encodings overlap with windows of different shape, which may be heard as a faint tick. */
  unevenJoins: number
}

/** What the decoder plays before the film's first sample. */
export const AAC_RUN_IN_SECONDS = 1_024 / 48_000

export function joinUnits(units: readonly SoundUnit[]): JoinedSound {
  const packets = units.reduce((total, unit) => total + unit.energies.length, 0)
  const energies = new Float64Array(packets)
  let at = 0
  let peak = 0
  for (const unit of units) {
    energies.set(unit.energies, at)
    at += unit.energies.length
    peak = Math.max(peak, unit.truePeak)
  }
  return {
    aac: Buffer.concat(units.map((unit) => unit.packets)),
    packets,
    integratedLufs: integratedLoudness(energies),
    truePeakDb: dbOf(peak),
    unevenJoins: units.filter((unit, i) => i > 0 && !fits(units[i - 1], unit)).length,
  }
}

function fits(left: SoundUnit | undefined, right: SoundUnit): boolean {
  const last = left && splitAdts(left.packets).at(-1)
  return last !== undefined && windowOf(last) === right.windowBefore
}
