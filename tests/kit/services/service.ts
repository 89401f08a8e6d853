/**
 * A service of the tests' own behind the true contract (`inference/contract`): real HTTP on a port of its own, and
 * knobs for everything that goes wrong with real ones. A killed service comes back on the same port.
 */
import http, { type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { aCard, type Card, pause } from './card'

/** What the next main calls do instead of their work. Each is used up once. */
export type Fault =
  /** An error in the contract's envelope. */
  | { kind: 'status'; status: number; code?: string; retryable?: boolean; retryAfter?: number }
  /** The process dies in the middle of its answer; `comeBack` starts it again. */
  | { kind: 'die' }
  /** The connection breaks in the middle of the answer. */
  | { kind: 'cut' }
  /** Bytes that end too early, under a header that says they are all. */
  | { kind: 'truncated' }
  /** The right kind of file, of another size than was asked for. */
  | { kind: 'wrong-size' }
  /** A recording in which nothing is heard. */
  | { kind: 'silence' }
  /** A whole answer in small pieces, `everyMs` apart. */
  | { kind: 'drip'; everyMs: number; pieces?: number }
  /** No byte at all until the caller hangs up. */
  | { kind: 'hang' }
  /** Text of a language model as it is given. */
  | { kind: 'says'; text: string; reason?: string }

export interface ServiceOptions {
  /** Only what OpenAI's API has: no /readyz, no batch, no events, no facts in /v1/models. */
  plain?: boolean
  key?: string
  card?: Card
  model?: string
  revision?: string
  /** Milliseconds one item takes on the card. */
  paceMs?: number
  /** Pieces of work that may wait; more are answered with 429. */
  queueMax?: number
}

export interface Call {
  method: string
  path: string
  headers: http.IncomingHttpHeaders
  body: Buffer
  json: unknown
}

export interface Answering {
  call: Call
  response: ServerResponse
  /** Ends with the connection. */
  signal: AbortSignal
  fault: Fault | undefined
  /** What always goes wrong with work of this seed. */
  spoilt(seed: number | undefined): Fault | undefined
  /** The whole service goes, like by kill -9. */
  die(): Promise<void>
}

export type Route = (answering: Answering) => Promise<void> | void

export interface TestService {
  url: string
  card: Card
  calls: Call[]
  /** Calls of one path. */
  callsTo(path: string): Call[]
  /** Faults for the next main calls, in order. */
  fail(...faults: Fault[]): void
  /** What goes wrong every time, by the seed of the work; a call's own fault comes first. */
  spoil(by: (seed: number | undefined) => Fault | undefined): void
  /** Faults that have not happened yet. */
  faultsLeft(): number
  /** What `/readyz` says; main calls answer 503 while it is not `ready`. */
  become(state: 'ready' | 'loading' | 'model_missing'): void
  /** Breaks every connection and leaves the port, like kill -9. */
  kill(): Promise<void>
  comeBack(): Promise<void>
  close(): Promise<void>
}

export interface Served {
  /** `METHOD /path`; a `*` stands for one part of the path. */
  routes: Record<string, Route>
  /** Routes that do the service's work: faults happen here. */
  main: readonly string[]
  models: unknown
  /** The seed of a main call; undefined when it has none or several. */
  seedOf?(call: Call): Promise<number | undefined> | number | undefined
  /** What a killed process takes with it. */
  forget?(): void
}

export async function serve(options: ServiceOptions, served: (card: Card) => Served): Promise<TestService> {
  const card = options.card ?? aCard()
  const calls: Call[] = []
  const faults: Fault[] = []
  let spoilt: (seed: number | undefined) => Fault | undefined = () => undefined
  let state: 'ready' | 'loading' | 'model_missing' = 'ready'
  let server: http.Server | undefined
  let port = 0

  const { routes, main, models, seedOf, forget } = served(card)

  const kill = async () => {
    const dying = server
    server = undefined
    if (!dying) return
    forget?.()
    const closed = new Promise((resolve) => dying.close(resolve))
    dying.closeAllConnections()
    await closed
  }
  const queue = () => ({ waiting: card.waiting(), running: 0, max: options.queueMax ?? 32 })
  const common: Record<string, Route> = {
    'GET /v1/models': ({ response }) => json(response, 200, models),
    ...(options.plain
      ? {}
      : {
          'GET /healthz': ({ response }) => json(response, 200, { status: 'ok' }),
          'GET /readyz': ({ response }) =>
            json(response, state === 'ready' ? 200 : 503, {
              status: state,
              ...(state === 'ready' ? {} : { reason: REASONS[state] }),
              queue: queue(),
            }),
        }),
  }

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const gone = new AbortController()
    response.on('close', () => gone.abort())
    const call = await callOf(request)
    calls.push(call)
    if (options.key && request.headers.authorization !== `Bearer ${options.key}`) {
      return fail(response, 401, 'unauthorized', 'A key is needed.')
    }
    const [name, route] = find({ ...common, ...routes }, call)
    if (!route) return fail(response, 404, 'not_found', 'There is no such thing.')
    const isMain = main.includes(name)
    if (isMain && state !== 'ready') {
      const code = state === 'loading' ? 'loading' : 'model_not_found'
      return fail(response, 503, code, REASONS[state], state === 'loading')
    }
    if (isMain && card.waiting() >= (options.queueMax ?? 32)) {
      response.setHeader('Retry-After', '1')
      return fail(response, 429, 'queue_full', 'Too many requests wait already.', true)
    }
    const fault = isMain ? (faults.shift() ?? spoilt(await seedOf?.(call))) : undefined
    if (fault?.kind === 'hang') return
    if (fault?.kind === 'status') {
      if (fault.retryAfter) response.setHeader('Retry-After', String(fault.retryAfter))
      const { status, code = 'inference_failed', retryable = false } = fault
      return fail(response, status, code, FAILED, retryable)
    }
    await route({ call, response, signal: gone.signal, fault, spoilt, die: kill })
  }

  const start = async () => {
    const next = http.createServer((request, response) => {
      answer(request, response).catch(() => response.destroy())
    })
    await new Promise<void>((resolve, reject) => {
      next.once('error', reject)
      next.listen(port, '127.0.0.1', resolve)
    })
    server = next
    port = (next.address() as AddressInfo).port
  }
  await start()
  return {
    url: `http://127.0.0.1:${port}`,
    card,
    calls,
    callsTo: (path) => calls.filter((call) => call.path === path),
    fail: (...more) => faults.push(...more),
    spoil(by) {
      spoilt = by
    },
    faultsLeft: () => faults.length,
    become(next) {
      state = next
    },
    kill,
    comeBack: start,
    close: kill,
  }
}

