/**
 * Http: the one place where the pages speak to the server. An answer that is not 2xx becomes an `ApiError` with the
 * code and the fields the server named.
 */
import type { ErrorCode, FieldProblem } from '@/lib/base/errors'

/** `offline`: no answer came at all. */
export type ApiErrorCode = ErrorCode | 'offline'

export class ApiError extends Error {
  readonly code: ApiErrorCode
  readonly status: number
  /** The wrong fields of the input, if the server named any. */
  readonly fields: FieldProblem[]
  /** Whatever else the server said of it, such as both sides of a conflict. */
  readonly details: unknown

  constructor(code: ApiErrorCode, message: string, status = 0, details: unknown = undefined) {
    super(message)
    this.name = 'ApiError'
    this.code = code
    this.status = status
    this.fields = Array.isArray(details) ? details.filter(isFieldProblem) : []
    this.details = details
  }
}

const isFieldProblem = (value: unknown): value is FieldProblem =>
  typeof value === 'object' && value !== null && 'field' in value && 'expected' in value

/** What the server said in an answer that is none. */
export function apiError(status: number, body: unknown): ApiError {
  const error = (body as { error?: { code?: ErrorCode; message?: string; details?: unknown } } | undefined)
    ?.error
  return new ApiError(error?.code ?? 'internal', error?.message ?? `HTTP ${status}`, status, error?.details)
}

/** The session is over: whoever was at work comes back to the same place after the login. What was typed is kept. */
function askForLogin(): void {
  const { pathname, search } = window.location
  if (pathname === '/login' || pathname.startsWith('/s/')) return
  window.location.assign(`/login?next=${encodeURIComponent(pathname + search)}`)
}

interface Call {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  body?: unknown
  signal?: AbortSignal
  /** A status beside 2xx whose body is an answer and not an error. */
  alsoAnswer?: number
}

/** The answer's JSON as `T`; the server's own schemas vouch for its shape. Empty answers give undefined. */
export async function request<T>(
  path: string,
  { method = 'GET', body, signal, alsoAnswer }: Call = {},
): Promise<T> {
  let response: Response
  try {
    response = await fetch(path, {
      method,
      headers: body === undefined ? {} : { 'Content-Type': 'application/json' },
      body: body === undefined ? null : JSON.stringify(body),
      signal: signal ?? null,
    })
  } catch (cause) {
    if (signal?.aborted) throw cause
    throw new ApiError('offline', 'The studio does not answer.')
  }
  const isAnswer = response.ok || response.status === alsoAnswer
  const text = await response.text()
  let parsed: unknown
  try {
    parsed = text ? JSON.parse(text) : undefined
  } catch {
    if (isAnswer) throw new ApiError('internal', 'The answer was not JSON.', response.status)
  }
  if (response.status === 401) askForLogin()
  if (!isAnswer) throw apiError(response.status, parsed)
  return parsed as T
}
