import { loadImage } from '@napi-rs/canvas'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import examples from '@/inference/contract/videos.json'
import { probeMedia } from '@/lib/media/probe'
import { aContext } from '@/tests/kit/remote'
import { sendJson } from '@/tests/kit/service'
import {
  aRequest,
  CONTENT,
  CREATE,
  card,
  clip,
  closeServices,
  DROP,
  EVENTS,
  engineOver,
  fieldsOf,
  forgetAddresses,
  full,
  ID,
  json,
  makeMedia,
  plain,
  plainCard,
  SHOW,
  serving,
  video,
} from '@/tests/kit/videos'
import { formBody } from './form'
import { videoEventSchema, videoSchema } from './schema'

beforeAll(makeMedia)
beforeEach(forgetAddresses)
afterEach(closeServices)

describe('the contract’s examples', () => {
  it('are read by the schemas in use', () => {
    const { queued, in_progress, completed, failed, events } = examples
    for (const said of [queued, in_progress, completed, failed])
      expect(videoSchema.parse(said)).toMatchObject({ id: said.id })
    for (const event of events) expect(videoEventSchema.parse(event).event).toBe(event.event)
  })

  it('are what is asked: the same fields, the same file', async () => {
    const { engine, services } = await engineOver(card, full())
    await engine.makeClip(aRequest({ fps: 8 }), aContext())
    const { fields, file } = await fieldsOf(services[0]?.requests[0])
    const { extra_params: _, num_inference_steps: __, ...example } = examples.create_fields
    expect(fields).toEqual({ ...example, fps: '8' })
    const { width, height } = await loadImage(file)
    expect([width, height]).toEqual([1024, 576])
  })
})

describe('a clip of a service of ours', () => {
  it('is made as a job, followed by its events, and kept', async () => {
    const { engine, asked } = await engineOver(card, full())
    const context = aContext()
    const made = await engine.makeClip(aRequest(), context)
    expect(asked()).toEqual([CREATE, EVENTS, SHOW, CONTENT])
    expect(context.told).toContainEqual({ ratio: 0.48 * 0.95 })
    expect(made.facts).toMatchObject({ model: card?.id, seed: 11, steps: 25 })
    expect((await probeMedia(made.path, { countFrames: true })).video?.frames).toBe(6)
  })

  it('is found again by a runner that takes over, not made twice', async () => {
    const keys: unknown[] = []
    const { engine } = await engineOver(
      card,
      full({
        [CREATE]: ({ headers }, response) => {
          keys.push(headers['idempotency-key'])
          sendJson(response, video('queued'))
        },
      }),
    )
    await engine.makeClip(aRequest(), aContext())
    await engine.makeClip(aRequest(), aContext())
    expect(new Set(keys).size).toBe(1)
    await engine.makeClip(aRequest({ seed: 12 }), aContext())
    expect(new Set(keys).size).toBe(2)
  })

  it('that came to nothing before is made anew under another key', async () => {
    const keys: unknown[] = []
    let isForgotten = true
    const { engine, asked } = await engineOver(
      card,
      full({
        [CREATE]: ({ headers }, response) => {
          keys.push(headers['idempotency-key'])
          sendJson(response, video('queued'), 200, { 'idempotent-replayed': String(keys.length === 1) })
          if (keys.length === 2) isForgotten = false
        },
        [SHOW]: (_, response) =>
          isForgotten ? sendJson(response, {}, 404) : sendJson(response, video('completed')),
      }),
    )
    await engine.makeClip(aRequest(), aContext())
    expect(new Set(keys).size).toBe(2)
    expect(asked()).toEqual([CREATE, SHOW, CREATE, EVENTS, SHOW, CONTENT])
  })

  it('that is cancelled ends at once, and its job is taken back', async () => {
    const following = Promise.withResolvers<void>()
    const { engine, asked } = await engineOver(
      card,
      full({
        [EVENTS]: (_, response) =>
          response.writeHead(200).write('{"event":"started"}\n', () => following.resolve()),
      }),
    )
    const context = aContext()
    const making = engine.makeClip(aRequest(), context)
    await following.promise
    context.cancel()
    await expect(making).rejects.toMatchObject({ code: 'cancelled' })
    expect(asked()).toContain(DROP)
  })

  it('that is cancelled before its id is known is taken back when it is', async () => {
    const [asking, goOn, dropped] = [1, 2, 3].map(() => Promise.withResolvers<void>()) as [
      PromiseWithResolvers<void>,
      PromiseWithResolvers<void>,
      PromiseWithResolvers<void>,
    ]
    const { engine } = await engineOver(
      card,
      full({
        [CREATE]: async (_, response) => {
          asking.resolve()
          await goOn.promise
          sendJson(response, video('queued'))
        },
        [DROP]: (_, response) => {
          sendJson(response, examples.deleted)
          dropped.resolve()
        },
      }),
    )
    const context = aContext()
    const making = engine.makeClip(aRequest(), context)
    await asking.promise
    context.cancel()
    await expect(making).rejects.toMatchObject({ code: 'cancelled' })
    goOn.resolve()
    await dropped.promise
  })

  it.each([
    ['truncated', () => clip.subarray(0, 900)],
    ['no film at all', () => Buffer.from('<html>')],
    ['empty', () => Buffer.alloc(0)],
  ])('that is %s is an error by name, and not found again by the next attempt', async (_, content) => {
    const { engine, asked } = await engineOver(
      card,
      full({ [CONTENT]: (_request, response) => response.end(content()) }),
    )
    await expect(engine.makeClip(aRequest(), aContext())).rejects.toMatchObject({
      code: 'engine_failed',
      retry: true,
    })
    expect(asked().at(-1)).toBe(DROP)
  })

  it('that the model failed at says why', async () => {
    const { engine } = await engineOver(
      card,
      full({ [SHOW]: json(video('failed', { error: examples.failed.error })) }),
    )
    await expect(engine.makeClip(aRequest(), aContext())).rejects.toMatchObject({
      code: 'engine_failed',
      retry: true,
      message: expect.stringContaining('The GPU ran out of memory.'),
    })
  })

  it('outlives a stream of events that breaks', async () => {
    const { engine, asked } = await engineOver(
      card,
      full({
        [EVENTS]: (_, response) =>
          response.writeHead(200).write('{"event":"started"}\n', () => response.destroy()),
        [SHOW]: json(video('in_progress'), video('completed')),
      }),
    )
    await engine.makeClip(aRequest(), aContext())
    expect(asked()).toEqual([CREATE, EVENTS, SHOW, SHOW, CONTENT])
  })

  it('is left in the making when its service is out of reach for a while', async () => {
    const { engine, asked } = await engineOver(
      card,
      full({ [SHOW]: (_, response) => response.writeHead(503).end() }),
    )
    await expect(engine.makeClip(aRequest(), aContext())).rejects.toMatchObject({
      code: 'engine_unavailable',
      retry: true,
    })
    expect(asked()).not.toContain(DROP)
  })

  it('is made elsewhere when one address refuses to work', async () => {
    const { engine, services } = await engineOver(
      card,
      (_, response) => response.writeHead(500).end(),
      full(),
    )
    await engine.makeClip(aRequest(), aContext())
    expect(services.map(({ requests }) => requests.length)).toEqual([1, 4])
  })
})

