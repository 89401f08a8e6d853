import { env } from '@/lib/base/env'
import { StudioError } from '@/lib/base/errors'
import { principalIn, principalOfSecret } from './principal'
import type { Principal, SessionView } from './schema'
import { openSession, SESSION_SECONDS, sessionCookie } from './session'

export const readSessionView = (headers: Headers): SessionView => ({
  locked: env.studioKey !== undefined,
  principal: principalIn(headers),
})

/** Throws `unauthorized` for a key that nobody has. */
export async function startSession(secret: string): Promise<{ principal: Principal; cookie: string }> {
  if (env.studioKey === undefined) {
    throw new StudioError('conflict', 'This studio is open: there is nothing to log in to.')
  }
  const principal = await principalOfSecret(secret.trim())
  if (!principal) throw new StudioError('unauthorized', 'This key does not open the studio.')
  return { principal, cookie: sessionCookie(openSession(principal.key), SESSION_SECONDS) }
}

export const endSession = (): string => sessionCookie('', 0)
