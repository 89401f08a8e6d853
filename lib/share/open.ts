/** What a token opens. */
import { StudioError } from '@/lib/base/errors'
import { stateOf } from './service'
import { findShare, type ShareRow } from './store'
import { readToken } from './token'
import { isUnlocked } from './unlock'

export type Opened =
  | { state: 'open' | 'locked'; share: ShareRow; token: string }
  /** Given out once, and over: revoked, expired, or its film was thrown away. */
  | { state: 'gone' }
  | { state: 'unknown' }

export async function openShare(token: string, cookies: string | null): Promise<Opened> {
  const parts = readToken(token)
  if (!parts) return { state: 'unknown' }
  const share = await findShare(parts.shareId)
  if (!share || share.version !== parts.version) return { state: 'gone' }
  if (stateOf(share) !== 'open' || share.film.project.deletedAt) return { state: 'gone' }
  return { state: isUnlocked(share, cookies) ? 'open' : 'locked', share, token }
}

/** Throws `not_found` (404, or 410 for what is over) and `unauthorized` for what is locked. */
export async function requireShare(token: string, cookies: string | null): Promise<ShareRow> {
  const opened = await openShare(token, cookies)
  if (opened.state === 'unknown') throw new StudioError('not_found', 'There is no such link.')
  if (opened.state === 'gone') {
    throw new StudioError('not_found', 'This link is over.', { status: 410 })
  }
  if (opened.state === 'locked') throw new StudioError('unauthorized', 'This film asks for a password.')
  return opened.share
}
