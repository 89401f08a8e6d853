/** Session: a signed cookie that stands for a key, so that a browser need not keep the key itself. */
import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { env } from '@/lib/base/env'
import { isSame, sha256Hex, sign } from './secret'

export const SESSION_COOKIE = 'studio_session'
export const SESSION_SECONDS = 14 * 24 * 3600

export interface Session {
  /** Names it on the server: two logins with one key are two sessions. Never the cookie itself. */
  id: string
  /** The key's id, or `studio`. */
  key: string
  /** Seconds since 1970. */
  until: number
}

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
  const body = Buffer.from(
    JSON.stringify({ key, until, nonce: randomBytes(9).toString('base64url') }),
  ).toString('base64url')
  return `${body}.${sign(purposeOf(key), body)}`
}

/** What a cookie says; null for one that is forged, broken or over. Whether somebody has logged out of it, it cannot say. */
export function readSession(cookie: string | undefined, now = Date.now()): Session | null {
  const [body, signature, ...more] = cookie?.split('.') ?? []
  if (!body || !signature || more.length > 0) return null
  try {
    const { key, until } = sessionSchema.parse(JSON.parse(Buffer.from(body, 'base64url').toString('utf8')))
    if (!isSame(signature, sign(purposeOf(key), body)) || until * 1000 <= now) return null
    return { id: sha256Hex(body), key, until }
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
