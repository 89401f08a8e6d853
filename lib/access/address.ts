/**
 * From where somebody may speak to the studio at all. Decided from headers alone, before pages, routes and the socket
 * handshake: Host (DNS rebinding) and Origin (requests forged by another site).
 */
import type { IncomingHttpHeaders } from 'node:http'

export interface AddressRules {
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
export function isAllowedHost(hostHeader: string | undefined, rules: AddressRules): boolean {
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
export function isAllowedOrigin(headers: IncomingHttpHeaders, rules: AddressRules): boolean {
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

/** Why the place a request comes from is refused, or null. */
export function refusedPlace(headers: IncomingHttpHeaders, rules: AddressRules): 'host' | 'origin' | null {
  if (!isAllowedHost(headers.host, rules)) return 'host'
  return isAllowedOrigin(headers, rules) ? null : 'origin'
}
