/**
 * Who may speak to the studio at all. Decided from headers alone, before pages, routes and the socket handshake:
 * Host (DNS rebinding), Origin (requests forged by another site) and the key.
 */
import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'

export interface AccessRules {
  /** The address the server is bound to. */
  host: string
  publicUrl: string | undefined
  studioKey: string | undefined
}

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]', '::1'])

export const isLoopback = (host: string): boolean => LOOPBACK.has(host) || /^127(\.\d{1,3}){3}$/.test(host)

/**
 * Without a key the Host must be one that only this machine's users can have typed. With a key a page of another site
 * gains nothing by rebinding its name to us, so any address is fine as long as no PUBLIC_URL says which is right.
 */
export function isAllowedHost(hostHeader: string | undefined, rules: AccessRules): boolean {
  const name = hostName(hostHeader)
  if (name === undefined) return false
  if (isLoopback(name) || name === rules.host) return true
  if (rules.publicUrl !== undefined) return name === new URL(rules.publicUrl).hostname
  return rules.studioKey !== undefined
}

/** An IPv6 name keeps its brackets. */
function hostName(hostHeader: string | undefined): string | undefined {
  if (hostHeader === undefined || !/^[\w.-]+(:\d+)?$|^\[[0-9a-f:.]+\](:\d+)?$/i.test(hostHeader))
    return undefined
  return hostHeader.replace(/:\d+$/, '').toLowerCase()
}

/** Browsers name the page that asks; programs such as curl do not. A page may only ask its own server. */
export function isAllowedOrigin(headers: IncomingHttpHeaders, rules: AccessRules): boolean {
  const { origin, host } = headers
  if (origin !== undefined) {
    const asking = URL.canParse(origin) ? new URL(origin) : undefined
    if (asking?.host !== undefined && asking.host === host?.toLowerCase()) return true
    return (
      asking !== undefined &&
      rules.publicUrl !== undefined &&
      asking.origin === new URL(rules.publicUrl).origin
    )
  }
  // Without Origin a browser still says whether another site made it ask, except for plain navigation.
  return headers['sec-fetch-site'] !== 'cross-site' || headers['sec-fetch-mode'] === 'navigate'
}

const digest = (text: string) => createHash('sha256').update(text).digest()

/** Compares digests, so that neither the length nor the first wrong letter of the key can be timed. */
export function hasKey(headers: IncomingHttpHeaders, rules: AccessRules): boolean {
  if (rules.studioKey === undefined) return true
  const given = headers['x-api-key']
  return typeof given === 'string' && timingSafeEqual(digest(given), digest(rules.studioKey))
}

export type Refusal = 'host' | 'origin' | 'key'

/** Why a request is refused, or null. */
export function refusalOf(headers: IncomingHttpHeaders, rules: AccessRules): Refusal | null {
  if (!isAllowedHost(headers.host, rules)) return 'host'
  if (!isAllowedOrigin(headers, rules)) return 'origin'
  return hasKey(headers, rules) ? null : 'key'
}
