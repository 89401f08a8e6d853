/**
 * Base: what every room stands on and that knows no word of the domain but its errors: environment, errors, log,
 * database, HTTP.
 *
 * An error carries everything its two translators (HTTP and runner) need, so nobody tells errors apart by message.
 * Compare `code`, never `instanceof`: the web server and the route handlers Next bundles are two module graphs.
 */

export type ErrorCode =
  | 'invalid_input'
  | 'unauthorized'
  | 'forbidden'
  | 'not_found'
  | 'conflict'
  | 'too_large'
  | 'queue_full'
  | 'too_often'
  | 'cancelled'
  | 'engine_unavailable'
  | 'engine_failed'
  | 'bad_media'
  | 'storage_failed'
  | 'disk_full'
  | 'tool_missing'
  | 'internal'

const STATUS: Record<ErrorCode, number> = {
  invalid_input: 400,
  unauthorized: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  too_large: 413,
  queue_full: 429,
  too_often: 429,
  cancelled: 409,
  engine_unavailable: 503,
  engine_failed: 502,
  bad_media: 422,
  storage_failed: 500,
  disk_full: 507,
  tool_missing: 503,
  internal: 500,
}

/** One wrong field of an input: where it is (`options.image.resolution`) and what was expected. */
export interface FieldProblem {
  field: string
  expected: string
}

export interface StudioErrorOptions {
  /** Shown to people as it is: what happened and what to do. Defaults to the message. */
  userMessage?: string
  /** True when the same call may succeed later; the queue then tries again. */
  retry?: boolean
  details?: unknown
  cause?: unknown
  status?: number
}

export class StudioError extends Error {
  readonly code: ErrorCode
  readonly retry: boolean
  readonly status: number
  readonly userMessage: string
  readonly details: unknown

  constructor(code: ErrorCode, message: string, options: StudioErrorOptions = {}) {
    super(message, { cause: options.cause })
    this.name = 'StudioError'
    this.code = code
    this.retry = options.retry ?? false
    this.status = options.status ?? STATUS[code]
    this.userMessage = options.userMessage ?? message
    this.details = options.details
  }
}

/** What a task row and an HTTP answer keep of an error. */
export interface ErrorShape {
  code: ErrorCode
  message: string
  details?: unknown
}

export function isStudioError(error: unknown): error is StudioError {
  return error instanceof Error && error.name === 'StudioError' && 'code' in error
}

/** Unknown errors keep their text for the log only: the shape that leaves the process says nothing of our insides. */
export function errorShape(error: unknown): ErrorShape {
  if (!isStudioError(error)) {
    return { code: 'internal', message: 'Something went wrong inside the studio. The log has the details.' }
  }
  return {
    code: error.code,
    message: error.userMessage,
    ...(error.details === undefined ? {} : { details: error.details }),
  }
}

export function invalidInput(problems: FieldProblem[]): StudioError {
  const text = problems.map((p) => `${p.field}: ${p.expected}`).join('; ')
  return new StudioError('invalid_input', text, { details: problems })
}