export const FAILED = 'The model failed. The log has more under this request id.'

const REASONS = {
  ready: '',
  loading: 'The model is being loaded.',
  model_missing: 'The model is not in MODEL_DIR. Run scripts/fetch-models.',
}

async function callOf(request: IncomingMessage): Promise<Call> {
  const pieces: Buffer[] = []
  for await (const piece of request) pieces.push(piece as Buffer)
  const body = Buffer.concat(pieces)
  const isJson = request.headers['content-type']?.includes('json') && body.length > 0
  return {
    method: request.method ?? '',
    path: new URL(request.url ?? '/', 'http://service').pathname,
    headers: request.headers,
    body,
    json: isJson ? JSON.parse(body.toString()) : null,
  }
}

function find(routes: Record<string, Route>, call: Call): [string, Route | undefined] {
  const asked = `${call.method} ${call.path}`
  for (const [name, route] of Object.entries(routes)) {
    const pattern = new RegExp(`^${name.replaceAll('*', '[^/]+')}$`)
    if (pattern.test(asked)) return [name, route]
  }
  return ['', undefined]
}

export function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body))
}

/** The contract's envelope of an error. */
export const problem = (code: string, message: string, retryable = false) => ({
  message,
  type: 'server_error',
  code,
  param: null,
  retryable,
})

export function fail(
  response: ServerResponse,
  status: number,
  code: string,
  message: string,
  retryable = false,
): void {
  json(response, status, { error: problem(code, message, retryable) })
}

/** Sends bytes, whole or as the fault has it. */
export async function send(
  { response, signal, fault, die }: Answering,
  bytes: Buffer,
  headers: Record<string, string>,
): Promise<void> {
  if (fault?.kind === 'truncated') {
    response.writeHead(200, headers).end(bytes.subarray(0, Math.floor(bytes.length * 0.6)))
    return
  }
  if (fault?.kind === 'die' || fault?.kind === 'cut') {
    response.writeHead(200, { ...headers, 'Content-Length': String(bytes.length) })
    await written(response, bytes.subarray(0, Math.floor(bytes.length / 2)))
    if (fault.kind === 'die') await die()
    else response.destroy()
    return
  }
  if (fault?.kind !== 'drip') {
    response.writeHead(200, headers).end(bytes)
    return
  }
  response.writeHead(200, { ...headers, 'Content-Length': String(bytes.length) })
  await drip(response, bytes, fault, signal)
  response.end()
}

/** The bytes in pieces, with a pause after each. */
export async function drip(
  response: ServerResponse,
  bytes: Buffer,
  { everyMs, pieces = 10 }: { everyMs: number; pieces?: number },
  signal: AbortSignal,
): Promise<void> {
  const size = Math.ceil(bytes.length / pieces)
  for (let at = 0; at < bytes.length && !signal.aborted; at += size) {
    await written(response, bytes.subarray(at, at + size))
    await pause(everyMs, signal)
  }
}

export const written = (response: ServerResponse, piece: Buffer | string): Promise<void> =>
  new Promise((resolve) => {
    response.write(piece, () => resolve())
  })
