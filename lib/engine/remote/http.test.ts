import { afterEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import errors from '@/inference/contract/errors.json'
import { openService, type ServiceAnswers, sendJson, type TestService } from '@/tests/kit/service'
import { callService, type ServiceCall } from './http'
import { readLines } from './ndjson'

let service: TestService | undefined
afterEach(async () => {
  await service?.close()
  service = undefined
})

const KEY = 'sk-very-secret'

async function call(answers: ServiceAnswers, changes: Partial<ServiceCall> = {}) {
  service = await openService(answers)
  const wanted = { path: '/v1/x', deadlineMs: 60_000, signal: AbortSignal.timeout(15_000), ...changes }
  return callService({ url: service.url, key: KEY }, wanted)
}

describe('a call', () => {
  it('carries key, idempotency key, deadline and a request id', async () => {
    const answer = await call((_, response) => sendJson(response, { ok: 1 }), {
      json: { a: 'ü' },
      idempotencyKey: 'same',
    })
    expect(await answer.json(z.object({ ok: z.number() }))).toEqual({ ok: 1 })
    const [request] = service?.requests ?? []
    expect(request).toMatchObject({ method: 'POST', path: '/v1/x', body: Buffer.from('{"a":"ü"}') })
    expect(request?.headers).toMatchObject({
      authorization: `Bearer ${KEY}`,
      'idempotency-key': 'same',
      'x-deadline-ms': '60000',
      'content-type': 'application/json',
    })
    expect(request?.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/)
  })

  it.each([
    ['invalid', 'engine_failed', false],
    ['unauthorized', 'engine_unavailable', true],
    ['not_found', 'engine_failed', false],
    ['too_large', 'engine_failed', false],
    ['unprocessable', 'engine_failed', false],
    ['queue_full', 'engine_unavailable', true],
    ['loading', 'engine_unavailable', true],
    ['model_not_found', 'engine_unavailable', true],
    ['gpu_out_of_memory', 'engine_failed', true],
    ['inference_failed', 'engine_failed', true],
    ['deadline', 'engine_failed', true],
  ] as const)(
    'that is answered with %s throws %s, retry %s, with the service’s own words',
    async (name, code, retry) => {
      const { status, body } = errors[name]
      const thrown = await call((_, response) => sendJson(response, body, status)).catch((error) => error)
      expect(thrown).toMatchObject({ code, retry })
      expect(thrown.userMessage).toContain(body.error.message)
    },
  )

  it('never repeats its key, though the service does', async () => {
    const body = { error: { message: `Incorrect API key provided: ${KEY}.` } }
    const thrown = await call((_, response) => sendJson(response, body, 401)).catch((error) => error)
    expect(thrown.userMessage).toContain('Incorrect API key')
    expect(JSON.stringify({ ...thrown, message: thrown.message, stack: thrown.stack })).not.toContain(KEY)
  })

  it('to a closed port is an engine that is away', async () => {
    const { url, close } = await openService(() => undefined)
    await close()
    const signal = AbortSignal.timeout(5_000)
    await expect(
      callService({ url, key: null }, { path: '/', deadlineMs: 9_000, signal }),
    ).rejects.toMatchObject({
      code: 'engine_unavailable',
      retry: true,
    })
  })

  it('that is hung up on in the middle of the work is a failure', async () => {
    const broken = call(({ path }, response) => path && response.destroy())
    await expect(broken).rejects.toMatchObject({ code: 'engine_failed', retry: true })
  })

  it('whose answer is cut short is a failure, not a shorter answer', async () => {
    const answer = await call((_, response) => {
      response.writeHead(200, { 'content-length': '1000' })
      response.write('{}', () => response.destroy())
    })
    await expect(answer.bytes()).rejects.toMatchObject({ code: 'engine_failed', retry: true })
  })

  it('whose answer stalls, outlasts its deadline or weighs too much is a failure', async () => {
    const stalls: ServiceAnswers = (_, response) => response.writeHead(200).write('x')
    const silent = await call(stalls, { silenceMs: 50 })
    await expect(silent.bytes()).rejects.toMatchObject({
      code: 'engine_failed',
      message: expect.stringContaining('silent'),
    })
    await service?.close()
    const late = call(() => undefined, { deadlineMs: 60 })
    await expect(late).rejects.toMatchObject({
      code: 'engine_failed',
      message: expect.stringContaining('finish'),
    })
    await service?.close()
    const large = await call((_, response) => response.end(Buffer.alloc(5_000)), { mostBytes: 1_000 })
    await expect(large.bytes()).rejects.toMatchObject({ code: 'engine_failed' })
  })

  it('that is aborted ends at once, and the service sees its caller leave', async () => {
    const controller = new AbortController()
    const begun = Promise.withResolvers<void>()
    const waiting = call(() => begun.resolve(), { signal: controller.signal })
    await begun.promise
    controller.abort()
    await expect(waiting).rejects.toMatchObject({ code: 'cancelled' })
    await service?.requests[0]?.left
  })

  it('follows no redirect', async () => {
    const moved = call((_, response) => response.writeHead(302, { location: 'http://169.254.1.1/' }).end())
    await expect(moved).rejects.toMatchObject({ code: 'engine_unavailable' })
  })
})

describe('a stream of lines', () => {
  const read = async (answers: ServiceAnswers, silenceMs?: number) => {
    const values: unknown[] = []
    const answer = await call(answers)
    const error = await (async () => {
      for await (const value of readLines(answer, silenceMs)) values.push(value)
    })().catch((thrown) => thrown)
    return { values, error }
  }

  it('is read value by value, wherever the pieces break', async () => {
    const bytes = Buffer.from('{"a":"é"}\r\n\n{"b":2}\n{"c":3}')
    const { values, error } = await read(async (_, response) => {
      for (const byte of bytes) await new Promise((resolve) => response.write(Buffer.of(byte), resolve))
      response.end()
    })
    expect(error).toBeUndefined()
    expect(values).toEqual([{ a: 'é' }, { b: 2 }, { c: 3 }])
  })

  it('that drips without ever ending a line is silent', async () => {
    const { values, error } = await read((_, response) => {
      response.write('{"a":1}\n{')
      const drip = setInterval(() => response.write(' '), 10)
      response.once('close', () => clearInterval(drip))
    }, 100)
    expect(values).toEqual([{ a: 1 }])
    expect(error).toMatchObject({ code: 'engine_failed', retry: true })
  })

  it('keeps what came before it broke', async () => {
    const { values, error } = await read((_, response) => {
      response.write('{"a":1}\n{"b":', () => response.destroy())
    })
    expect(values).toEqual([{ a: 1 }])
    expect(error).toMatchObject({ code: 'engine_failed', retry: true })
  })
})
