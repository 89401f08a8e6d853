/** The studio with all four remote engines: real services on tiny models, and an Ollama of the test's own. */
import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { EngineDefaults, EnginesView } from '@/lib/engine/connection/schema'
import { probeMedia, probeVideoPackets } from '@/lib/media/probe'
import type { Manifest } from '@/lib/plan/manifest'
import { startServices } from '@/scripts/inference/services.mjs'
import { serveForTests } from '@/scripts/test/serve.mjs'
import { type OllamaServer, startOllama } from './ollama'

const root = path.resolve(import.meta.dirname, '../..')
const STORY = [
  'Old Tomas lit the lamp of the lighthouse at dusk and looked out over the grey sea.',
  'A storm came in, and far out on the water Mara saw a small boat with a torn sail.',
].join('\n\n')

let ollama: OllamaServer
let services: Awaited<ReturnType<typeof startServices>>
let studio: Awaited<ReturnType<typeof serveForTests>>

beforeAll(async () => {
  ;[ollama, services] = await Promise.all([startOllama(), startServices({ root, programs: programs() })])
  const { txt2img, img2vid, tts } = services.urls
  const env = { OLLAMA_URL: ollama.url, IMAGES_URL: txt2img, VIDEOS_URL: img2vid, SPEECH_URL: tts }
  studio = await serveForTests(root, { name: 'engines', env })
}, 240_000)

afterAll(async () => {
  await studio?.stop()
  await services?.stop()
  await ollama?.stop()
}, 60_000)

/** Where the Python of the services lies: said by `npm run test:inference`. */
function programs(): string {
  const said = process.env.INFERENCE_PROGRAMS
  if (!said) throw new Error('these tests are part of npm run test:inference')
  return said
}

async function ask<T>(address: string, method = 'GET', body?: unknown): Promise<T> {
  const answer = await fetch(studio.address + address, {
    method,
    ...(body === undefined
      ? {}
      : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  })
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${method} ${address}: ${answer.status} ${text}`)
  return JSON.parse(text) as T
}

interface Task {
  status: string
  error: unknown
  result: { video: string; manifest: string; warnings: string[]; audios: { duration: number }[] } | null
}

test('every service is found, and says what it runs', async () => {
  const view = await ready()
  expect(view.connections.map(({ service, engine }) => [service, engine?.model])).toEqual([
    ['ollama', 'qwen2.5:0.5b'],
    ['images', 'stabilityai/sd-turbo'],
    ['videos', 'stabilityai/stable-video-diffusion-img2vid'],
    ['speech', 'espeak-ng'],
  ])
})

test('a film is made by all four remote engines, without one fall-back, and plays', async () => {
  const identities = Object.fromEntries(
    (await ready()).connections.map(({ kind, engine }) => [kind, engine?.identity]),
  ) as unknown as EngineDefaults
  await ask('/api/engines/defaults', 'PUT', identities)
  const options = {
    scene_count: 2,
    image: { resolution: '256x144' },
    video: { resolution: '256x144' },
    language: 'en',
  }
  const { task_id } = await ask<{ task_id: string }>('/render', 'POST', { story: STORY, options })
  const task = async () => await ask<Task>(`/tasks/${task_id}`)
  await expect
    .poll(async () => (await task()).status, { timeout: 300_000, interval: 500 })
    .not.toMatch(/pending|running/)
  const { status, error, result } = await task()
  expect({ status, error }, services.log.slice(-30).join('\n')).toEqual({ status: 'done', error: null })
  if (!result) throw new Error('a film that is done has a result')
  expect(result.warnings).toEqual([])

  const manifest = await ask<Manifest>(result.manifest)
  expect(manifest.storyboard.settings.engines).toMatchObject(identities)
  expect(manifest.scenes).toHaveLength(2)
  for (const scene of manifest.scenes) {
    const { frame, clip, narration } = identities
    expect(scene.engines).toEqual({ frame, clip, narration })
    expect(scene.fallbacks).toEqual([])
  }
  // The pictures are of the model's words, not of the draft's that it was shown.
  for (const { prompt } of manifest.storyboard.scenes) expect(ollama.answers.join('\n')).toContain(prompt)
  await expectToPlay(result.video, manifest)
}, 360_000)

/** All four connections answer. */
async function ready(): Promise<EnginesView> {
  const view = async () => await ask<EnginesView>('/api/engines')
  const states = async () => (await view()).connections.map(({ engine }) => engine?.state)
  await expect.poll(states, { timeout: 30_000 }).toEqual(['ready', 'ready', 'ready', 'ready'])
  return await view()
}

async function expectToPlay(address: string, manifest: Manifest): Promise<void> {
  const part = await fetch(studio.address + address, { headers: { range: 'bytes=0-99' } })
  expect([part.status, (await part.arrayBuffer()).byteLength]).toEqual([206, 100])
  const film = await fetch(studio.address + address)
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'studio-film-'))
  const file = path.join(folder, 'film.mp4')
  await fs.writeFile(file, Buffer.from(await film.arrayBuffer()))
  const facts = await probeMedia(file)
  const packets = await probeVideoPackets(file)
  await fs.rm(folder, { recursive: true })
  expect([facts.video?.width, facts.video?.height, facts.video?.codec]).toEqual([256, 144, 'h264'])
  expect(facts.audio).not.toBeNull()
  expect(Math.abs(facts.durationMs - manifest.durationMs)).toBeLessThan(100)
  // 24 frames a second, one packet each.
  expect(Math.abs(packets.length - (manifest.durationMs / 1000) * 24)).toBeLessThan(4)
}
