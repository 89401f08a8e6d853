import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http'
import type { Env } from '@/lib/base/env'
import { LENGTH_HEADER } from '@/lib/base/http-file'
import { refusedPlace } from './address'
import { CALLER_HEADER, callerOf, limitOf } from './caller'
import { limiter } from './limits'
import { pathOf } from './path'
import { PRINCIPAL_HEADER, whoAsks, writePrincipal } from './principal'
import { type Refusal, refuse, sendToLogin, wantsPage } from './refuse'
import { needOf } from './rules'
import { meets } from './schema'
import { contentSecurityPolicy, newNonce, SECURITY_HEADERS } from './security-headers'

export type DoorRules = Pick<Env, 'host' | 'publicUrl' | 'studioKey' | 'trustProxy' | 'mode'>

interface Refusing {
  why: Refusal
  /** Seconds. */
  retryAfter?: number
}

/** Somebody in a browser who is not let in. */
export interface RefusedVisit extends Refusing {
  url: string
  headers: IncomingHttpHeaders
}

/** A refusal as a page; null where a plain one does. The door itself knows no pages. */
export type DrawRefusal = (visit: RefusedVisit) => Promise<string | null>

/**
 * What every request passes before anything else sees it. False: it was refused and is answered already.
 */
export async function letIn(
  request: IncomingMessage,
  response: ServerResponse,
  rules: DoorRules,
  draw: DrawRefusal = async () => null,
): Promise<boolean> {
  const path = pathOf(request.url)
  const isEmbedded = path !== null && /^\/s\/[^/]+\/embed$/.test(path)
  const policy = contentSecurityPolicy(newNonce(), rules.mode, isEmbedded)
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value)
  if (isEmbedded) response.removeHeader('x-frame-options')
  response.setHeader('content-security-policy', policy)
  delete request.headers[PRINCIPAL_HEADER]
  request.headers[CALLER_HEADER] = callerOf(request, rules)
  const refusing = await refusalOf(request, path, rules)
  if (refusing) {
    const { headers, method, url = '/' } = request
    const { accept } = headers
    const isPage = wantsPage(accept)
    if (refusing.why === 'key' && method === 'GET' && isPage) sendToLogin(response, url)
    else {
      const page = isPage ? await draw({ ...refusing, url, headers }) : null
      refuse(response, refusing.why, { accept, retryAfter: refusing.retryAfter, page })
    }
    return false
  }
  // Next looks for the nonce here.
  request.headers['content-security-policy'] = policy
  restoreLength(response)
  return true
}

async function refusalOf(
  request: IncomingMessage,
  path: string | null,
  rules: DoorRules,
): Promise<Refusing | null> {
  const { headers, method = 'GET' } = request
  const place = refusedPlace(headers, rules)
  if (place) return { why: place }
  if (path === null) return { why: 'path' }
  const caller = callerOf(request, rules)
  // Whoever guesses keys is not told any more whether the next one was right.
  const guessed = headers['x-api-key'] === undefined ? 0 : limiter('key').wait(caller)
  if (guessed > 0) return { why: 'often', retryAfter: guessed }
  const { principal, isWrongKey } = await whoAsks(headers)
  if (isWrongKey) limiter('key').take(caller)
  const need = needOf(method, path)
  if (need !== 'public') {
    if (!principal) return { why: isWrongKey ? 'wrongKey' : 'key' }
    if (!meets(principal.role, need)) return { why: 'role' }
  }
  const limit = limitOf(method, path, caller, principal)
  const wait = limit ? limiter(limit.name).take(limit.caller) : 0
  if (wait > 0) return { why: 'often', retryAfter: wait }
  headers[PRINCIPAL_HEADER] = writePrincipal(principal)
  return null
}

function restoreLength(response: ServerResponse): void {
  const writeHead = response.writeHead.bind(response) as (...args: unknown[]) => ServerResponse
  response.writeHead = (...args: unknown[]) => {
    const length = response.getHeader(LENGTH_HEADER)
    if (length !== undefined) {
      response.removeHeader(LENGTH_HEADER)
      // Next compresses what is worth it, and then nobody knows the length.
      if (!response.hasHeader('content-encoding')) response.setHeader('content-length', length)
    }
    return writeHead(...args)
  }
}
