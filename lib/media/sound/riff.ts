/** The chunks of a RIFF/WAVE file (Microsoft, "Multimedia Programming Interface and Data Specifications 1.0"). Free of Node. */
export interface RiffChunk {
  id: string
  /** Where its content begins. */
  start: number
  /** The length that its head claims; the file may be shorter. */
  declared: number
}

export const isWave = (bytes: Uint8Array): boolean =>
  bytes.length >= 12 && letters(bytes, 0) === 'RIFF' && letters(bytes, 8) === 'WAVE'

export function* riffChunks(bytes: Uint8Array): Generator<RiffChunk> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = 12; at + 8 <= bytes.length; ) {
    const declared = view.getUint32(at + 4, true)
    yield { id: letters(bytes, at), start: at + 8, declared }
    // Chunks start at even offsets.
    at += 8 + declared + (declared % 2)
  }
}

const letters = (bytes: Uint8Array, at: number): string => String.fromCharCode(...bytes.subarray(at, at + 4))
