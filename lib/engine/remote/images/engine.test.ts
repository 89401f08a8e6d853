import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import batchExample from '@/inference/contract/images-batch.json'
import generationExample from '@/inference/contract/images-generations.json'
import {
  aRequest,
  b64,
  bodyOf,
  card,
  closeServices,
  engineOver,
  failure,
  forgetAddresses,
  full,
  plain,
  plainCard,
  sizeOfFile,
} from '@/tests/kit/images'
import { aContext, aPicture } from '@/tests/kit/remote'
import { type ServiceAnswers, sendJson } from '@/tests/kit/service'
import { batchEventSchema, generationSchema } from './schema'

beforeEach(forgetAddresses)
afterEach(closeServices)

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
