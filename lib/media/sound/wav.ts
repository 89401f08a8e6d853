/**
 * RIFF/WAVE, the plain and the extensible form (Microsoft, "Multiple Channel Audio Data and WAVE Files"): PCM of 8, 16,
 * 24 and 32 bits and float of 32 and 64. Free of Node; `wav-bytes.ts` writes.
 */
import { StudioError } from '@/lib/base/errors'
import { isWave, riffChunks } from './riff'

export interface Sound {
  sampleRate: number
  /** One array a channel, all of the same length, full scale at 1. */
  channels: Float32Array[]
}

export const PCM = 1
export const FLOAT = 3
const EXTENSIBLE = 0xfffe

interface Format {
  tag: number
  channels: number
  sampleRate: number
  bits: number
}

/** Throws `bad_media` for anything that is not a WAV of a known kind. A file cut short gives the samples it has. */
export function readWav(bytes: Uint8Array): Sound {
  if (!isWave(bytes)) throw badWav('it does not start with RIFF and WAVE')
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let format: Format | undefined
  for (const { id, start, declared } of riffChunks(bytes)) {
    // A stream of unknown length carries 0 or 0xffffffff here: what is there counts.
    const size = Math.min(declared, bytes.length - start)
    if (id === 'fmt ' && size >= 16) format = readFormat(view, start, size)
    if (id === 'data') {
      if (!format) throw badWav('its samples come before their format')
      const length = size === 0 ? bytes.length - start : size
      return decode(new DataView(view.buffer, view.byteOffset + start, length), format)
    }
  }
  throw badWav('it has no samples')
}

function readFormat(view: DataView, at: number, size: number): Format {
  const tag = view.getUint16(at, true)
  return {
    tag: tag === EXTENSIBLE && size >= 26 ? view.getUint16(at + 24, true) : tag,
    channels: view.getUint16(at + 2, true),
    sampleRate: view.getUint32(at + 4, true),
    bits: view.getUint16(at + 14, true),
  }
}

function decode(view: DataView, format: Format): Sound {
  const read = reader(view, format)
  if (format.channels < 1 || format.channels > 64) throw badWav(`it claims ${format.channels} channels`)
  if (format.sampleRate < 1_000 || format.sampleRate > 768_000) {
    throw badWav(`it claims ${format.sampleRate} samples a second`)
  }
  const width = format.bits / 8
  const length = Math.floor(view.byteLength / width / format.channels)
  const channels = Array.from({ length: format.channels }, () => new Float32Array(length))
  channels.forEach((samples, channel) => {
    for (let i = 0; i < length; i++) samples[i] = read((i * format.channels + channel) * width)
  })
  return { sampleRate: format.sampleRate, channels }
}

function reader(view: DataView, { tag, bits }: Format): (at: number) => number {
  if (tag === FLOAT && bits === 32) return (at) => view.getFloat32(at, true)
  if (tag === FLOAT && bits === 64) return (at) => view.getFloat64(at, true)
  if (tag === PCM && bits === 8) return (at) => (view.getUint8(at) - 128) / 128
  if (tag === PCM && bits === 16) return (at) => view.getInt16(at, true) / 0x8000
  if (tag === PCM && bits === 24) {
    return (at) => (view.getUint8(at) | (view.getInt16(at + 1, true) << 8)) / 0x800000
  }
  if (tag === PCM && bits === 32) return (at) => view.getInt32(at, true) / 0x80000000
  throw badWav(`its samples are of a kind this studio does not read (format ${tag}, ${bits} bits)`)
}

export function interleave(channels: readonly Float32Array[]): Float32Array {
  const [first] = channels
  if (!first || channels.length === 1) return first ?? new Float32Array(0)
  const out = new Float32Array(first.length * channels.length)
  channels.forEach((samples, channel) => {
    for (let i = 0; i < samples.length; i++) out[i * channels.length + channel] = samples[i]!
  })
  return out
}

function badWav(why: string): StudioError {
  return new StudioError('bad_media', `not a usable WAV file: ${why}`)
}
