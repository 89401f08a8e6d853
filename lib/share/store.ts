import { db } from '@/lib/base/db'
import type { Film, Project, Share } from '@/lib/base/prisma/client'
import type { Manifest } from '@/lib/plan/manifest'

export type ShareRow = Share & { film: Film & { project: Project } }

const WITH_FILM = { film: { include: { project: true } } } as const

export const findShare = (id: string): Promise<ShareRow | null> =>
  db().share.findUnique({ where: { id }, include: WITH_FILM })

/** Newest first; of one project, or of all that are not thrown away. */
export const listShareRows = (projectId?: string): Promise<ShareRow[]> =>
  db().share.findMany({
    where: { film: { ...(projectId ? { projectId } : {}), project: { deletedAt: null } } },
    include: WITH_FILM,
    orderBy: [{ revokedAt: { sort: 'desc', nulls: 'first' } }, { createdAt: 'desc' }],
    take: 1_000,
  })

export const insertShare = (data: {
  filmId: string
  label: string
  allowDownload: boolean
  password: string | null
  expiresAt: Date | null
}): Promise<ShareRow> => db().share.create({ data, include: WITH_FILM })

export interface ShareValues {
  filmId?: string | undefined
  label?: string | undefined
  allowDownload?: boolean | undefined
  password?: string | null | undefined
  expiresAt?: Date | null | undefined
  revokedAt?: Date
}

/** Null when there is no such link, or it is revoked: nothing brings that back. */
export async function updateShare(id: string, data: ShareValues): Promise<ShareRow | null> {
  const { count } = await db().share.updateMany({ where: { id, revokedAt: null }, data })
  return count > 0 ? await findShare(id) : null
}

/** The project's newest film, or the one asked for if it is the project's. */
export const findFilm = (projectId: string, filmId?: string): Promise<{ id: string } | null> =>
  db().film.findFirst({
    where: { projectId, project: { deletedAt: null }, ...(filmId ? { id: filmId } : {}) },
    orderBy: { createdAt: 'desc' },
    select: { id: true },
  })

export const hasProject = async (id: string): Promise<boolean> =>
  (await db().project.count({ where: { id, deletedAt: null } })) > 0

export const manifestIn = (row: ShareRow): Manifest => row.film.manifest as unknown as Manifest

/** Each project's newest film. */
export async function newestFilms(projectIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await db().film.findMany({
    where: { projectId: { in: [...projectIds] } },
    orderBy: [{ projectId: 'asc' }, { createdAt: 'desc' }],
    distinct: ['projectId'],
    select: { id: true, projectId: true },
  })
  return new Map(rows.map(({ id, projectId }) => [projectId, id]))
}

/** Once for each visitor and day. */
export async function insertView(view: { shareId: string; day: Date; visitor: string }): Promise<void> {
  await db().shareView.createMany({ data: [view], skipDuplicates: true })
}

export async function countViews(shareIds: readonly string[], day?: Date): Promise<Map<string, number>> {
  const rows = await db().shareView.groupBy({
    by: ['shareId'],
    where: { shareId: { in: [...shareIds] }, ...(day ? { day } : {}) },
    _count: true,
  })
  return new Map(rows.map((row) => [row.shareId, row._count]))
}
