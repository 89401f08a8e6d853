/** Takes: which assets a scene has or had for a slot. Rows only; the bytes are the asset's. */
import { db, type Tx } from '@/lib/base/db'
import type { Slot } from '@/lib/storyboard/schema'

export interface Take {
  projectId: string
  sceneId: string
  slot: Slot
  fingerprint: string
  createdAt: Date
}

/** All takes of a project, or of one scene, oldest first. */
export async function listTakes(projectId: string, sceneId?: string, client: Tx = db()): Promise<Take[]> {
  const rows = await client.take.findMany({
    where: { projectId, ...(sceneId === undefined ? {} : { sceneId }) },
    orderBy: [{ createdAt: 'asc' }, { fingerprint: 'asc' }],
  })
  return rows.map((row) => ({ ...row, slot: row.slot as Slot }))
}

/** Answers whether it is a new one; the same take kept twice stays where it is in time. */
export async function keepTake(tx: Tx, take: Omit<Take, 'createdAt'>): Promise<boolean> {
  const { count } = await tx.take.createMany({ data: [take], skipDuplicates: true })
  return count > 0
}

/** Takes of one slot in many projects, oldest first. */
export async function listTakesOf(projectIds: readonly string[], slot: Slot): Promise<Take[]> {
  const rows = await db().take.findMany({
    where: { projectId: { in: [...projectIds] }, slot },
    orderBy: [{ createdAt: 'asc' }, { fingerprint: 'asc' }],
  })
  return rows.map((row) => ({ ...row, slot }))
}
