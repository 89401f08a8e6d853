import { afterEach, describe, expect, it } from 'vitest'
import health from '@/inference/contract/health.json'
import models from '@/inference/contract/models.json'
import { openService, type ServiceAnswers, sendJson, type TestService } from '@/tests/kit/service'
import { abilitiesOf } from './abilities'
import { identityOf } from './identity'
import { lookAt } from './look'
import type { Connection, Service } from './schema'

let server: TestService | undefined
afterEach(async () => {
  await server?.close()
  server = undefined
})

const connect = (service: Service, changes: Partial<Connection> = {}): Connection => ({
  service,
  urls: [],
  key: null,
  model: null,
  from: 'settings',
  ...changes,
})

async function look(connection: Connection, answers: ServiceAnswers) {
  server = await openService(answers)
  return lookAt(connection, server.url)
}

/** Paths and what they answer; anything else is not found. */
const serving =
  (paths: Record<string, { status?: number; body: unknown }>): ServiceAnswers =>
  ({ path }, response) => {
    const found = paths[path]
    sendJson(response, found?.body ?? { detail: 'Not Found' }, found ? (found.status ?? 200) : 404)
  }

const READY = { '/readyz': health.readyz }

describe('a service of ours', () => {
  it.each([
    ['images', 'images/stabilityai/sd-turbo@b261bac6fd2c'],
    ['videos', 'videos/stabilityai/stable-video-diffusion-img2vid@9cf024d5bfa8'],
    ['speech', 'speech/CosyVoice-300M-SFT@a1b2c3d4e5f6'],
  ] as const)('for %s is ready and known by model and revision', async (service, identity) => {
    const { view, card } = await look(
      connect(service),
      serving({ ...READY, '/v1/models': { body: models[service] } }),
    )
    expect(view).toMatchObject({ state: 'ready', message: '', fix: '', waiting: 0, model: card?.id })
    expect(view.latencyMs).toBeGreaterThanOrEqual(0)
    expect(card && identityOf(service, card)).toBe(identity)
  })

  it('says its device and memory', async () => {
    const { view } = await look(
      connect('images'),
      serving({ ...READY, '/v1/models': { body: models.images } }),
    )
    expect(view).toMatchObject({
      device: 'NVIDIA GeForce RTX 4090',
      dtype: 'float16',
      loaded: true,
      memory: { totalMb: 24_564, usedMb: 5_120 },
    })
  })

  it('that loads is loading, and one without its model says what is missing', async () => {
    const paths = { '/v1/models': { body: models.images } }
    const loading = await look(connect('images'), serving({ ...paths, '/readyz': health.readyz_loading }))
    expect(loading).toMatchObject({ view: { state: 'loading' }, card: { id: 'stabilityai/sd-turbo' } })
    await server?.close()
    const missing = await look(connect('images'), serving({ ...paths, '/readyz': health.readyz_missing }))
    expect(missing.view).toMatchObject({ state: 'unavailable', message: health.readyz_missing.body.reason })
    expect(missing.view.fix).not.toBe('')
  })

  it('is asked for the model that was chosen, by an alias too, and says what it has instead', async () => {
    const answers = serving({ ...READY, '/v1/models': { body: models.speech } })
    const alias = await look(connect('speech', { model: 'cosyvoice-mini' }), answers)
    expect(alias.card?.id).toBe('CosyVoice-300M-SFT')
    await server?.close()
    const other = await look(connect('speech', { model: 'kokoro' }), answers)
    expect(other).toMatchObject({
      card: null,
      view: { state: 'unavailable', message: 'It does not offer kokoro.' },
    })
    expect(other.view.fix).toContain('CosyVoice-300M-SFT')
  })

  it('in another one’s place is not taken for it', async () => {
    const { view } = await look(
      connect('videos'),
      serving({ ...READY, '/v1/models': { body: models.images } }),
    )
    expect(view).toMatchObject({ state: 'unavailable', message: 'It serves image models.' })
  })
})

