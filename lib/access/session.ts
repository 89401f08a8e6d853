/** Session: a signed cookie that stands for a key, so that a browser need not keep the key itself. */
import { z } from 'zod'
import { env } from '@/lib/base/env'
import { isSame, sha256Hex, sign } from './secret'

export const SESSION_COOKIE = 'studio_session'
export const SESSION_SECONDS = 14 * 24 * 3600

const sessionSchema = z.object({
  /** The key's id, or `studio`. */
  key: z.string(),
  /** Seconds since 1970. */
  until: z.number(),
})

/** Another STUDIO_KEY ends the sessions of the old one. */
const purposeOf = (key: string): string =>
  key === 'studio' ? `session ${sha256Hex(env.studioKey ?? '')}` : 'session'

export function openSession(key: string, now = Date.now()): string {
  const until = Math.floor(now / 1000) + SESSION_SECONDS
  const body = Buffer.from(JSON.stringify({ key, until })).toString('base64url')
  return `${body}.${sign(purposeOf(key), body)}`
}

/** The key that a cookie stands for; null for one that is forged, broken or over. */
export function readSession(cookie: string | undefined, now = Date.now()): string | null {
  const [body, signature, ...more] = cookie?.split('.') ?? []
  if (!body || !signature || more.length > 0) return null
  try {
    const { key, until } = sessionSchema.parse(JSON.parse(Buffer.from(body, 'base64url').toString('utf8')))
    return isSame(signature, sign(purposeOf(key), body)) && until * 1000 > now ? key : null
  } catch {
    return null
  }
}

/** Secure where people come by https; on plain loopback a Secure cookie would not be kept. */
export function sessionCookie(value: string, maxAgeSeconds: number): string {
  const isSecure = env.publicUrl?.startsWith('https:') ?? false
  return [
    `${SESSION_COOKIE}=${value}`,
    'Path=/',
    `Max-Age=${maxAgeSeconds}`,
    'HttpOnly',
    'SameSite=Lax',
    ...(isSecure ? ['Secure'] : []),
  ].join('; ')
}

export function cookieOf(header: string | undefined, name: string): string | undefined {
  return header
    ?.split(/;\s*/)
    .find((pair) => pair.startsWith(`${name}=`))
    ?.slice(name.length + 1)
}
