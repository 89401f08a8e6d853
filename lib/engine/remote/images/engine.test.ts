import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { loadImage } from '@napi-rs/canvas'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import batchExample from '@/inference/contract/images-batch.json'
import generationExample from '@/inference/contract/images-generations.json'
import models from '@/inference/contract/models.json'
import type { FrameEngine, FrameRequest } from '@/lib/engine/contract'
import { aContext, aPicture, aSource, type TestContext } from '@/tests/kit/remote'
import {
  openService,
  type ServiceAnswers,
  type ServiceRequest,
  sendJson,
  type TestService,
} from '@/tests/kit/service'
import { createImagesEngine } from './engine'
import { batchEventSchema, generationSchema } from './schema'

const card = models.images.data[0]
const plainCard = models.plain.data[0]
const open: TestService[] = []

beforeEach(() => {
  Object.assign(globalThis, { studioAddresses: undefined })
})
afterEach(async () => {
  for (const service of open.splice(0)) await service.close()
})

async function serve(answers: ServiceAnswers): Promise<TestService> {
  const service = await openService(answers)
  open.push(service)
  return service
}
async function engineOver(said: unknown, ...answers: ServiceAnswers[]) {
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

const aRequest = (changes: Partial<FrameRequest> = {}): FrameRequest => ({
  prompt: { scene: 'a lighthouse', cast: [], style: 'paper-cut', negative: 'blurry' },
  width: 512,
  height: 512,
  steps: null,
  guidance: null,
  seed: 7,
  ...changes,
})
const bodyOf = (request: ServiceRequest | undefined) => JSON.parse(String(request?.body))
const sizeOf = (text: string): [number, number] => text.split('x').map(Number) as [number, number]
const b64 = (width: number, height: number): string => aPicture(width, height).toString('base64')

async function sizeOfFile(file: string): Promise<string> {
  const { width, height } = await loadImage(readFileSync(file))
  return `${width}x${height}`
}

/** Speaks the whole contract: the batch, a preview, a heartbeat. `spoil` changes what it says of one item. */
const full =
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
const plain =
  (refuse: (body: Record<string, unknown>) => string | null = () => null): ServiceAnswers =>
  ({ path, body }, response) => {
    if (path !== '/v1/images/generations')
      return sendJson(response, { error: { message: 'no such path' } }, 404)
    const asked = JSON.parse(String(body))
    const param = refuse(asked)
    if (param) return sendJson(response, { error: { message: `bad ${param}`, param } }, 400)
    sendJson(response, { created: 1, data: [{ b64_json: b64(...sizeOf(asked.size)) }] })
  }

async function failure(engine: FrameEngine, request = aRequest(), context: TestContext = aContext()) {
  return engine.makeFrame(request, context).then(
    () => expect.fail('it was made'),
    (error) => error,
  )
}

describe('the contract’s examples', () => {
  it('are read by the schemas in use', () => {
    expect(generationSchema.parse(generationExample.response).data).toHaveLength(1)
    for (const event of batchExample.events)
      expect(batchEventSchema.parse(event)).toMatchObject({ event: event.event })
  })
})

describe('a picture of a service of ours', () => {
  it('is the one that was asked for, its forming shown on the way', async () => {
    const { engine, asked } = await engineOver(card, full())
    const context = aContext()
    const made = await engine.makeFrame(aRequest({ steps: 30, guidance: 7 }), context)
    expect(await sizeOfFile(made.path)).toBe('512x512')
    expect(path.dirname(made.path)).toBe(context.folder)
    expect(made.facts).toMatchObject({ seed: 7, steps: 2, model: 'stabilityai/sd-turbo', drawn: '512x512' })
    expect(context.told[0]?.preview).toBe('data:image/jpeg;base64,/9j/4AAQSkZJRg==')
    expect(bodyOf(asked()[0])).toEqual({
      model: 'stabilityai/sd-turbo',
      size: '512x512',
      num_inference_steps: 8,
      items: [{ id: '0', prompt: 'paper-cut. a lighthouse', seed: 7 }],
    })
    expect(asked()[0]?.headers).toMatchObject({
      authorization: 'Bearer key',
      'idempotency-key': expect.any(String),
    })
  })

  it('is exactly as large as wanted, whatever the model takes', async () => {
    const small = { ...card, limits: { ...card?.limits, max_pixels: 40_000, multiple: 64 } }
    const { engine, asked } = await engineOver(small, full())
    const made = await engine.makeFrame(aRequest({ width: 400, height: 226 }), aContext())
    expect(bodyOf(asked()[0]).size).toBe('256x128')
    expect(await sizeOfFile(made.path)).toBe('400x226')
  })

  it('starts from a reference when there is one', async () => {
    const { engine, asked } = await engineOver(card, full())
    const context = aContext()
    const file = path.join(context.folder, 'anchor.png')
    writeFileSync(file, aPicture(8, 8))
    await engine.makeFrame(aRequest({ reference: { path: file, strength: 0.6 } }), context)
    expect(bodyOf(asked()[0])).toMatchObject({ strength: 0.6, reference_image: b64(8, 8) })
  })

  it.each([
    ['truncated', () => aPicture(512, 512).subarray(0, 900).toString('base64'), 'truncated PNG'],
    ['of another size', () => b64(256, 512), '256x512 instead of 512x512'],
    ['no picture', () => Buffer.from('<html>').toString('base64'), 'no PNG'],
    ['empty', () => '', '0 bytes'],
    ['a PNG of garbage', () => spoilt().toString('base64'), 'does not decode'],
  ])('that is %s is an error by name, to be tried again', async (_, picture, message) => {
    const { engine } = await engineOver(
      card,
      full((event) => (event.event === 'item' ? { ...event, b64_json: picture() } : event)),
    )
    const error = await failure(engine)
    expect(error).toMatchObject({ code: 'engine_failed', retry: true })
    expect(error.userMessage).toContain(message)
  })

  it('of another model than the engine’s is not taken for its own', async () => {
    const { engine } = await engineOver(
      card,
      full((event) => ({ ...event, model: 'other/model' })),
    )
    expect(await failure(engine)).toMatchObject({
      code: 'engine_failed',
      message: expect.stringContaining('other/model'),
    })
  })

  it('is made by another address when one hangs up', async () => {
    const hangsUp: ServiceAnswers = (_, response) =>
      response.writeHead(200).write('{"event":"accepted"}\n', () => response.destroy())
    const { engine, services } = await engineOver(card, hangsUp, full())
    await engine.makeFrame(aRequest(), aContext())
    expect(services.map(({ requests }) => requests.length)).toEqual([1, 1])
  })

  it('is waited for when the queue is full, and the service says so', async () => {
    const { engine } = await engineOver(card, (_, response) =>
      sendJson(response, { error: { message: '32 requests wait already.', code: 'queue_full' } }, 429),
    )
    expect(await failure(engine)).toMatchObject({ code: 'engine_unavailable', retry: true })
  })

  it('that is cancelled ends at once, and the service sees it', async () => {
    const begun = Promise.withResolvers<void>()
    const { engine, asked } = await engineOver(card, (_, response) => {
      response.writeHead(200).write('{"event":"accepted"}\n', () => begun.resolve())
    })
    const context = aContext()
    const making = failure(engine, aRequest(), context)
    await begun.promise
    context.cancel()
    expect(await making).toMatchObject({ code: 'cancelled' })
    await asked()[0]?.left
  })

  it('is asked for alone when the batch that was promised is not there', async () => {
    const { engine, asked } = await engineOver(card, plain())
    await engine.makeFrame(aRequest(), aContext())
    expect(asked().map((request) => request.path)).toEqual(['/v1/images/batch', '/v1/images/generations'])
  })
})

/** A whole PNG by its marks, and nothing that decodes between them. */
function spoilt(): Buffer {
  const bytes = aPicture(512, 512)
  bytes.fill(0, 60, bytes.length - 12)
  return bytes
}

type Outcome = { made: { facts: Record<string, unknown> } } | { error: { code: string; retry: boolean } }

async function makeAll(
  engine: FrameEngine,
  requests: FrameRequest[],
  contexts = requests.map(() => aContext()),
) {
  const outcomes: Outcome[] = []
  const orders = requests.map((request, i) => ({
    request,
    context: contexts[i] as TestContext,
    settle: (outcome: unknown) => {
      expect(outcomes[i], 'settled once').toBeUndefined()
      outcomes[i] = outcome as Outcome
    },
  }))
  await engine.batch?.makeFrames(orders)
  return outcomes
}

/** Killed after its first picture. */
const half: ServiceAnswers = ({ body }, response) => {
  const { items, size } = JSON.parse(String(body))
  const item = { event: 'item', item: items[0].id, b64_json: b64(...sizeOf(size)), seed: items[0].seed }
  response.write(`${JSON.stringify(item)}\n`, () => response.destroy())
}

describe('a batch', () => {
  it('is one call for pictures that differ in words and seed, and another for another size', async () => {
    const { engine, asked } = await engineOver(card, full())
    const requests = [aRequest({ seed: 1 }), aRequest({ seed: 2 }), aRequest({ seed: 3, width: 256 })]
    const outcomes = await makeAll(engine, requests)
    expect(outcomes.map((outcome) => 'made' in outcome && outcome.made.facts.seed)).toEqual([1, 2, 3])
    expect(asked().map((request) => bodyOf(request).items.length)).toEqual([2, 1])
  })

  it('asks no more at once than the service takes', async () => {
    const { engine, asked } = await engineOver({ ...card, limits: { ...card?.limits, max_batch: 2 } }, full())
    expect(engine.batch?.most).toBe(2)
    await makeAll(
      engine,
      [1, 2, 3, 4, 5].map((seed) => aRequest({ seed })),
    )
    expect(asked().map((request) => bodyOf(request).items.length)).toEqual([2, 2, 1])
  })

  it('settles each alone: an error of one, a useless one and a good one', async () => {
    const error = { message: 'The GPU ran out of memory.', code: 'gpu_out_of_memory', retryable: true }
    const { engine } = await engineOver(
      card,
      full((event) => {
        if (event.event !== 'item') return event
        if (event.item === '0') return { event: 'item_error', item: '0', error }
        return event.item === '1' ? { ...event, b64_json: b64(8, 8) } : event
      }),
    )
    const [first, second, third] = await makeAll(
      engine,
      [1, 2, 3].map((seed) => aRequest({ seed })),
    )
    expect(first).toMatchObject({
      error: { code: 'engine_failed', retry: true, message: expect.stringContaining('memory') },
    })
    expect(second).toMatchObject({ error: { code: 'engine_failed', retry: true } })
    expect(third).toMatchObject({ made: { facts: { seed: 3 } } })
  })

  it('keeps what came before the service was killed; the rest has failed and may be tried again', async () => {
    const { engine } = await engineOver(card, half)
    const [first, second] = await makeAll(engine, [aRequest({ seed: 1 }), aRequest({ seed: 2 })])
    expect(first).toMatchObject({ made: { facts: { seed: 1 } } })
    expect(second).toMatchObject({ error: { code: 'engine_failed', retry: true } })
  })

  it('asks another address for what the first one left, and for nothing else', async () => {
    const { engine, services } = await engineOver(card, half, full())
    const outcomes = await makeAll(engine, [aRequest({ seed: 1 }), aRequest({ seed: 2 })])
    expect(outcomes.map((outcome) => 'made' in outcome)).toEqual([true, true])
    expect(bodyOf(services[1]?.requests[0]).items).toMatchObject([{ seed: 2 }])
  })

  it('goes on without the picture that is cancelled', async () => {
    const asked = Promise.withResolvers<void>()
    const goOn = Promise.withResolvers<void>()
    const { engine } = await engineOver(card, async (request, response) => {
      asked.resolve()
      await goOn.promise
      await full()(request, response)
    })
    const contexts = [aContext(), aContext()]
    const making = makeAll(engine, [aRequest({ seed: 1 }), aRequest({ seed: 2 })], contexts)
    await asked.promise
    contexts[0]?.cancel()
    goOn.resolve()
    expect(await making).toMatchObject([{ error: { code: 'cancelled' } }, { made: { facts: { seed: 2 } } }])
  })
})

describe('a plain server', () => {
  it('is asked in its own dialect, one picture a call', async () => {
    const { engine, asked } = await engineOver(plainCard, plain())
    expect(engine.batch).toBeUndefined()
    const made = await engine.makeFrame(aRequest({ steps: 4, guidance: 2 }), aContext())
    expect(await sizeOfFile(made.path)).toBe('512x512')
    expect(bodyOf(asked()[0])).toEqual({
      model: 'gpt-image-like',
      prompt: 'paper-cut. a lighthouse',
      n: 1,
      size: '512x512',
      seed: 7,
      response_format: 'b64_json',
    })
  })

  it('that knows only sizes of its own is asked for one of those, and the picture is cut', async () => {
    const { engine, asked } = await engineOver(
      plainCard,
      plain(({ size }) => (size === '1024x1024' ? null : 'size')),
    )
    const made = await engine.makeFrame(aRequest({ width: 640, height: 360 }), aContext())
    expect(await sizeOfFile(made.path)).toBe('640x360')
    expect(asked().map((request) => bodyOf(request).size)).toEqual(['640x360', '1024x1024'])
  })

  it('that refuses a field it does not know is asked without it', async () => {
    const { engine, asked } = await engineOver(
      plainCard,
      plain((body) => ['response_format', 'seed'].find((name) => name in body) ?? null),
    )
    await engine.makeFrame(aRequest(), aContext())
    expect(asked()).toHaveLength(3)
    expect(bodyOf(asked()[2])).not.toHaveProperty('seed')
  })

  it('that refuses the words themselves is not asked again', async () => {
    const { engine, asked } = await engineOver(
      plainCard,
      plain(() => 'prompt'),
    )
    expect(await failure(engine)).toMatchObject({ code: 'engine_failed', retry: false })
    expect(asked()).toHaveLength(1)
  })

  it('that fails inside may be tried again', async () => {
    const { engine } = await engineOver(plainCard, (_, response) => response.writeHead(500).end('oops'))
    expect(await failure(engine)).toMatchObject({ code: 'engine_failed', retry: true })
  })
})
