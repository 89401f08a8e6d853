import { db, inTransaction, type Tx } from '@/lib/base/db'
import { StudioError } from '@/lib/base/errors'
import type { Film as FilmRow, Prisma, Project as ProjectRow } from '@/lib/base/prisma/client'
import { publish } from '@/lib/live/publish'
import type { StoryBrief } from '@/lib/storyboard/brief'
import { getRevision } from '@/lib/storyboard/store'

export type { FilmRow, ProjectRow }

export interface NewProject {
  title: string
  brief: StoryBrief
  hidden: boolean
}

const announce = (tx: Tx, row: ProjectRow): Promise<void> =>
  publish(tx, { kind: 'project', id: row.id, revision: row.revision, deleted: row.deletedAt !== null })

export function insertProject(project: NewProject): Promise<ProjectRow> {
  return inTransaction(async (tx) => {
    const row = await tx.project.create({
      data: {
        title: project.title,
        story: project.brief.story,
        style: project.brief.settings.style.prompt,
        brief: project.brief as unknown as Prisma.InputJsonValue,
        hidden: project.hidden,
      },
    })
    await announce(tx, row)
    return row
  })
}

/** Throws `not_found`, also for a deleted project unless asked for. */
export async function getProject(id: string, options: { deletedToo?: boolean } = {}): Promise<ProjectRow> {
  const row = await db().project.findUnique({ where: { id } })
  if (!row || (row.deletedAt && !options.deletedToo)) {
    throw new StudioError('not_found', `no project ${id}`, { userMessage: 'There is no such project.' })
  }
  return row
}

export type ProjectSort = 'touched' | 'title' | 'created'

const ORDER: Record<ProjectSort, Prisma.ProjectOrderByWithRelationInput> = {
  touched: { updatedAt: 'desc' },
  title: { title: 'asc' },
  created: { createdAt: 'desc' },
}

export const findProjects = (search: string, sort: ProjectSort): Promise<ProjectRow[]> =>
  db().project.findMany({
    where: {
      hidden: false,
      deletedAt: null,
      ...(search
        ? {
            OR: [
              { title: { contains: search, mode: 'insensitive' } },
              { story: { contains: search, mode: 'insensitive' } },
            ],
          }
        : {}),
    },
    orderBy: ORDER[sort],
    take: 500,
  })

export const updateProject = (id: string, change: Prisma.ProjectUpdateInput): Promise<void> =>
  inTransaction((tx) => changeProject(tx, id, change))

export async function changeProject(tx: Tx, id: string, change: Prisma.ProjectUpdateInput): Promise<void> {
  await announce(tx, await tx.project.update({ where: { id }, data: change }))
}

/** A copy with the newest revision, its takes but those thrown away, and its films: nothing has to be made again. */
export function copyProject(row: ProjectRow, title: string): Promise<ProjectRow> {
  return inTransaction(async (tx) => {
    const copy = await tx.project.create({
      data: {
        ...row,
        id: undefined,
        title,
        hidden: false,
        createdAt: undefined,
        updatedAt: undefined,
        brief: row.brief as Prisma.InputJsonValue,
      },
    })
    const id = copy.id
    const newest = row.revision > 0 ? [await getRevision(row.id, row.revision, tx)] : []
    const takes = await tx.take.findMany({ where: { projectId: row.id, deletedAt: null } })
    const films = await tx.film.findMany({ where: { projectId: row.id, revision: row.revision } })
    await tx.revision.createMany({
      data: newest.map(({ number, storyboard }) => ({
        projectId: id,
        number,
        storyboard: storyboard as unknown as Prisma.InputJsonValue,
      })),
    })
    await tx.take.createMany({ data: takes.map((take) => ({ ...take, projectId: id })) })
    await tx.film.createMany({
      data: films.map(({ revision, fingerprint, manifest }) => ({
        projectId: id,
        revision,
        fingerprint,
        manifest: manifest as Prisma.InputJsonValue,
      })),
    })
    await announce(tx, copy)
    return copy
  })
}

/** Newest first. */
export const findFilms = (projectIds: readonly string[]): Promise<FilmRow[]> =>
  db().film.findMany({ where: { projectId: { in: [...projectIds] } }, orderBy: { createdAt: 'desc' } })

/** Of the newest film; null before there is one. */
export async function findNewestPrint(projectId: string): Promise<string | null> {
  const query = {
    where: { projectId },
    orderBy: { createdAt: 'desc' },
    select: { fingerprint: true },
  } as const
  return (await db().film.findFirst(query))?.fingerprint ?? null
}

/** Hidden projects last touched before `hiddenBefore` and projects deleted before `deletedBefore`, none of them at work. */
export async function removeOldProjects(hiddenBefore: Date, deletedBefore: Date): Promise<number> {
  const { count } = await db().project.deleteMany({
    where: {
      tasks: { none: { status: { in: ['pending', 'running'] } } },
      OR: [{ hidden: true, updatedAt: { lt: hiddenBefore } }, { deletedAt: { lt: deletedBefore } }],
    },
  })
  return count
}
