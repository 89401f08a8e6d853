import type { IncomingMessage } from 'node:http'
import type { LimitName } from './limits'
import type { Principal } from './schema'

/** The door writes the caller's address here for routes behind it, over whatever the caller sent under this name. */
export const CALLER_HEADER = 'x-studio-caller'

/**
 * The address that tries are counted for. Behind a proxy of one's own (TRUST_PROXY) it is the last one that the proxy
 * added; what stands before it, anybody could have written.
 */
export function callerOf(request: IncomingMessage, rules: { trustProxy: boolean }): string {
  const forwarded = request.headers['x-forwarded-for']
  if (rules.trustProxy && forwarded) return String(forwarded).split(',').at(-1)?.trim() ?? ''
  return request.socket.remoteAddress ?? ''
}

const UNLOCK = /^\/s\/([^/]+)\/unlock$/
const PUBLISHED = /^\/(storyboard|frames|clips|narration|render)$/

/** Which tries a request counts as, if any. */
export function limitOf(
  method: string,
  path: string,
  caller: string,
  principal: Principal | null,
): { name: LimitName; caller: string } | null {
  if (method !== 'POST') return null
  if (path === '/api/session') return { name: 'key', caller }
  const token = UNLOCK.exec(path)?.[1]
  if (token) return { name: 'password', caller: `${caller} ${token}` }
  if (!PUBLISHED.test(path)) return null
  // On an open loopback studio only its own people call.
  return principal?.key === 'open' ? null : { name: 'published', caller: `${principal?.key} ${caller}` }
}
