/**
 * A unit as one file: `SVU1`, packet count, true peak and window as 32-bit little-endian numbers, the energies as
 * doubles, then the ADTS stream. Pure.
 */
import { StudioError } from '@/lib/base/errors'
import type { SoundUnit } from './encode'

const MAGIC = 'SVU1'
const HEADER = 16

export function saveUnit(unit: SoundUnit): Buffer {
  const head = Buffer.alloc(HEADER + unit.energies.length * 8)
  head.write(MAGIC, 0, 'latin1')
  head.writeUInt32LE(unit.energies.length, 4)
  head.writeFloatLE(unit.truePeak, 8)
  head.writeInt32LE(unit.windowBefore, 12)
  unit.energies.forEach((energy, i) => {
    head.writeDoubleLE(energy, HEADER + i * 8)
  })
  return Buffer.concat([head, unit.packets])
}

/** Throws `bad_media` when the bytes are no unit. */
export function readUnit(bytes: Uint8Array): SoundUnit {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const count = buffer.length >= HEADER ? buffer.readUInt32LE(4) : 0
  if (buffer.toString('latin1', 0, 4) !== MAGIC || buffer.length < HEADER + count * 8) {
    throw new StudioError('bad_media', 'not a sound unit')
  }
  return {
    packets: buffer.subarray(HEADER + count * 8),
    energies: Float64Array.from({ length: count }, (_, i) => buffer.readDoubleLE(HEADER + i * 8)),
    truePeak: buffer.readFloatLE(8),
    windowBefore: buffer.readInt32LE(12),
  }
}
