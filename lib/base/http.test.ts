import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { StudioError } from './errors'
import { answer, idOf, loggedPath, routes } from './http'
import { BODY_LIMIT_BYTES } from './http-body'

const storySchema = z.object({
  story: z.string().min(1),
  scenes: z.object({ count: z.int().max(200) }).optional(),
})
const handlers = routes<{ id: string }>({
  GET: async (call) =>
    answer(200, {
      id: call.params.id,
      ...call.query(z.object({ wait: z.coerce.number().max(9).optional() })),
    }),
  POST: async (call) => answer(201, await call.json(storySchema)),
  DELETE: async () => {
    throw new Error('password=hunter2 at /home/someone')
  },
  PATCH: async () => {
    throw new StudioError('queue_full', 'The queue is full.')
  },
})
const context = { params: Promise.resolve({ id: 'x' }) }
const call = (method: keyof typeof handlers, init: RequestInit = {}, path = '/') =>
  handlers[method](new Request(`http://localhost${path}`, { method, ...init }), context)
const post = (body: BodyInit, type = 'application/json') =>
  call('POST', { body, headers: { 'content-type': type }, duplex: 'half' } as RequestInit)

describe('a route', () => {
  it('answers with parsed input', async () => {
    const response = await post('{"story":"Once","unknown":1}')
    expect(response.status).toBe(201)
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8')
    expect(await response.json()).toEqual({ story: 'Once' })
    expect(await (await call('GET', {}, '/?wait=3')).json()).toEqual({ id: 'x', wait: 3 })
  })

  it('names every wrong field and what was expected', async () => {
    const response = await post('{"story":"","scenes":{"count":201}}')
    expect(response.status).toBe(400)
    const { error } = await response.json()
    expect(error.code).toBe('invalid_input')
    expect(error.details.map((d: { field: string }) => d.field)).toEqual(['story', 'scenes.count'])
    expect(error.details[1].expected).toContain('200')
  })

  it.each([
    ['{"story":', 'application/json', 'body'],
    ['{"story":"x"}', 'text/plain', 'Content-Type'],
    ['story=x', 'application/x-www-form-urlencoded', 'Content-Type'],
    ['[1]', 'application/json', 'body'],
    ['null', 'application/json', 'body'],
    ['', 'application/json', 'story'],
    [`{"a":${'['.repeat(5000)}${']'.repeat(5000)}}`, 'application/json', 'body'],
    [Buffer.from([0x22, 0xff, 0x22]), 'application/json', 'body'],
  ])('answers 400 to the body %.20s as %s', async (body, type, field) => {
    const response = await post(body, type)
    expect(response.status).toBe(400)
    expect((await response.json()).error.details[0].field).toBe(field)
  })

  it('mends broken text instead of storing it', async () => {
    const response = await post('{"story":"a\\ud83db\\u0000c\\nd"}')
    expect(await response.json()).toEqual({ story: 'a\ufffdbc\nd' })
  })

  it('stops reading a body that is too large, whatever its header claims', async () => {
    let sent = 0
    const endless = new ReadableStream({
      pull(controller) {
        sent += 1 << 20
        controller.enqueue(new Uint8Array(1 << 20).fill(32))
      },
    })
    expect((await post(endless)).status).toBe(413)
    expect(sent).toBeLessThan(BODY_LIMIT_BYTES + (4 << 20))
  })

  it('leaks nothing of an unknown error but a request id', async () => {
    const response = await call('DELETE', { headers: { 'x-request-id': 'from-the-caller' } })
    expect(response.status).toBe(500)
    const text = await response.text()
    expect(text).not.toMatch(/hunter2|someone/)
    expect(JSON.parse(text).error.details).toEqual({ request_id: 'from-the-caller' })
    expect(response.headers.get('x-request-id')).toBe('from-the-caller')
  })

  it('says when to come again when the queue is full', async () => {
    const response = await call('PATCH')
    expect(response.status).toBe(429)
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0)
  })

  it('answers 405 in JSON to a method it does not have, and names those it has', async () => {
    const response = await call('PUT')
    expect(response.status).toBe(405)
    expect(response.headers.get('allow')).toBe('GET, HEAD, POST, PATCH, DELETE')
    expect((await response.json()).error.message).toContain('PUT')
  })
})

it('a path in the log tells no token', () => {
  expect(loggedPath('/s/abc-DEF_1/film.mp4')).toBe('/s/…/film.mp4')
  expect(loggedPath('/s/abc')).toBe('/s/…')
  expect(loggedPath('/api/shares/1')).toBe('/api/shares/1')
})

describe('an id in a path', () => {
  it('that cannot be one names nothing', () => {
    expect(() => idOf("1' or '1'='1", 'task')).toThrow(expect.objectContaining({ code: 'not_found' }))
    expect(idOf('0C7B2D9E-1111-4222-8333-444455556666', 'task')).toBe('0c7b2d9e-1111-4222-8333-444455556666')
  })
})
