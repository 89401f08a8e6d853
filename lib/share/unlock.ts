/** A link's password, once given, is remembered by a signed cookie that only this link's addresses ever get. */

import { isSame, sha256Hex, sign } from '@/lib/access/secret'
import { cookieOf } from '@/lib/access/session'
import { env } from '@/lib/base/env'

const COOKIE = 'share_unlock'
const SECONDS = 24 * 3600

interface Locked {
  id: string
  password: string | null
}

/** Another password is another lock: what the old one opened is shut. */
const signatureOf = ({ id, password }: Locked, until: string): string =>
  sign('share-unlock', `${id} ${sha256Hex(password ?? '')} ${until}`)

export function unlockCookie(share: Locked, token: string, now = Date.now()): string {
  const until = String(Math.floor(now / 1000) + SECONDS)
  return [
    `${COOKIE}=${until}.${signatureOf(share, until)}`,
    `Path=/s/${token}`,
    `Max-Age=${SECONDS}`,
    'HttpOnly',
    'SameSite=Lax',
    ...(env.publicUrl?.startsWith('https:') ? ['Secure'] : []),
  ].join('; ')
}

/** True for a link without a password. */
export function isUnlocked(share: Locked, cookies: string | null, now = Date.now()): boolean {
  if (share.password === null) return true
  const [until = '', signature = ''] = cookieOf(cookies ?? '', COOKIE)?.split('.') ?? []
  return isSame(signature, signatureOf(share, until)) && Number(until) * 1000 > now
}
