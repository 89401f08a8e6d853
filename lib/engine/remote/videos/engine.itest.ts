import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { loadImage } from '@napi-rs/canvas'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import models from '@/inference/contract/models.json'
import examples from '@/inference/contract/videos.json'
import type { ClipRequest } from '@/lib/engine/contract'
import { runFfmpeg } from '@/lib/media/ffmpeg'
import { probeMedia } from '@/lib/media/probe'
import { aContext, aPicture, aSource } from '@/tests/kit/remote'
import {
  openService,
  type ServiceAnswers,
  type ServiceRequest,
  sendJson,
  type TestService,
} from '@/tests/kit/service'
import { createVideosEngine } from './engine'
import { formBody } from './form'
import { videoEventSchema, videoSchema } from './schema'

const card = models.videos.data[0]
const plainCard = models.plain.data[0]
const open: TestService[] = []
let clip: Buffer
let frame: string

beforeAll(async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'remote-clips-'))
  frame = path.join(folder, 'frame.png')
  writeFileSync(frame, aPicture(320, 180))
  const file = path.join(folder, 'clip.mp4')
  const source = ['-f', 'lavfi', '-i', 'testsrc=size=128x72:rate=7', '-frames:v', '6']
  await runFfmpeg({
    args: [...source, '-c:v', 'libx264', '-pix_fmt', 'yuv420p', file],
    signal: new AbortController().signal,
  })
  clip = readFileSync(file)
})
beforeEach(() => {
  Object.assign(globalThis, { studioAddresses: undefined })
})
afterEach(async () => {
  for (const service of open.splice(0)) await service.close()
})

async function engineOver(said: unknown, ...answers: ServiceAnswers[]) {
  const services = await Promise.all(answers.map((answer) => openService(answer)))
  open.push(...services)
  const engine = createVideosEngine(
    aSource(
      'videos',
      said,
      services.map(({ url }) => url),
      'key',
    ),
  )
  const asked = () =>
    services.flatMap(({ requests }) => requests.map(({ method, path }) => `${method} ${path}`))
  return { engine, services, asked }
}

const aRequest = (changes: Partial<ClipRequest> = {}): ClipRequest => ({
  frame: { path: frame, painted: null },
  camera: 'push-in',
  width: 1280,
  height: 720,
  frames: 99,
  fps: null,
  seed: 11,
  ...changes,
})

async function fieldsOf(request: ServiceRequest | undefined) {
  const headers = { 'content-type': String(request?.headers['content-type']) }
  const form = await new Response(new Uint8Array(request?.body ?? []), { headers }).formData()
  const { input_reference: file, ...fields } = Object.fromEntries(form) as Record<string, unknown>
  return { fields, file: Buffer.from(await (file as File).arrayBuffer()) }
}

const ID = 'video_1'
const video = (status: string, rest: object = {}) => ({
  id: ID,
  object: 'video',
  status,
  model: card?.id,
  ...rest,
})
type Paths = Record<string, ServiceAnswers>

/** By method and path; anything else is not found. */
const serving =
  (paths: Paths): ServiceAnswers =>
  (request, response) => {
    const answers = paths[`${request.method} ${request.path}`]
    return answers ? answers(request, response) : sendJson(response, { detail: 'Not Found' }, 404)
  }
const json = (...bodies: object[]): ServiceAnswers => {
  let i = 0
  return (_, response) => sendJson(response, bodies[Math.min(i++, bodies.length - 1)])
}
const lines =
  (...events: object[]): ServiceAnswers =>
  (_, response) =>
    response.end(events.map((event) => `${JSON.stringify(event)}\n`).join(''))

const CREATE = 'POST /v1/videos'
const SHOW = `GET /v1/videos/${ID}`
const EVENTS = `GET /v1/videos/${ID}/events`
const CONTENT = `GET /v1/videos/${ID}/content`
const DROP = `DELETE /v1/videos/${ID}`

const full = (changes: Paths = {}): ServiceAnswers =>
  serving({
    [CREATE]: json(video('queued')),
    [EVENTS]: lines(
      { event: 'started' },
      { event: 'ping' },
      { event: 'progress', progress: 48 },
      { event: 'completed' },
    ),
    [SHOW]: json(video('completed', { seed: 11, steps: 25 })),
    [CONTENT]: (_, response) => response.end(clip),
    [DROP]: json(examples.deleted),
    ...changes,
  })
/** No events, no extras: what is to be known is asked after. */
const plain = (changes: Paths = {}): ServiceAnswers =>
  serving({
    [CREATE]: json({ id: ID, status: 'queued' }),
    [SHOW]: json({ id: ID, status: 'in_progress', progress: 30 }, { id: ID, status: 'completed' }),
    [CONTENT]: (_, response) => response.end(clip),
    ...changes,
  })

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
