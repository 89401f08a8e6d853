import { db, type Tx } from '@/lib/base/db'
import { StudioError } from '@/lib/base/errors'
import type { Prisma } from '@/lib/base/prisma/client'
import { publish } from '@/lib/live/publish'
import { type Storyboard, storyboardSchema } from './schema'

export interface StoryboardRevision {
  number: number
  storyboard: Storyboard
}

/** One revision of a project's storyboard. Throws `not_found`. */
export async function getRevision(
  projectId: string,
  number: number,
  tx: Tx = db(),
): Promise<StoryboardRevision> {
  const row = await tx.revision.findUnique({ where: { projectId_number: { projectId, number } } })
  if (!row) throw new StudioError('not_found', `project ${projectId} has no revision ${number}`)
  return { number: row.number, storyboard: storyboardSchema.parse(row.storyboard) }
}

export interface RevisionChange {
  storyboard: Storyboard
  operation: unknown
  client: string
}

/** Writes the next revision and returns its number; the caller holds the project's lock. */
export async function writeRevision(tx: Tx, projectId: string, change: RevisionChange): Promise<number> {
  const storyboard = storyboardSchema.parse(change.storyboard)
  const project = await tx.project.update({
    where: { id: projectId },
    data: { revision: { increment: 1 } },
    select: { revision: true },
  })
  // The writer names a film that nobody has named yet; later the desk's name is the user's own.
  await tx.project.updateMany({ where: { id: projectId, title: '' }, data: { title: storyboard.title } })
  await tx.revision.create({
    data: {
      projectId,
      number: project.revision,
      storyboard: storyboard as unknown as Prisma.InputJsonValue,
      ...(change.operation === null ? {} : { operation: change.operation as Prisma.InputJsonValue }),
      client: change.client,
    },
  })
  await publish(tx, { kind: 'project', id: projectId, revision: project.revision, deleted: false })
  return project.revision
}
