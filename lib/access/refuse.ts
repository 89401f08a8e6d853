import type { ServerResponse } from 'node:http'
import type { ErrorCode, FieldProblem } from '@/lib/base/errors'

export type Refusal = 'host' | 'origin' | 'path' | 'key' | 'wrongKey' | 'role' | 'often'

interface Answer {
  status: number
  code: ErrorCode
  message: string
  details?: FieldProblem[]
}

const ANSWERS: Record<Refusal, Answer> = {
  host: {
    status: 403,
    code: 'forbidden',
    message: 'This address is not one the studio answers to. Set PUBLIC_URL to the address people use.',
  },
  origin: { status: 403, code: 'forbidden', message: 'Another site may not use the studio.' },
  path: { status: 400, code: 'invalid_input', message: 'This is no path that the studio ever gave out.' },
  key: {
    status: 401,
    code: 'unauthorized',
    message: 'This studio is locked. Log in at /login, or send a key in the X-API-Key header.',
  },
  // A key that was revoked is no better known than one that never was.
  wrongKey: {
    status: 401,
    code: 'unauthorized',
    message:
      'The key in the X-API-Key header is wrong or was revoked. An admin makes a new one under Keys at /settings.',
    details: [{ field: 'X-API-Key', expected: 'must be a key of this studio that is not revoked' }],
  },
  role: { status: 403, code: 'forbidden', message: 'Your key does not allow this.' },
  often: { status: 429, code: 'too_often', message: 'Too many tries. Wait a little, then try again.' },
}

export interface Refused {
  accept?: string
  /** Seconds. */
  retryAfter?: number
  /** HTML, in place of the plain page. */
  page?: string | null
}

/** A person's browser, not a program. */
export const wantsPage = (accept = ''): boolean => accept.includes('text/html')

/** Answers a request that does not come in: JSON, or a plain page where a browser asks for one. */
export function refuse(
  response: ServerResponse,
  why: Refusal,
  { accept = '', retryAfter, page }: Refused = {},
): void {
  const { status, ...error } = ANSWERS[why]
  const isPage = wantsPage(accept)
  const body = isPage
    ? (page ??
      `<!doctype html><meta charset="utf-8"><title>StoryToVideo Studio</title><p>${error.message}</p>`)
    : JSON.stringify({ error })
  response.writeHead(status, {
    'content-type': isPage ? 'text/html; charset=utf-8' : 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    ...(retryAfter ? { 'retry-after': String(retryAfter) } : {}),
    // What is left of the request is not read.
    connection: 'close',
  })
  response.end(body)
}

/** A person who is not known is asked to log in, and comes back to where they wanted to go. */
export function sendToLogin(response: ServerResponse, wanted: string): void {
  const next = wanted === '/' ? '' : `?next=${encodeURIComponent(wanted)}`
  response.writeHead(303, { location: `/login${next}`, 'cache-control': 'no-store', connection: 'close' })
  response.end()
}
