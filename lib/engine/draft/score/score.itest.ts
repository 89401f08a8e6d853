import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { loudnessOf } from '@/lib/media/sound/loudness'
import { truePeak } from '@/lib/media/sound/peak'
import { interleave, readWav } from '@/lib/media/sound/wav'
import { MOODS, type Mood } from '@/lib/storyboard/schema'
import { createDraftScore } from '../score'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'score-test-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

async function score(mood: Mood, packets: number) {
  const progress: number[] = []
  const made = await createDraftScore().makeScore(
    { mood, seed: 7, packets },
    { folder, signal: new AbortController().signal, onProgress: ({ ratio }) => progress.push(ratio) },
  )
  const bytes = await readFile(made.path)
  const { channels, sampleRate } = readWav(bytes)
  const [left, right] = channels as [Float32Array, Float32Array]
  return { left, right, sampleRate, progress, digest: createHash('sha256').update(bytes).digest('hex') }
}

it('plays every mood as a clean loop of exactly the packets asked, all equally loud', async () => {
  for (const mood of MOODS) {
    const { left, right, sampleRate, progress } = await score(mood, 400)
    expect(sampleRate).toBe(48_000)
    expect(left).toHaveLength(400 * 1_024)
    const both = interleave([left, right])
    expect(loudnessOf(both, 2), mood).toBeCloseTo(-20, 0)
    expect(truePeak(both, 2), mood).toBeLessThan(1)
    expect(progress).toEqual([...progress].sort((a, b) => a - b))
    expect(progress.at(-1)).toBe(1)
    // Stereo, but not hollow: it must not vanish on one loudspeaker.
    const alike = dot(left, right) / Math.sqrt(dot(left, left) * dot(right, right))
    expect(alike, mood).toBeGreaterThan(0.1)
    expect(alike, mood).toBeLessThan(0.98)
    expect(Math.abs(10 * Math.log10(dot(left, left) / dot(right, right))), mood).toBeLessThan(3)
  }
})

it('comes round without a click: the join bends no more than the music does', async () => {
  for (const mood of MOODS) {
    const { left } = await score(mood, 200)
    const bend = (i: number) => {
      const at = (k: number) => left[(i + k + left.length) % left.length] ?? 0
      return Math.abs(at(1) - 2 * at(0) + at(-1))
    }
    // What happens around the join, an attack perhaps, is music; a click is one sample that sticks out of it.
    const around = Array.from({ length: 2_000 }, (_, i) => i - 1_000).filter((i) => Math.abs(i) > 2)
    const largest = Math.max(...around.map(bend))
    for (const i of [-1, 0, 1]) expect(bend(i), mood).toBeLessThanOrEqual(largest * 1.2)
  }
})

it('gives the same bytes for the same request', async () => {
  expect((await score('epic', 300)).digest).toBe((await score('epic', 300)).digest)
})

it('plays loops of any length', async () => {
  for (const packets of [1, 24, 95, 3_000]) {
    const { left } = await score('playful', packets)
    expect(left).toHaveLength(packets * 1_024)
    expect(left.every(Number.isFinite)).toBe(true)
  }
})

it('stops when it is cancelled', async () => {
  const stop = new AbortController()
  const making = createDraftScore().makeScore(
    { mood: 'calm', seed: 1, packets: 6_000 },
    { folder, signal: stop.signal, onProgress: () => stop.abort() },
  )
  await expect(making).rejects.toMatchObject({ code: 'cancelled' })
  expect(await readdir(folder)).toEqual([])
})

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!
  return sum
}
