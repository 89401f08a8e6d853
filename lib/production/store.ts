import { db, type Tx } from '@/lib/base/db'
import { StudioError } from '@/lib/base/errors'
import type { Prisma } from '@/lib/base/prisma/client'
import { type ProjectNews, publish } from '@/lib/live/publish'
import type { Manifest } from '@/lib/plan/manifest'
import { type StoryBrief, storyBriefSchema } from '@/lib/storyboard/brief'

export interface ProducedProject {
  id: string
  /** Empty while nobody has named it. */
  title: string
  revision: number
  brief: StoryBrief
}

/** One producer at a time works on a project; the lock goes with the transaction. */
export async function lockProject(tx: Tx, projectId: string): Promise<ProducedProject> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${projectId}, 1))`
  const row = await tx.project.findUnique({ where: { id: projectId } })
  if (!row) throw new StudioError('not_found', `no project ${projectId}`)
  return { id: row.id, title: row.title, revision: row.revision, brief: storyBriefSchema.parse(row.brief) }
}

/** 0 before there is a storyboard, and for what is no project. */
export const revisionOf = async (projectId: string): Promise<number> =>
  (await db().project.findUnique({ where: { id: projectId }, select: { revision: true } }))?.revision ?? 0

/** Keeps a finished film once; answers whether it is a new one. */
export async function keepFilm(tx: Tx, projectId: string, manifest: Manifest): Promise<boolean> {
  const { count } = await tx.film.createMany({
    data: [
      {
        projectId,
        revision: manifest.revision,
        fingerprint: manifest.fingerprint,
        manifest: manifest as unknown as Prisma.InputJsonValue,
      },
    ],
    skipDuplicates: true,
  })
  return count > 0
}

/** Where each scene's music began in the project's newest film; empty before the first. */
export async function findAnchors(tx: Tx, projectId: string): Promise<Record<string, number>> {
  const film = await tx.film.findFirst({ where: { projectId }, orderBy: { createdAt: 'desc' } })
  const scenes = (film?.manifest as unknown as Manifest | undefined)?.scenes ?? []
  return Object.fromEntries(scenes.map((scene) => [scene.sceneId, scene.anchor]))
}

/** Says that a project's takes changed, or more than that: a film. */
export async function announceProject(
  tx: Tx,
  { id, revision }: ProducedProject,
  news?: ProjectNews,
): Promise<void> {
  await publish(tx, { kind: 'project', id, revision, deleted: false, ...(news ? { news } : {}) })
}
