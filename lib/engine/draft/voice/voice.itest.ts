import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { NarrationRequest } from '@/lib/engine/contract'
import { readWav } from '@/lib/media/sound/wav'
import { createDraftVoice } from '../voice'
import { runSpeaker } from './speak'
import { DRAFT_VOICES } from './voices'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'voice-test-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const engine = createDraftVoice()

async function narrate(over: Partial<NarrationRequest>, signal = new AbortController().signal) {
  const request = { text: 'The fox ran.', language: 'en', voice: 'default', speed: 1, seed: 1, ...over }
  const made = await engine.makeNarration(request, { folder, signal, onProgress: () => {} })
  const bytes = await readFile(made.path)
  const { channels, sampleRate } = readWav(bytes)
  const samples = channels[0] ?? new Float32Array(0)
  return { ...made, samples, durationMs: (samples.length * 1_000) / sampleRate, digest: digestOf(bytes) }
}

const digestOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

it('speaks the same bytes for the same request, whatever was spoken before', async () => {
  for (const voice of ['zh-female', 'zh-male']) {
    const line = { text: '小狐狸看着月亮。', language: 'zh', voice }
    const first = await narrate(line)
    await narrate({ text: 'Something else entirely, in another language.' })
    expect((await narrate(line)).digest).toBe(first.digest)
  }
})

it('tells when every word is spoken, in both languages', async () => {
  for (const { text, language, words } of [
    {
      text: '“Run,” said the fox 🦊. It ran!',
      language: 'en',
      words: ['Run', 'said', 'the', 'fox', 'It', 'ran'],
    },
    { text: '“你好”，狐狸说🦊。𠮷！', language: 'zh', words: ['你好', '狐', '狸', '说', '𠮷'] },
  ]) {
    const made = await narrate({ text, language })
    expect(made.words.map((w) => text.slice(w.offset, w.offset + w.length))).toEqual(words)
    const starts = made.words.map((w) => w.startMs)
    expect(starts).toEqual([...starts].sort((a, b) => a - b))
    expect(starts.at(-1)).toBeLessThan(made.durationMs)
    // The sound is there where the mark says.
    for (const word of made.words) {
      const from = Math.round((word.startMs / 1_000) * 22_050)
      expect(Math.max(...made.samples.slice(from, from + 4_410))).toBeGreaterThan(0.02)
    }
  }
})

it('speaks twice as long at half the speed', async () => {
  const text = 'The old lighthouse keeper climbed the stairs once more.'
  const [slow, plain, fast] = await Promise.all(
    [0.5, 1, 2].map(async (speed) => {
      const own = await mkdtemp(path.join(folder, 'speed-'))
      const made = await engine.makeNarration(
        { text, language: 'en', voice: 'default', speed, seed: 1 },
        { folder: own, signal: new AbortController().signal, onProgress: () => {} },
      )
      return Number(made.facts.durationMs)
    }),
  )
  expect(Number(slow) / Number(plain)).toBeGreaterThan(1.7)
  expect(Number(fast) / Number(plain)).toBeLessThan(0.65)
})

it('has a voice behind every name it lists', async () => {
  for (const voice of DRAFT_VOICES) {
    const { voice: name, ...rest } = {
      voice: voice.espeak,
      rate: voice.rate,
      pitch: voice.pitch,
      range: voice.range,
    }
    const spoken = await runSpeaker({ voice: name, ...rest, chunks: ['la'] }, { folder })
    expect(spoken[0]?.samples, voice.id).toBeGreaterThan(1_000)
  }
})

it('answers an unreadable line with a pause at reading speed, not with noise', async () => {
  const made = await narrate({ text: '昔々、山の奥にきつねがいました。', language: 'ja' })
  expect(made.facts.unreadable).toBe(true)
  expect(made.words).toEqual([])
  expect(made.warnings[0]).toContain('silent')
  expect(made.durationMs).toBeGreaterThan(2_500)
  expect(made.samples.every((sample) => sample === 0)).toBe(true)
})

it('stops amid a line that would take minutes when it is cancelled, and leaves nothing behind', async () => {
  const stop = new AbortController()
  const speaking = narrate({ text: 'The fox ran on and on. '.repeat(4_000) }, stop.signal)
  const outcome = expect(speaking).rejects.toMatchObject({ code: 'cancelled' })
  await new Promise((resolve) => setImmediate(resolve))
  stop.abort()
  await outcome
  expect(await readdir(folder)).toEqual([])
})

it('ends a voice process that hangs', async () => {
  const request = { voice: 'en-us', rate: 150, pitch: 50, range: 50, chunks: ['a long line '.repeat(2_000)] }
  await expect(runSpeaker(request, { folder, stallMs: 1 })).rejects.toMatchObject({
    code: 'engine_failed',
    retry: true,
  })
})

it('says how to install the voice where it is missing', async () => {
  const error = await runSpeaker({ check: true }, { folder, packageName: '@echogarden/not-installed' }).catch(
    (e) => e,
  )
  expect(error).toMatchObject({ code: 'engine_unavailable', message: expect.stringContaining('npm install') })
})
