import { db } from '@/lib/base/db'
import type { Manifest } from '@/lib/plan/manifest'
import type { Slot } from '@/lib/storyboard/schema'

const KEPT = { deletedAt: null }

/** Whether a project that is not deleted has this take. */
export async function hasTake(take: {
  projectId: string
  sceneId: string
  slot: Slot
  fingerprint: string
}): Promise<boolean> {
  const { projectId, sceneId, slot, fingerprint } = take
  const where = { projectId, sceneId, slot, fingerprint, project: KEPT }
  return (await db().take.count({ where })) > 0
}

/** The manifest of a project's film, or undefined when it has no such film. */
export async function findManifest(projectId: string, fingerprint: string): Promise<Manifest | undefined> {
  const row = await db().film.findFirst({
    where: { projectId, fingerprint, project: KEPT },
    orderBy: { createdAt: 'desc' },
  })
  return row?.manifest as unknown as Manifest | undefined
}
