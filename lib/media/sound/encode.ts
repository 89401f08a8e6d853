/** Encodes a unit by itself, so that its bytes repeat, into packets that join with its neighbours'. */
import { StudioError } from '@/lib/base/errors'
import { runFfmpeg } from '@/lib/media/ffmpeg'
import { splitAdts, windowOf } from './adts'
import { SAMPLE_RATE, SAMPLES_PER_PACKET } from './clock'
import { packetEnergies } from './loudness'
import { truePeak } from './peak'
import type { SceneRun } from './scene'
import { AFTER_PACKETS, BEFORE_PACKETS, renderPackets, type UnitSpan } from './unit'

export interface SoundUnit {
  /** ADTS. As many packets as the unit covers; the film's first unit has one more in front, the decoder's run-in. */
  packets: Buffer
  /** K-weighted energy of each packet it covers. */
  energies: Float64Array
  /** Linear, of the sound before the encoder. */
  truePeak: number
  /** `windowOf` the packet that the encoder made before the first one kept; the neighbour's last must be like it. */
  windowBefore: number
}

/**
 * `fast` costs a fifth of the default coder; perceptual noise substitution must be off, because the decoder's noise
 * generator carries its state across joins.
 */
export const AAC_ARGS = ['-c:a', 'aac', '-b:a', '192k', '-aac_coder', 'fast', '-aac_pns', '0'] as const

/** Longest stretch encoded at once, 44 s: an hour of one scene fits in memory, cut and joined like any units. */
const CHUNK_PACKETS = 2_048

export async function encodeUnit(span: UnitSpan, run: SceneRun, signal?: AbortSignal): Promise<SoundUnit> {
  const parts: SoundUnit[] = []
  for (let from = span.from; from < span.to; from += CHUNK_PACKETS) {
    const to = Math.min(span.to, from + CHUNK_PACKETS)
    parts.push(await encodeStretch(run, from, to, span.startsFilm && from === 0, signal))
  }
  const [only] = parts
  if (only && parts.length === 1) return only
  const energies = new Float64Array(span.to - span.from)
  parts.forEach((part, i) => {
    energies.set(part.energies, i * CHUNK_PACKETS)
  })
  return {
    packets: Buffer.concat(parts.map((part) => part.packets)),
    energies,
    truePeak: Math.max(...parts.map((part) => part.truePeak)),
    windowBefore: only?.windowBefore ?? -1,
  }
}

async function encodeStretch(
  run: SceneRun,
  from: number,
  to: number,
  startsFilm: boolean,
  signal: AbortSignal | undefined,
): Promise<SoundUnit> {
  const pcm = renderPackets(run, from - BEFORE_PACKETS, to + AFTER_PACKETS)
  const { stdout } = await runFfmpeg({
    args: [
      ...['-f', 'f32le', '-ar', String(SAMPLE_RATE), '-ac', '2', '-i', 'pipe:0'],
      ...AAC_ARGS,
      ...['-fflags', '+bitexact', '-flags:a', '+bitexact', '-f', 'adts', 'pipe:1'],
    ],
    input: Buffer.from(pcm.buffer, pcm.byteOffset, pcm.byteLength),
    signal,
    timeoutMs: 120_000,
  })
  const all = splitAdts(stdout)
  // The encoder is one packet behind: packet j holds the overlap of the samples of packets j-1 and j.
  const first = BEFORE_PACKETS + (startsFilm ? 0 : 1)
  const kept = all.slice(first, BEFORE_PACKETS + 1 + to - from)
  const expected = to - from + (startsFilm ? 1 : 0)
  if (kept.length !== expected) {
    throw new StudioError('engine_failed', `ffmpeg gave ${kept.length} sound packets instead of ${expected}`)
  }
  const inner = pcm.subarray(
    BEFORE_PACKETS * SAMPLES_PER_PACKET * 2,
    (BEFORE_PACKETS + to - from) * SAMPLES_PER_PACKET * 2,
  )
  const heard = pcm.subarray(0, (BEFORE_PACKETS + to - from) * SAMPLES_PER_PACKET * 2)
  const before = all[first - 1]
  return {
    packets: Buffer.concat(kept),
    energies: packetEnergies(heard, 2, BEFORE_PACKETS * SAMPLES_PER_PACKET),
    truePeak: truePeak(inner, 2),
    windowBefore: before ? windowOf(before) : -1,
  }
}
