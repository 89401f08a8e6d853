/**
 * Puts the spoken chunks together: trimmed, with the pauses between them, polished, as one WAV; piece by piece, because
 * a line may last hours.
 */
import { open } from 'node:fs/promises'
import path from 'node:path'
import { pcm16Bytes, wavHeader } from '@/lib/media/sound/wav-bytes'
import type { Chunk } from './chunks'
import type { Mark } from './marks'
import { createPolish } from './polish'
import type { SpokenChunk } from './speak'

export interface Take {
  path: string
  durationMs: number
  sampleRate: number
  marks: Mark[]
}

/** Quieter than this is silence: -46 dB of full scale, above what eSpeak leaves between words. */
const SILENCE = 0.005
/** Kept around the voice so that no breath of a consonant is cut. */
const LEAD_MS = 30
const TAIL_MS = 60
/** Room for the reflections of the last word. */
const LAST_TAIL_MS = 120

/** Reads `speech.pcm` in `from`, writes `narration.wav` in `to`. */
export async function writeTake(
  from: string,
  to: string,
  chunks: readonly Chunk[],
  spoken: readonly SpokenChunk[],
  voice: { speed: number; sex: 'female' | 'male' },
): Promise<Take> {
  const sampleRate = spoken[0]?.sampleRate ?? 22_050
  const file = path.join(to, 'narration.wav')
  const source = await open(path.join(from, 'speech.pcm'), 'r')
  const target = await open(file, 'w')
  try {
    const polish = createPolish(sampleRate, voice.sex)
    const marks: Mark[] = []
    let read = 0
    let written = 0
    const put = async (samples: Float32Array) => {
      const at = 44 + written * 2
      written += samples.length
      await target.write(pcm16Bytes(polish(samples)), 0, samples.length * 2, at)
    }
    for (const [i, said] of spoken.entries()) {
      const raw = Buffer.alloc(said.samples * 2)
      await source.read(raw, 0, raw.length, read * 2)
      read += said.samples
      const chunk = chunks[i]
      if (!chunk) break
      const { samples, skipped } = trim(raw, sampleRate)
      for (const [point, ms] of said.marks) {
        const startMs = ((written - skipped) * 1_000) / sampleRate + ms
        marks.push({ offset: chunk.offsets[point] ?? -1, startMs: Math.max(0, startMs) })
      }
      await put(samples)
      const pauseMs = i === spoken.length - 1 ? LAST_TAIL_MS : chunk.pauseMs / voice.speed
      await put(new Float32Array(Math.round((pauseMs * sampleRate) / 1_000)))
    }
    await target.write(
      wavHeader({ sampleRate, channels: 1, encoding: 'pcm16', bytes: written * 2 }),
      0,
      44,
      0,
    )
    return { path: file, durationMs: (written * 1_000) / sampleRate, sampleRate, marks }
  } finally {
    await source.close()
    await target.close()
  }
}

function trim(raw: Buffer, sampleRate: number): { samples: Float32Array; skipped: number } {
  const all = new Float32Array(raw.length / 2)
  for (let i = 0; i < all.length; i++) all[i] = raw.readInt16LE(i * 2) / 0x8000
  let first = 0
  while (first < all.length && Math.abs(all[first] ?? 0) < SILENCE) first++
  if (first === all.length) return { samples: new Float32Array(0), skipped: 0 }
  let last = all.length
  while (last > first && Math.abs(all[last - 1] ?? 0) < SILENCE) last--
  const skipped = Math.max(0, first - Math.round((LEAD_MS * sampleRate) / 1_000))
  const to = Math.min(all.length, last + Math.round((TAIL_MS * sampleRate) / 1_000))
  return { samples: all.slice(skipped, to), skipped }
}
