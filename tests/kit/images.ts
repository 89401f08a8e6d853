/** The images engine over services of a test's own, which speak the whole contract or only what OpenAI has. */
import { readFileSync } from 'node:fs'
import { loadImage } from '@napi-rs/canvas'
import { expect } from 'vitest'
import models from '@/inference/contract/models.json'
import type { FrameEngine, FrameRequest } from '@/lib/engine/contract'
import { createImagesEngine } from '@/lib/engine/remote/images/engine'
import { aContext, aPicture, aSource, type TestContext } from './remote'
import { openService, type ServiceAnswers, type ServiceRequest, sendJson, type TestService } from './service'

export const card = models.images.data[0]
export const plainCard = models.plain.data[0]
const open: TestService[] = []

/** Before each test: no address is known to be away. */
export const forgetAddresses = (): void => {
  Object.assign(globalThis, { studioAddresses: undefined })
}
/** After each test. */
export async function closeServices(): Promise<void> {
  for (const service of open.splice(0)) await service.close()
}

async function serve(answers: ServiceAnswers): Promise<TestService> {
  const service = await openService(answers)
  open.push(service)
  return service
}
export async function engineOver(said: unknown, ...answers: ServiceAnswers[]) {
  const services = await Promise.all(answers.map(serve))
  const engine = createImagesEngine(
    aSource(
      'images',
      said,
      services.map(({ url }) => url),
      'key',
    ),
  )
  return { engine, services, asked: () => services.flatMap(({ requests }) => requests) }
}

export const aRequest = (changes: Partial<FrameRequest> = {}): FrameRequest => ({
  prompt: { scene: 'a lighthouse', cast: [], style: 'paper-cut', negative: 'blurry' },
  width: 512,
  height: 512,
  steps: null,
  guidance: null,
  seed: 7,
  ...changes,
})
export const bodyOf = (request: ServiceRequest | undefined) => JSON.parse(String(request?.body))
export const sizeOf = (text: string): [number, number] => text.split('x').map(Number) as [number, number]
export const b64 = (width: number, height: number): string => aPicture(width, height).toString('base64')

export async function sizeOfFile(file: string): Promise<string> {
  const { width, height } = await loadImage(readFileSync(file))
  return `${width}x${height}`
}

/** Speaks the whole contract: the batch, a preview, a heartbeat. `spoil` changes what it says of one item. */
export const full =
  (spoil: (event: Record<string, unknown>) => unknown = (event) => event): ServiceAnswers =>
  ({ path, body }, response) => {
    if (path !== '/v1/images/batch') return sendJson(response, {}, 404)
    const { items, size } = JSON.parse(String(body))
    const say = (event: Record<string, unknown>) => {
      const said = spoil(event)
      if (said) response.write(`${JSON.stringify(said)}\n`)
    }
    say({ event: 'accepted', items: items.length, model: card?.id })
    say({ event: 'ping' })
    for (const { id, seed } of items) {
      say({ event: 'progress', item: id, step: 1, steps: 2, preview: '/9j/4AAQSkZJRg==' })
      const made = { b64_json: b64(...sizeOf(size)), seed, model: card?.id, steps: 2, width: 1, height: 1 }
      say({ event: 'item', item: id, ...made })
    }
    say({ event: 'done', items: items.length, errors: 0 })
    response.end()
  }

/** Only what OpenAI has. */
export const plain =
  (refuse: (body: Record<string, unknown>) => string | null = () => null): ServiceAnswers =>
  ({ path, body }, response) => {
    if (path !== '/v1/images/generations')
      return sendJson(response, { error: { message: 'no such path' } }, 404)
    const asked = JSON.parse(String(body))
    const param = refuse(asked)
    if (param) return sendJson(response, { error: { message: `bad ${param}`, param } }, 400)
    sendJson(response, { created: 1, data: [{ b64_json: b64(...sizeOf(asked.size)) }] })
  }

export async function failure(engine: FrameEngine, request = aRequest(), context: TestContext = aContext()) {
  return engine.makeFrame(request, context).then(
    () => expect.fail('it was made'),
    (error) => error,
  )
}
