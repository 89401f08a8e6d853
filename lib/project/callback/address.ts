/**
 * Callback: telling a caller that its task has ended, at the address it gave. The address is a stranger's: it may not lead
 * into this machine or its network, unless the studio is told that it may.
 */
import { lookup } from 'node:dns/promises'
import { BlockList, isIP } from 'node:net'
import { env } from '@/lib/base/env'
import { invalidInput, StudioError } from '@/lib/base/errors'

/** Not on the public internet: IANA's special-purpose registries (RFC 6890). */
const PRIVATE = new BlockList()
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  PRIVATE.addSubnet(network, bits, 'ipv4')
/** The one block of IPv6 that is given out to the internet is 2000::/3; parts of it are not. */
const PUBLIC6 = new BlockList()
PUBLIC6.addSubnet('2000::', 3, 'ipv6')
const PRIVATE6 = new BlockList()
for (const [network, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
] as const)
  PRIVATE6.addSubnet(network, bits, 'ipv6')

export function isPublic(address: string): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address
  if (isIP(mapped) === 4) return !PRIVATE.check(mapped, 'ipv4')
  return isIP(mapped) === 6 && PUBLIC6.check(mapped, 'ipv6') && !PRIVATE6.check(mapped, 'ipv6')
}

const hostOf = (url: URL): string => url.hostname.replace(/^\[|\]$/g, '')

/** Whatever can be seen from the address alone. Throws `invalid_input`. */
export function checkCallback(text: string): void {
  const url = new URL(text)
  const host = hostOf(url)
  const isNamed = isIP(host) === 0
  const isHere = isNamed ? /(^|\.)localhost\.?$/i.test(host) : !isPublic(host)
  if (isHere && !env.callbackPrivate) {
    const expected = 'must not lead into a private network; CALLBACK_PRIVATE=1 allows it'
    throw invalidInput([{ field: 'callback_url', expected }])
  }
}

/** The one address that the call then goes to, whatever the name says a moment later. Throws `forbidden`. */
export async function resolveCallback(url: URL): Promise<{ address: string; family: number }> {
  const found = await lookup(hostOf(url), { all: true })
  const [first] = found
  if (!first) throw new StudioError('forbidden', 'the name has no address')
  if (!env.callbackPrivate && !found.every(({ address }) => isPublic(address))) {
    throw new StudioError('forbidden', 'the name leads into a private network')
  }
  return first
}