describe('a plain server', () => {
  it('without /readyz and extras is ready when it lists a model', async () => {
    const { view, card } = await look(connect('images'), serving({ '/v1/models': { body: models.plain } }))
    expect(view).toMatchObject({ state: 'ready', model: 'gpt-image-like', device: null, memory: null })
    expect(card && identityOf('images', card)).toBe('images/gpt-image-like@1')
  })

  it('that lists nothing serves the model it is told, and needs to be told', async () => {
    const named = await look(connect('images', { model: 'dall-e' }), serving({}))
    expect(named).toMatchObject({ view: { state: 'ready' }, card: { id: 'dall-e' } })
    await server?.close()
    const unnamed = await look(connect('images'), serving({}))
    expect(unnamed.view).toMatchObject({ state: 'unavailable', fix: 'Name a model.' })
  })

  it('that wants a key says so, and gets it when there is one', async () => {
    const answers: ServiceAnswers = ({ headers }, response) =>
      headers.authorization === 'Bearer right'
        ? sendJson(response, models.plain)
        : sendJson(response, {}, 401)
    const without = await look(connect('images'), answers)
    expect(without.view).toMatchObject({ state: 'unavailable', message: 'It wants another key.' })
    await server?.close()
    const { view } = await look(connect('images', { key: 'right' }), answers)
    expect(view.state).toBe('ready')
  })

  it('that answers nonsense, or nothing, is unavailable and never a crash', async () => {
    const nonsense = await look(connect('images'), (_, response) => response.end('<html>'))
    expect(nonsense.view.state).toBe('unavailable')
    const { url = '' } = server ?? {}
    await server?.close()
    expect((await lookAt(connect('images'), url)).view).toMatchObject({
      state: 'unavailable',
      message: expect.stringContaining('refuses connections'),
      fix: expect.stringContaining('address'),
    })
  })
})

describe('Ollama', () => {
  const tag = (name: string) => ({ name, digest: 'sha256:a8b0c5157701aabb', details: { family: 'qwen2' } })
  const ollama = (names: string[], ps: unknown = { models: [] }) =>
    serving({
      '/api/version': { body: { version: '0.9.0' } },
      '/api/tags': { body: { models: names.map(tag) } },
      '/api/ps': { body: ps },
    })

  it('is known by its model’s digest and says whether it is loaded, and where', async () => {
    const ps = { models: [{ name: 'qwen2.5:0.5b', size_vram: 500 }] }
    const { view, card } = await look(connect('ollama'), ollama(['other:1b', 'qwen2.5:0.5b'], ps))
    expect(view).toMatchObject({ state: 'ready', model: 'qwen2.5:0.5b', loaded: true, device: 'gpu' })
    expect(card && identityOf('ollama', card)).toBe('ollama/qwen2.5:0.5b@a8b0c5157701')
  })

  it('without the model says how to get it', async () => {
    const { view } = await look(connect('ollama', { model: 'qwen3:4b' }), ollama(['qwen2.5:0.5b']))
    expect(view).toMatchObject({ state: 'unavailable', fix: 'Run: ollama pull qwen3:4b' })
  })

  it('reads a name without a tag as Ollama does', async () => {
    const { card } = await look(connect('ollama', { model: 'llama3' }), ollama(['llama3:latest']))
    expect(card?.id).toBe('llama3:latest')
  })

  it('where no Ollama is stands for any server that lists its models', async () => {
    const { view, card } = await look(connect('ollama'), serving({ '/v1/models': { body: models.plain } }))
    expect(view.state).toBe('ready')
    expect(card?.id).toBe('gpt-image-like')
  })
})

describe('what an engine takes', () => {
  it('is what its service says', async () => {
    const [image] = models.images.data
    const [video] = models.videos.data
    const [speech] = models.speech.data
    expect(abilitiesOf('images', image as never)).toEqual({
      steps: { min: 1, max: 8, usual: 2 },
      guidance: false,
      negativePrompt: false,
      reference: true,
      batch: 8,
      speed: null,
      clip: null,
    })
    expect(abilitiesOf('videos', video as never)).toMatchObject({ clip: { frames: 14, fps: 7 } })
    expect(abilitiesOf('speech', speech as never)).toMatchObject({ speed: { min: 0.25, max: 4 } })
  })

  it('of a plain server is its plain dialect', async () => {
    const [plain] = models.plain.data
    expect(abilitiesOf('images', plain as never)).toMatchObject({ steps: null, batch: 1, reference: false })
  })
})
