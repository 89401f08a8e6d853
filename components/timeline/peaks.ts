/** Loudness of a recording over its length, for a waveform. */

/** Values a second: one for each pixel or two at the closest scale. */
const PEAKS_PER_SECOND = 60

interface Pcm {
  /** 16-bit little-endian samples of the first channel. */
  at(sample: number): number
  samples: number
  sampleRate: number
}

/** Reads RIFF WAVE with 16-bit PCM, the only kind that the studio serves; null for anything else. */
function readPcm(bytes: ArrayBuffer): Pcm | null {
  const view = new DataView(bytes)
  const word = (at: number) =>
    at + 4 <= view.byteLength ? String.fromCharCode(...new Uint8Array(bytes, at, 4)) : ''
  if (word(0) !== 'RIFF' || word(8) !== 'WAVE') return null
  let channels = 0
  let sampleRate = 0
  for (let at = 12; at + 8 <= view.byteLength; ) {
    const size = view.getUint32(at + 4, true)
    const body = at + 8
    if (word(at) === 'fmt ') {
      if (view.getUint16(body + 14, true) !== 16) return null
      channels = view.getUint16(body + 2, true)
      sampleRate = view.getUint32(body + 4, true)
    }
    if (word(at) === 'data') {
      if (channels === 0 || sampleRate === 0) return null
      const samples = Math.floor(Math.min(size, view.byteLength - body) / 2 / channels)
      return { at: (sample) => view.getInt16(body + sample * channels * 2, true), samples, sampleRate }
    }
    at = body + size + (size % 2)
  }
  return null
}

/** 0 to 1 for each sixtieth of a second; empty when it is no recording of ours. */
export function peaksOf(bytes: ArrayBuffer): number[] {
  const pcm = readPcm(bytes)
  if (!pcm) return []
  const step = pcm.sampleRate / PEAKS_PER_SECOND
  const count = Math.ceil(pcm.samples / step)
  return Array.from({ length: count }, (_, i) => {
    let peak = 0
    const end = Math.min(pcm.samples, Math.floor((i + 1) * step))
    // Every fourth sample shows the same shape.
    for (let s = Math.floor(i * step); s < end; s += 4) peak = Math.max(peak, Math.abs(pcm.at(s)))
    return peak / 32_768
  })
}

/** An SVG path of a waveform around its middle, for a box of 0 to `peaks.length` by -1 to 1. */
export function waveformPath(peaks: readonly number[]): string {
  if (peaks.length === 0) return ''
  const point = (peak: number, i: number, side: 1 | -1) => `${i} ${(side * Math.max(0.02, peak)).toFixed(3)}`
  const upper = peaks.map((peak, i) => point(peak, i, -1))
  const lower = peaks.map((peak, i) => point(peak, i, 1)).reverse()
  return `M${[...upper, ...lower].join('L')}Z`
}
