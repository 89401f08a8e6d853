import { afterEach, describe, expect, it } from 'vitest'
import images from '@/inference/contract/images-batch.json'
import models from '@/inference/contract/models.json'
import { imagesService } from './images'
import { ollamaService } from './ollama'
import type { TestService } from './service'
import { speechService } from './speech'
import { videosService } from './videos'

const open: TestService[] = []
const kept = <T extends TestService>(service: T): T => {
  open.push(service)
  return service
}
afterEach(async () => {
  await Promise.all(open.splice(0).map((service) => service.close()))
})
const listOf = async ({ url }: TestService) => (await fetch(`${url}/v1/models`)).json()
const post = (url: string, body: unknown) =>
  fetch(url, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) })

describe('services of the tests', () => {
  it('describe their models in every field of the contract', async () => {
    const found = [
      [await imagesService(), models.images],
      [await videosService(), models.videos],
      [await speechService(), models.speech],
    ] as const
    for (const [service, example] of found) {
      const [model] = (await listOf(kept(service))).data
      expect(Object.keys(model).toSorted()).toEqual(Object.keys(example.data[0] ?? {}).toSorted())
    }
    const [plain] = (await listOf(kept(await imagesService({ plain: true })))).data
    expect(Object.keys(plain)).toEqual(Object.keys(models.plain.data[0] ?? {}))
  })

  it('answer a batch with the events of the contract', async () => {
    const service = kept(await imagesService())
    service.fail({ kind: 'says', text: '' })
    const response = await post(`${service.url}/v1/images/batch`, images.request)
    const events = (await response.text())
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    const keys = (event: object) => Object.keys(event).toSorted().join()
    for (const example of images.events.filter(({ event }) => event !== 'ping' && event !== 'progress')) {
      expect(events.map(keys)).toContain(keys(example))
    }
  })

  it('die in the middle of an answer and come back on their port', async () => {
    const service = kept(await imagesService())
    service.fail({ kind: 'die' })
    const response = await post(`${service.url}/v1/images/batch`, images.request)
    await expect(response.text()).rejects.toThrow()
    await expect(listOf(service)).rejects.toThrow()
    await service.comeBack()
    expect((await listOf(service)).object).toBe('list')
  })

  it('spoil what they are told to, item by item, every time', async () => {
    const service = kept(await imagesService())
    service.spoil((seed) => (seed === 9 ? { kind: 'status', status: 500 } : undefined))
    for (let time = 0; time < 2; time++) {
      const response = await post(`${service.url}/v1/images/batch`, images.request)
      const said = (await response.text()).split('\n').filter((line) => /^."event":"item/.test(line))
      expect(said.map((line) => line.slice(0, 40))).toEqual([
        expect.stringContaining('"event":"item","item":"a"'),
        expect.stringContaining('"event":"item_error","item":"b"'),
      ])
    }
  })

  it('forget the videos in their hands when they die', async () => {
    const service = kept(await videosService({ paceMs: 60_000 }))
    const form = new FormData()
    form.set('width', '128')
    form.set('height', '64')
    const made = await fetch(`${service.url}/v1/videos`, { method: 'POST', body: form })
    const { id } = await made.json()
    await service.kill()
    await service.comeBack()
    expect((await fetch(`${service.url}/v1/videos/${id}`)).status).toBe(404)
  })

  it('keep to the schema that a model is asked for', async () => {
    const service = kept(await ollamaService())
    const format = { type: 'object', properties: { camera: { enum: ['still'] }, title: { type: 'string' } } }
    const asked = {
      model: 'qwen2.5:0.5b',
      messages: [{ role: 'user', content: 'Once.' }],
      format,
      stream: true,
    }
    const lines = (await (await post(`${service.url}/api/chat`, asked)).text())
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    const said = JSON.parse(lines.map((line) => line.message.content).join(''))
    expect(said).toEqual({ camera: 'still', title: expect.stringMatching(/^[a-z ]+$/) })
    expect(lines.at(-1)).toMatchObject({ done: true, done_reason: 'stop' })
  })
})
