import { env } from '@/lib/base/env'
import { StudioError } from '@/lib/base/errors'
import { forgetKeys, principalIn, principalOfSecret } from './principal'
import type { Principal, SessionView } from './schema'
import { cookieOf, openSession, readSession, SESSION_COOKIE, SESSION_SECONDS, sessionCookie } from './session'
import { insertEndedSession } from './store'

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

/** On the server as well: a copy of the cookie opens nothing any more. Answers the cookie that takes its place. */
export async function endSession(cookies: string | null): Promise<string> {
  const session = readSession(cookieOf(cookies ?? undefined, SESSION_COOKIE))
  if (session) {
    await insertEndedSession({ id: session.id, until: new Date(session.until * 1000) })
    forgetKeys()
  }
  return sessionCookie('', 0)
}
