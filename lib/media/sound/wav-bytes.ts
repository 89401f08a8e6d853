/** Samples as the bytes of a file or of a pipe to ffmpeg. */
import { FLOAT, interleave, PCM, type Sound } from './wav'

export type WavEncoding = 'pcm16' | 'float32'

export function writeWav(sound: Sound, encoding: WavEncoding): Buffer {
  const samples = interleave(sound.channels)
  const body = encoding === 'pcm16' ? pcm16Bytes(samples) : littleEndianFloats(samples)
  return Buffer.concat([
    wavHeader({ ...sound, channels: sound.channels.length, encoding, bytes: body.length }),
    body,
  ])
}

/** The 44 or 58 bytes before the samples, for a file that is written piece by piece. */
export function wavHeader(wav: {
  sampleRate: number
  channels: number
  encoding: WavEncoding
  /** Of the samples that follow. */
  bytes: number
}): Buffer {
  const float = wav.encoding === 'float32'
  const width = float ? 4 : 2
  // Float wants an extension size and a fact chunk; strict readers refuse it without.
  const header = Buffer.alloc(float ? 58 : 44)
  header.write('RIFF', 0, 'latin1')
  header.writeUInt32LE(header.length - 8 + wav.bytes, 4)
  header.write('WAVEfmt ', 8, 'latin1')
  header.writeUInt32LE(float ? 18 : 16, 16)
  header.writeUInt16LE(float ? FLOAT : PCM, 20)
  header.writeUInt16LE(wav.channels, 22)
  header.writeUInt32LE(wav.sampleRate, 24)
  header.writeUInt32LE(wav.sampleRate * wav.channels * width, 28)
  header.writeUInt16LE(wav.channels * width, 32)
  header.writeUInt16LE(width * 8, 34)
  if (float) {
    header.write('fact', 38, 'latin1')
    header.writeUInt32LE(4, 42)
    header.writeUInt32LE(wav.bytes / width / wav.channels, 46)
  }
  header.write('data', header.length - 8, 'latin1')
  header.writeUInt32LE(wav.bytes, header.length - 4)
  return header
}

export function pcm16Bytes(samples: Float32Array): Buffer {
  const bytes = Buffer.alloc(samples.length * 2)
  for (let i = 0; i < samples.length; i++) {
    const value = Math.round(samples[i]! * 0x8000)
    bytes.writeInt16LE(Math.max(-0x8000, Math.min(0x7fff, value)), i * 2)
  }
  return bytes
}

/** ffmpeg's `f32le`, and a view of the same memory where the machine is little endian, as all we run on are. */
export function littleEndianFloats(samples: Float32Array): Buffer {
  return Buffer.from(samples.buffer, samples.byteOffset, samples.byteLength)
}