describe('a plain server', () => {
  it('is told what moves, and asked after until it is done', async () => {
    const { engine, services, asked } = await engineOver(plainCard, plain())
    await engine.makeClip(aRequest(), aContext())
    const { fields } = await fieldsOf(services[0]?.requests[0])
    expect(fields).toEqual({
      model: 'gpt-image-like',
      prompt: 'The camera pushes in slowly.',
      size: '1280x720',
      seed: '11',
    })
    expect(asked()).toEqual([CREATE, EVENTS, SHOW, SHOW, CONTENT])
  })

  it('that does not know a field is asked without it', async () => {
    const { engine, services } = await engineOver(
      plainCard,
      plain({
        [CREATE]: async (request, response) => {
          const { fields } = await fieldsOf(request)
          const param = ['seed', 'size'].find((name) => name in fields)
          sendJson(
            response,
            param ? { error: { message: 'Unknown.', param } } : { id: ID, status: 'queued' },
            param ? 400 : 200,
          )
        },
      }),
    )
    await engine.makeClip(aRequest(), aContext())
    const { fields } = await fieldsOf(services[0]?.requests[2])
    expect(Object.keys(fields)).toEqual(['model', 'prompt'])
  })

  it('without jobs makes it in one call', async () => {
    const { engine, asked } = await engineOver(
      plainCard,
      serving({ 'POST /v1/videos/sync': (_, response) => response.end(clip) }),
    )
    await engine.makeClip(aRequest(), aContext())
    expect(asked()).toEqual([CREATE, 'POST /v1/videos/sync'])
  })
})

describe('a form', () => {
  it('is the same bytes for the same contents', () => {
    const file = { name: 'f', fileName: 'f.png', type: 'image/png', bytes: Buffer.from('x') }
    expect(formBody({ a: '1' }, file)).toEqual(formBody({ a: '1' }, file))
    expect(formBody({ a: '1' }, file)).not.toEqual(formBody({ a: '2' }, file))
  })
})
