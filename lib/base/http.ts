/**
 * The HTTP translator. A route has four beats (parse, permit, do, answer) and throws StudioErrors; here they become
 * statuses and JSON. Web standard Request and Response only: this file knows no framework.
 */
import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { errorShape, isStudioError, StudioError } from './errors'
import { checkInput, readJsonBody } from './http-body'
import { log } from './log'

export const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const
export type Method = (typeof METHODS)[number]

/** One request on its way through a route. */
export interface Call<P> {
  request: Request
  params: P
  /** Aborts when the caller goes away. */
  signal: AbortSignal
  /** The JSON body. Throws `invalid_input` naming each wrong field, or `too_large`. */
  json<S extends z.ZodType>(schema: S): Promise<z.output<S>>
  /** The query string, each name once. Throws `invalid_input`. */
  query<S extends z.ZodType>(schema: S): z.output<S>
}

export type Handler<P> = (call: Call<P>) => Promise<Response>
type RouteHandler<P> = (request: Request, context: { params: Promise<P> }) => Promise<Response>

/** Handlers for one path. A method that is not there answers 405 in JSON and says which are. */
export function routes<P = Record<string, never>>(
  handlers: Partial<Record<Method, Handler<P>>>,
): Record<Method, RouteHandler<P>> {
  const allow = METHODS.filter((method) => handlers[method])
  if (handlers.GET) allow.splice(1, 0, 'HEAD' as Method)
  return Object.fromEntries(
    METHODS.map((method) => [method, translated(handlers[method] ?? refusal(method, allow.join(', ')))]),
  ) as Record<Method, RouteHandler<P>>
}

export function answer(status: number, body: unknown, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store', ...headers },
  })
}

/** 204: done, and there is nothing to say. */
export const answerNothing = (): Response => new Response(null, { status: 204 })

function translated<P>(handler: Handler<P>): RouteHandler<P> {
  return async (request, context) => {
    const requestId = requestIdOf(request)
    let response: Response
    try {
      response = await handler(callOf(request, await context.params))
    } catch (error) {
      response = answerError(error, requestId, request)
    }
    response.headers.set('x-request-id', requestId)
    return response
  }
}

function callOf<P>(request: Request, params: P): Call<P> {
  return {
    request,
    params,
    signal: request.signal,
    json: async (schema) => checkInput(schema, await readJsonBody(request)),
    query: (schema) => checkInput(schema, Object.fromEntries(new URL(request.url).searchParams)),
  }
}

/** A link's token opens its film, so no log may hold it. */
export const loggedPath = (path: string): string => path.replace(/^\/s\/[^/]+/, '/s/…')

const RETRY_AFTER_SECONDS = 10

export function answerError(error: unknown, requestId: string, request: Request): Response {
  const known = isStudioError(error)
  const status = known ? error.status : 500
  const shape = errorShape(error)
  if (status >= 500) {
    const { pathname } = new URL(request.url)
    log.error({ err: error, requestId, method: request.method, path: loggedPath(pathname) }, 'request failed')
  }
  // Whoever reports a fault of ours can name the line in the log.
  const body = known && status < 500 ? shape : { ...shape, details: { request_id: requestId } }
  const retry = status === 429 || (known && error.retry && status === 503)
  return answer(status, { error: body }, retry ? { 'retry-after': String(RETRY_AFTER_SECONDS) } : {})
}

function requestIdOf(request: Request): string {
  const given = request.headers.get('x-request-id') ?? ''
  return /^[\w.-]{8,80}$/.test(given) ? given : randomUUID()
}

function refusal<P>(method: Method, allow: string): Handler<P> {
  return async () => {
    const error = new StudioError('invalid_input', `${method} is not possible here; try ${allow}`)
    return answer(405, { error: errorShape(error) }, { allow })
  }
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** An id from a path. What cannot be an id names nothing, so the answer is 404, not 400. */
export function idOf(value: string, what: string): string {
  if (!UUID.test(value)) throw new StudioError('not_found', `There is no such ${what}.`)
  return value.toLowerCase()
}
