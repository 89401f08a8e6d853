import { readFile } from 'node:fs/promises'
import { isWave, riffChunks } from '@/lib/media/sound/riff'
import { unusable } from './unusable'

export interface SpeechFacts {
  durationMs: number
  sampleRate: number
  channels: number
}

/** -60 dB below full scale: breath and room are louder, a broken synthesiser's dither is not. */
const SILENCE_PEAK = 0.001

/**
 * Throws `engine_failed` (retry) unless the file is a whole PCM WAV (16, 24, 32 bit or 32-bit float) with something to hear.
 * Layout: http://soundfile.sapp.org/doc/WaveFormat/
 */
export async function checkSpeech(filePath: string): Promise<SpeechFacts> {
  const bytes = await readFile(filePath).catch((error) => {
    throw unusable('no sound', error)
  })
  if (!isWave(bytes)) throw unusable('no WAV')
  const format = chunkOf(bytes, 'fmt ')
  const samples = chunkOf(bytes, 'data')
  if (!format || format.length < 16 || !samples) throw unusable('a truncated WAV')
  const isFloat = codeOf(format) === 3
  const channels = format.readUInt16LE(2)
  const sampleRate = format.readUInt32LE(4)
  const width = format.readUInt16LE(14) / 8
  const read = readerOf(samples, width, isFloat)
  if (!read || channels < 1 || channels > 2 || sampleRate < 8_000) {
    throw unusable('a WAV that is not PCM speech')
  }
  const count = Math.floor(samples.length / width)
  if (count < channels || !isAudible(read, count, width)) throw unusable('silence')
  return { durationMs: Math.round((count / channels / sampleRate) * 1000), sampleRate, channels }
}

/** 1 is PCM, 3 float; the extensible format (0xfffe) carries the same numbers at the head of its sub-format. */
function codeOf(format: Buffer): number {
  const code = format.readUInt16LE(0)
  return code === 0xfffe && format.length >= 26 ? format.readUInt16LE(24) : code
}

/** The first of its name, whole. */
function chunkOf(bytes: Buffer, id: string): Buffer | undefined {
  for (const { id: found, start, declared } of riffChunks(bytes)) {
    if (found !== id) continue
    const chunk = bytes.subarray(start, start + declared)
    return chunk.length === declared ? chunk : undefined
  }
  return undefined
}

function readerOf(samples: Buffer, width: number, isFloat: boolean): ((at: number) => number) | undefined {
  if (isFloat) return width === 4 ? (at) => samples.readFloatLE(at) : undefined
  if (width < 2 || width > 4) return undefined
  const scale = 2 ** (width * 8 - 1)
  return (at) => samples.readIntLE(at, width) / scale
}

function isAudible(read: (at: number) => number, count: number, width: number): boolean {
  for (let i = 0; i < count; i++) {
    if (Math.abs(read(i * width)) >= SILENCE_PEAK) return true
  }
  return false
}
