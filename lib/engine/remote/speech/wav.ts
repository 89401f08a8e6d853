/** The WAVs of a line's pieces as one, sample for sample. Layout: http://soundfile.sapp.org/doc/WaveFormat/ */
import { isWave, riffChunks } from '@/lib/media/sound/riff'

export interface Pcm {
  /** The `fmt ` chunk's content. */
  format: Buffer
  samples: Buffer
}

/** A server that streams does not know the length when it writes the head: it leaves a placeholder there. */
const isPlaceholder = (length: number): boolean => length === 0 || length >= 0x7fff0000

/** Null for anything but a whole WAV. */
export function readPcm(bytes: Buffer): Pcm | null {
  if (!isWave(bytes)) return null
  let format: Buffer | null = null
  for (const { id, start, declared } of riffChunks(bytes)) {
    const rest = bytes.subarray(start)
    if (id === 'data') {
      if (!format) return null
      if (isPlaceholder(declared)) {
        const block = Math.max(1, format.readUInt16LE(12))
        return { format, samples: rest.subarray(0, rest.length - (rest.length % block)) }
      }
      return rest.length < declared ? null : { format, samples: rest.subarray(0, declared) }
    }
    if (rest.length < declared) return null
    if (id === 'fmt ' && declared >= 16) format = rest.subarray(0, declared)
  }
  return null
}

/** Null when they are of different kinds, or there are none. */
export function joinPcm(pieces: readonly Pcm[]): Buffer | null {
  const [first] = pieces
  if (!first || !pieces.every(({ format }) => format.equals(first.format))) return null
  const samples = Buffer.concat(pieces.map((piece) => piece.samples))
  const head = Buffer.alloc(20 + first.format.length + 8)
  head.write('RIFF', 0, 'latin1')
  head.writeUInt32LE(head.length - 8 + samples.length, 4)
  head.write('WAVEfmt ', 8, 'latin1')
  head.writeUInt32LE(first.format.length, 16)
  first.format.copy(head, 20)
  head.write('data', head.length - 8, 'latin1')
  head.writeUInt32LE(samples.length, head.length - 4)
  return Buffer.concat([head, samples])
}
