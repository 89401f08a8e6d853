/** AAC packets in ADTS frames (ISO/IEC 13818-7, annex 6.2; raw blocks after ISO/IEC 14496-3, 4.4.2). Pure. */
import { StudioError } from '@/lib/base/errors'

/** Cuts a stream into its packets, each with its ADTS header. */
export function splitAdts(bytes: Uint8Array): Buffer[] {
  const packets: Buffer[] = []
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = 0; at < buffer.length; ) {
    if (at + 7 > buffer.length || buffer[at] !== 0xff || (buffer[at + 1]! & 0xf6) !== 0xf0) {
      throw new StudioError('bad_media', `not an AAC stream: no packet starts at byte ${at}`)
    }
    const length = ((buffer[at + 3]! & 3) << 11) | (buffer[at + 4]! << 3) | (buffer[at + 5]! >> 5)
    if (length < 7 || at + length > buffer.length) {
      throw new StudioError('bad_media', `not an AAC stream: the packet at byte ${at} is cut short`)
    }
    packets.push(buffer.subarray(at, at + length))
    at += length
  }
  return packets
}

/**
 * The shape of a packet's window, by which neighbours overlap: window_sequence (0 long, 1 start, 2 eight short, 3 stop)
 * times two plus window_shape. Packets from different encodings may follow each other only if this is what the later
 * one's encoder saw before it. -1 when the packet does not begin with a stereo or mono channel.
 */
export function windowOf(packet: Uint8Array): number {
  const protectionAbsent = packet[1]! & 1
  const read = bitReader(packet, protectionAbsent ? 7 : 9)
  for (;;) {
    const element = read(3)
    if (element === FILL) {
      let count = read(4)
      if (count === 15) count += read(8) - 1
      for (let i = 0; i < count; i++) read(8)
      continue
    }
    read(4)
    if (element === PAIR) {
      if (read(1) === 0) read(8) // no common window: the first channel's ics_info follows its global_gain
    } else if (element === SINGLE) read(8)
    else return -1
    read(1)
    return read(2) * 2 + read(1)
  }
}

const SINGLE = 0
const PAIR = 1
const FILL = 6

function bitReader(bytes: Uint8Array, firstByte: number): (bits: number) => number {
  let bit = firstByte * 8
  return (bits) => {
    let value = 0
    for (let i = 0; i < bits; i++, bit++)
      value = value * 2 + (((bytes[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1)
    return value
  }
}
