/** Links as their makers handle them: make, list, change, move, revoke. */

import type { z } from 'zod'
import { StudioError } from '@/lib/base/errors'
import { noteEnd } from './ended'
import { hashPassword } from './password'
import type { newShareSchema, ShareLink, ShareState, shareChangeSchema } from './schema'
import {
  countViews,
  findFilm,
  findShare,
  hasProject,
  insertShare,
  listShareRows,
  newestFilms,
  type ShareRow,
  updateShare,
} from './store'
import { tokenOf } from './token'
import { dayOf } from './visit'

const NO_SHARE = () => new StudioError('not_found', 'There is no such link.')

export async function makeShare(
  projectId: string,
  { filmId, password, expiresAt, ...rest }: z.output<typeof newShareSchema>,
  origin: string,
): Promise<ShareLink> {
  if (!(await hasProject(projectId))) throw new StudioError('not_found', 'There is no such project.')
  const film = await findFilm(projectId, filmId)
  if (!film) throw noFilm(filmId)
  const row = await insertShare({
    ...rest,
    filmId: film.id,
    password: password === null ? null : await hashPassword(password),
    expiresAt: expiresAt === null ? null : new Date(expiresAt),
  })
  return await linkOf(row, origin)
}

const noFilm = (asked?: string) =>
  asked
    ? new StudioError('not_found', 'This project has no such film.')
    : new StudioError('conflict', 'There is no film to share yet: render it first.')

/** Of one project, or of all; newest first, revoked ones last. */
export async function listShares(origin: string, projectId?: string): Promise<ShareLink[]> {
  if (projectId && !(await hasProject(projectId))) {
    throw new StudioError('not_found', 'There is no such project.')
  }
  return await linksOf(await listShareRows(projectId), origin)
}

export async function changeShare(
  id: string,
  { filmId, password, expiresAt, ...rest }: z.output<typeof shareChangeSchema>,
  origin: string,
): Promise<ShareLink> {
  const share = await findShare(id)
  if (!share) throw NO_SHARE()
  if (filmId && !(await findFilm(share.film.projectId, filmId))) throw noFilm(filmId)
  const row = await updateShare(id, {
    ...rest,
    filmId,
    password: typeof password === 'string' ? await hashPassword(password) : password,
    expiresAt: typeof expiresAt === 'string' ? new Date(expiresAt) : expiresAt,
  })
  if (!row) throw new StudioError('conflict', 'This link was revoked. Make a new one.')
  return await linkOf(row, origin)
}

/** For good: nothing opens it again. Revoking twice is as good as once. */
export async function revokeShare(id: string, origin: string): Promise<ShareLink> {
  const row = (await updateShare(id, { revokedAt: new Date() })) ?? (await findShare(id))
  if (!row) throw NO_SHARE()
  noteEnd(id)
  return await linkOf(row, origin)
}

export function stateOf(row: ShareRow, now = Date.now()): ShareState {
  if (row.revokedAt) return 'revoked'
  return row.expiresAt && row.expiresAt.getTime() <= now ? 'expired' : 'open'
}

async function linkOf(row: ShareRow, origin: string): Promise<ShareLink> {
  const [link] = await linksOf([row], origin)
  if (!link) throw NO_SHARE()
  return link
}

async function linksOf(rows: readonly ShareRow[], origin: string): Promise<ShareLink[]> {
  const ids = rows.map((row) => row.id)
  const projects = [...new Set(rows.map((row) => row.film.projectId))]
  const [views, today, newest] = await Promise.all([
    countViews(ids),
    countViews(ids, dayOf(Date.now())),
    newestFilms(projects),
  ])
  return rows.map((row) => ({
    id: row.id,
    state: stateOf(row),
    projectId: row.film.projectId,
    projectTitle: row.film.project.title,
    filmId: row.filmId,
    revision: row.film.revision,
    isOlder: newest.get(row.film.projectId) !== row.filmId,
    url: `${origin}/s/${tokenOf({ shareId: row.id, version: row.version })}`,
    label: row.label,
    allowDownload: row.allowDownload,
    hasPassword: row.password !== null,
    expiresAt: row.expiresAt?.toISOString() ?? null,
    revokedAt: row.revokedAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    views: views.get(row.id) ?? 0,
    viewsToday: today.get(row.id) ?? 0,
  }))
}
