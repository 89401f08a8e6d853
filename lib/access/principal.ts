/** Who asks, from the headers of a request or a handshake. */
import type { IncomingHttpHeaders } from 'node:http'
import { env } from '@/lib/base/env'
import { type KeyView, type Principal, principalSchema } from './schema'
import { isSame, sha256Hex } from './secret'
import { cookieOf, readSession, SESSION_COOKIE, type Session } from './session'
import { findKeyByHash, findKeyById, isSessionEnded, noteUse } from './store'

const OPEN: Principal = { role: 'admin', name: '', key: 'open' }
const STUDIO: Principal = { role: 'admin', name: 'STUDIO_KEY', key: 'studio' }

/** Null when nobody is known. `isWrongKey` tells a guess from a request without any key. */
export interface Known {
  principal: Principal | null
  isWrongKey: boolean
  /** By which session, if by one. */
  session: string | null
}

export async function whoAsks(headers: IncomingHttpHeaders): Promise<Known> {
  if (env.studioKey === undefined) return { principal: OPEN, isWrongKey: false, session: null }
  const given = headers['x-api-key']
  if (typeof given === 'string') {
    const principal = await principalOfSecret(given)
    return { principal, isWrongKey: principal === null, session: null }
  }
  const session = readSession(cookieOf(headers.cookie, SESSION_COOKIE))
  const principal = session && (await principalOfSession(session))
  return { principal, isWrongKey: false, session: session?.id ?? null }
}

async function principalOfSession({ id, key }: Session): Promise<Principal | null> {
  return await remembered(`session ${id}`, async () => {
    const isEnded = await isSessionEnded(id).catch((error) => {
      // While the database is away no page opens but the one that says so: that one still does, to STUDIO_KEY.
      if (key !== 'studio') throw error
      return false
    })
    if (isEnded) return null
    return key === 'studio' ? STUDIO : await principalOfKey(findKeyById(key))
  })
}

/** The principal of a secret as somebody types or sends it. */
export async function principalOfSecret(secret: string): Promise<Principal | null> {
  if (env.studioKey !== undefined && isSame(secret, env.studioKey)) return STUDIO
  const hash = sha256Hex(secret)
  return await remembered(`hash ${hash}`, () => principalOfKey(findKeyByHash(hash)))
}

/** A page asks twenty things at once; a revoked key or an ended session is out within this time in every web process. */
const REMEMBER_MS = 2_000
const MOST = 1_000
const shared = globalThis as unknown as {
  studioKeys?: Map<string, { at: number; principal: Principal | null }>
}

async function remembered(name: string, find: () => Promise<Principal | null>): Promise<Principal | null> {
  shared.studioKeys ??= new Map()
  const known = shared.studioKeys.get(name)
  if (known && Date.now() - known.at < REMEMBER_MS) return known.principal
  const principal = await find()
  if (shared.studioKeys.size >= MOST) shared.studioKeys.clear()
  shared.studioKeys.set(name, { at: Date.now(), principal })
  return principal
}

async function principalOfKey(found: Promise<KeyView | null>): Promise<Principal | null> {
  const key = await found
  if (key) await noteUse(key.id)
  return key && { role: key.role, name: key.name, key: key.id }
}

export const forgetKeys = (): void => shared.studioKeys?.clear()

/** The door writes it, for pages and routes behind it; what a caller sends under this name is thrown away. */
export const PRINCIPAL_HEADER = 'x-studio-principal'

/** Behind the door. Without it, in a test that calls a route itself, the studio is open. */
export function principalIn(headers: Headers): Principal | null {
  const said = headers.get(PRINCIPAL_HEADER)
  if (said === null) return env.studioKey === undefined ? OPEN : null
  return principalSchema.nullable().parse(JSON.parse(decodeURIComponent(said)))
}

export const writePrincipal = (principal: Principal | null): string =>
  encodeURIComponent(JSON.stringify(principal))
