/** The studio with all four remote engines: real services on tiny models, and an Ollama of the test's own. */
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { EnginesView } from '@/lib/engine/connection/schema'
import { startServices } from '@/scripts/inference/services.mjs'
import { serveForTests } from '@/scripts/test/serve.mjs'
import { type OllamaServer, startOllama } from './ollama'

const root = path.resolve(import.meta.dirname, '../..')
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

test('every service is found, and says what it runs', async () => {
  const view = await ready()
  expect(view.connections.map(({ service, engine }) => [service, engine?.model])).toEqual([
    ['ollama', 'qwen2.5:0.5b'],
    ['images', 'stabilityai/sd-turbo'],
    ['videos', 'stabilityai/stable-video-diffusion-img2vid'],
    ['speech', 'espeak-ng'],
  ])
})

/** All four connections answer. */
async function ready(): Promise<EnginesView> {
  const view = async () => await ask<EnginesView>('/api/engines')
  const states = async () => (await view()).connections.map(({ engine }) => engine?.state)
  await expect.poll(states, { timeout: 30_000 }).toEqual(['ready', 'ready', 'ready', 'ready'])
  return await view()
}
