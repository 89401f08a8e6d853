import type { ServerResponse } from 'node:http'
import type { Refusal } from './access'
import type { ErrorCode } from './errors'

const ANSWERS: Record<Refusal, { status: number; code: ErrorCode; message: string }> = {
  host: {
    status: 403,
    code: 'forbidden',
    message: 'This address is not one the studio answers to. Set PUBLIC_URL to the address people use.',
  },
  origin: { status: 403, code: 'forbidden', message: 'Another site may not use the studio.' },
  key: {
    status: 401,
    code: 'unauthorized',
    message: 'This studio is locked. Send its key in the X-API-Key header.',
  },
}

/** Answers a request that does not come in: JSON, or a plain page where a browser asks for one. */
export function refuse(response: ServerResponse, why: Refusal, accept = ''): void {
  const { status, code, message } = ANSWERS[why]
  const isPage = accept.includes('text/html')
  const body = isPage
    ? `<!doctype html><meta charset="utf-8"><title>StoryToVideo Studio</title><p>${message}</p>`
    : JSON.stringify({ error: { code, message } })
  response.writeHead(status, {
    'content-type': isPage ? 'text/html; charset=utf-8' : 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    // What is left of the request is not read.
    connection: 'close',
  })
  response.end(body)
}
