import { mkdtemp, readFile, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { runFfmpeg } from '@/lib/media/ffmpeg'
import { SAMPLE_RATE, SAMPLES_PER_PACKET } from '@/lib/media/sound/clock'
import { encodeUnit } from '@/lib/media/sound/encode'
import { joinUnits } from '@/lib/media/sound/join'
import { levelBed, soundModeOf } from '@/lib/media/sound/level'
import { resample } from '@/lib/media/sound/resample'
import type { SoundScene } from '@/lib/media/sound/scene'
import { runOf, unitSpans } from '@/lib/media/sound/unit'
import { interleave, readWav } from '@/lib/media/sound/wav'
import type { Mood } from '@/lib/storyboard/schema'
import { createDraftScore } from '../score'
import { createDraftVoice } from '../voice'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'film-sound-test-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const context = () => ({ folder, signal: new AbortController().signal, onProgress: () => {} })

async function speech(text: string, voice: string): Promise<Float32Array> {
  const request = { text, language: voice.slice(0, 2), voice, speed: 1, seed: 1 }
  const { path: file } = await createDraftVoice().makeNarration(request, context())
  const { channels, sampleRate } = readWav(await readFile(file))
  return resample(channels[0] ?? new Float32Array(0), sampleRate, SAMPLE_RATE)
}

async function bed(mood: Mood): Promise<Float32Array> {
  const { path: file } = await createDraftScore().makeScore({ mood, seed: 3, packets: 900 }, context())
  return levelBed(interleave(readWav(await readFile(file)).channels))
}

async function filmOf(lines: (string | null)[], voice: string, mood: Mood | null): Promise<SoundScene[]> {
  const loop = mood && (await bed(mood))
  let anchor = 0
  const scenes: SoundScene[] = []
  for (const line of lines) {
    const spoken = line === null ? null : await speech(line, voice)
    const packets = Math.round(
      (spoken ? spoken.length + 1.2 * SAMPLE_RATE : 4 * SAMPLE_RATE) / SAMPLES_PER_PACKET,
    )
    scenes.push({ packets, speech: spoken, speechStart: 18_000, music: loop && { bed: loop, anchor } })
    anchor += packets * SAMPLES_PER_PACKET
  }
  return scenes
}

const ENGLISH = [
  'The lighthouse keeper lit the lamp, and waited.',
  'Far below, a boat was fighting the waves.',
]
const CHINESE = ['夜晚的森林里，一只小狐狸抬头看着月亮。', '它闻到了雪的味道。']

it('brings draft films of every kind to -14 LUFS and below -1 dBTP, as ffmpeg measures them', async () => {
  const films: [string, SoundScene[]][] = [
    ['English', await filmOf([...ENGLISH, null], 'en-us-male', 'epic')],
    ['Chinese', await filmOf(CHINESE, 'zh-female', 'calm')],
    ['no music', await filmOf(ENGLISH, 'en-us-female', null)],
    ['no words', await filmOf([null, null, null], 'default', 'playful')],
    ['few words', await filmOf(['Run!', null, null, 'He smiled.'], 'en-gb-male', 'tense')],
  ]
  for (const [name, scenes] of films) {
    const seconds = (samples: number) => (samples / SAMPLE_RATE) * 1_000
    const spokenMs = seconds(scenes.reduce((sum, scene) => sum + (scene.speech?.length ?? 0), 0))
    const filmMs = seconds(scenes.reduce((sum, scene) => sum + scene.packets * SAMPLES_PER_PACKET, 0))
    const mode = soundModeOf(spokenMs, filmMs)
    const spans = unitSpans(scenes.map((scene) => scene.packets))
    const units = []
    for (const span of spans) units.push(await encodeUnit(span, runOf(span, scenes, mode)))
    const { aac, integratedLufs, unevenJoins } = joinUnits(units)
    const { stderr } = await runFfmpeg({
      args: ['-v', 'info', '-f', 'aac', '-i', 'pipe:0', '-af', 'ebur128=peak=true', '-f', 'null', '-'],
      input: aac,
    })
    const peakDb = Number(/Peak:\s+(-?[\d.]+) dBFS/.exec(stderr.slice(stderr.lastIndexOf('Summary')))?.[1])
    const lufs = Number(/I:\s+(-?[\d.]+) LUFS/.exec(stderr.slice(stderr.lastIndexOf('Summary')))?.[1])
    expect(Math.abs(lufs + 14), `${name}: ${lufs} LUFS`).toBeLessThanOrEqual(1)
    expect(Math.abs(lufs - integratedLufs), name).toBeLessThan(0.15)
    expect(peakDb, name).toBeLessThanOrEqual(-1)
    expect(unevenJoins, name).toBe(0)
  }
})
