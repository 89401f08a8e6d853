/**
 * One call to a service. Node's own client rather than `fetch`: it tells a connection that never stood from one that
 * broke, and a model may think for longer than the five minutes after which `fetch` gives up.
 */
import { randomUUID } from 'node:crypto'
import http, { type IncomingHttpHeaders, type IncomingMessage } from 'node:http'
import https from 'node:https'
import type { z } from 'zod'
import { StudioError } from '@/lib/base/errors'
import { errorOf } from './envelope'
import { failed, networkFailure, unreachable } from './failure'
import { BODY_MS, CONNECT_MS, SILENCE_MS } from './patience'

export interface Address {
  url: string
  key: string | null
}

export interface ServiceCall {
  method?: 'GET' | 'POST' | 'DELETE'
  /** Begins with `/`. */
  path: string
  json?: unknown
  /** Instead of `json`. */
  body?: { type: string; bytes: Uint8Array }
  /** The same for every try at the same work: a service that has done it answers again without doing it again. */
  idempotencyKey?: string
  /** The whole call; the service is told, and gives up too. */
  deadlineMs: number
  /** What the service is told instead, when the work outlasts the call. */
  workMs?: number
  /** The longest pause inside the answer. */
  silenceMs?: number
  /** What the answer may weigh. */
  mostBytes?: number
  signal: AbortSignal
}

export interface ServiceAnswer {
  host: string
  status: number
  headers: IncomingHttpHeaders
  /** Read once, by one of these. They throw `engine_failed` (retry) when the answer breaks off, stalls or is too large. */
  chunks(): AsyncGenerator<Buffer>
  bytes(): Promise<Buffer>
  json<T>(schema: z.ZodType<T>): Promise<T>
}

const MOST_BYTES = 64 * 1024 * 1024
const MOST_ERROR_BYTES = 64 * 1024

// A service may close a kept connection in the very moment it is used again; one more handshake is cheap beside a picture.
const agents = { http: new http.Agent({ keepAlive: false }), https: new https.Agent({ keepAlive: false }) }

/** Throws `engine_unavailable` (retry) when the service is away or does not serve, else `engine_failed`; `cancelled` on abort. */
export async function callService(address: Address, call: ServiceCall): Promise<ServiceAnswer> {
  const answer = await askService(address, call)
  const { status } = answer
  if (status >= 200 && status < 300) return answer
  const body = await answer.bytes().catch(() => Buffer.alloc(0))
  throw errorOf(answer.host, status, body.subarray(0, MOST_ERROR_BYTES).toString('utf8'), address.key)
}

/** As `callService`, but every status is an answer. */
export function askService(address: Address, call: ServiceCall): Promise<ServiceAnswer> {
  const url = new URL(`${address.url.replace(/\/+$/, '')}${call.path}`)
  const { host } = url
  const isSecure = url.protocol === 'https:'
  const payload = call.body ?? jsonBody(call.json)
  const { promise, resolve, reject } = Promise.withResolvers<ServiceAnswer>()
  let isConnected = false
  /** Why it was ended from here; what the socket then says of it matters to nobody. */
  let reason: StudioError | undefined

  const request = (isSecure ? https : http).request(url, {
    method: call.method ?? (payload ? 'POST' : 'GET'),
    agent: isSecure ? agents.https : agents.http,
    headers: headersOf(address, call, payload),
  })
  const stop = (why: StudioError) => {
    reason ??= why
    request.destroy()
    reject(reason)
  }
  const cancel = () => stop(new StudioError('cancelled', `the call to ${host} was cancelled`))
  const late = failed(host, `did not finish within ${Math.round(call.deadlineMs / 1000)} s`)
  const deadline = setTimeout(() => stop(late), call.deadlineMs)
  const connecting = setTimeout(() => stop(unreachable(host, 'does not answer')), CONNECT_MS)
  const release = () => {
    clearTimeout(deadline)
    clearTimeout(connecting)
    call.signal.removeEventListener('abort', cancel)
  }
  request.on('socket', (socket) =>
    socket.once(isSecure ? 'secureConnect' : 'connect', () => {
      isConnected = true
      clearTimeout(connecting)
    }),
  )
  request.on('error', (error) => {
    release()
    reject(reason ?? networkFailure(host, error, isConnected))
  })
  request.on('response', (response) => {
    // Its errors are told to whoever reads it; nobody may read it yet.
    response.on('error', () => undefined)
    resolve(readerOf(host, response, call, { stop, release, why: () => reason }))
  })
  call.signal.addEventListener('abort', cancel)
  if (call.signal.aborted) cancel()
  else request.end(payload?.bytes)
  return promise.catch((error) => {
    release()
    throw error
  })
}

interface Ends {
  stop(why: StudioError): void
  release(): void
  why(): StudioError | undefined
}

function readerOf(host: string, response: IncomingMessage, call: ServiceCall, ends: Ends): ServiceAnswer {
  const most = call.mostBytes ?? MOST_BYTES
  const silenceMs = call.silenceMs ?? SILENCE_MS
  async function* chunks(): AsyncGenerator<Buffer> {
    const reading = response[Symbol.asyncIterator]()
    let bytes = 0
    try {
      for (;;) {
        const timer = setTimeout(
          () => ends.stop(failed(host, 'fell silent in the middle of its answer')),
          silenceMs,
        )
        const next = await reading.next().finally(() => clearTimeout(timer))
        if (next.done) break
        const chunk = next.value as Buffer
        bytes += chunk.length
        if (bytes > most) throw failed(host, `answered with more than ${Math.round(most / 1024 / 1024)} MB`)
        yield chunk
      }
    } catch (error) {
      const known = error instanceof StudioError ? error : failed(host, 'broke off its answer', error)
      throw ends.why() ?? known
    } finally {
      ends.release()
      response.destroy()
    }
  }
  const bytes = async (): Promise<Buffer> => {
    const timer = setTimeout(() => ends.stop(failed(host, 'did not finish its answer in time')), BODY_MS)
    try {
      const parts: Buffer[] = []
      for await (const chunk of chunks()) parts.push(chunk)
      return Buffer.concat(parts)
    } finally {
      clearTimeout(timer)
    }
  }
  return {
    host,
    status: response.statusCode ?? 0,
    headers: response.headers,
    chunks,
    bytes,
    async json(schema) {
      const text = (await bytes()).toString('utf8')
      try {
        return schema.parse(JSON.parse(text))
      } catch (error) {
        throw failed(host, 'answered with something else than was asked for', error)
      }
    },
  }
}

function jsonBody(value: unknown): ServiceCall['body'] {
  if (value === undefined) return undefined
  return { type: 'application/json', bytes: Buffer.from(JSON.stringify(value)) }
}

function headersOf(
  address: Address,
  call: ServiceCall,
  payload: ServiceCall['body'],
): Record<string, string> {
  return {
    accept: '*/*',
    'x-request-id': randomUUID(),
    'x-deadline-ms': String(Math.round(call.workMs ?? call.deadlineMs)),
    ...(address.key ? { authorization: `Bearer ${address.key}` } : {}),
    ...(call.idempotencyKey ? { 'idempotency-key': call.idempotencyKey } : {}),
    ...(payload ? { 'content-type': payload.type, 'content-length': String(payload.bytes.length) } : {}),
  }
}
