/** Takes: which assets a scene has or had for a slot. Rows only; the bytes are the asset's. */
import { db, type Tx } from '@/lib/base/db'
import { publish } from '@/lib/live/publish'
import type { Slot } from '@/lib/storyboard/schema'
import type { TakeView } from './schema'

export interface Take {
  projectId: string
  sceneId: string
  slot: Slot
  fingerprint: string
  /** The name of an uploaded file; empty for what an engine made. */
  label: string
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

export type NewTake = Pick<Take, 'projectId' | 'sceneId' | 'slot' | 'fingerprint'> &
  Partial<Pick<Take, 'label'>>

/** Answers whether it is a new one; the same take kept twice stays where it is in time. */
export async function keepTake(tx: Tx, take: NewTake): Promise<boolean> {
  const { count } = await tx.take.createMany({ data: [take], skipDuplicates: true })
  if (count > 0) {
    const { projectId: project, sceneId: scene, slot, fingerprint } = take
    await publish(tx, { kind: 'take', project, scene, slot, fingerprint })
  }
  return count > 0
}

/** Gives a scene the takes of another, as a copy of it starts with all that was made. */
export async function copyTakes(tx: Tx, projectId: string, from: string, to: string): Promise<void> {
  for (const take of await listTakes(projectId, from, tx)) {
    await keepTake(tx, {
      projectId,
      sceneId: to,
      slot: take.slot,
      fingerprint: take.fingerprint,
      label: take.label,
    })
  }
}

/** Takes of one slot in many projects, oldest first. */
export async function listTakesOf(projectIds: readonly string[], slot: Slot): Promise<Take[]> {
  const rows = await db().take.findMany({
    where: { projectId: { in: [...projectIds] }, slot },
    orderBy: [{ createdAt: 'asc' }, { fingerprint: 'asc' }],
  })
  return rows.map((row) => ({ ...row, slot }))
}

/** Takes of these assets in these projects, oldest first. */
export async function listTakesBy(
  projectIds: readonly string[],
  fingerprints: readonly string[],
): Promise<Take[]> {
  const rows = await db().take.findMany({
    where: { projectId: { in: [...projectIds] }, fingerprint: { in: [...fingerprints] } },
    orderBy: [{ createdAt: 'asc' }, { fingerprint: 'asc' }],
  })
  return rows.map((row) => ({ ...row, slot: row.slot as Slot }))
}

export const takeView = ({ sceneId, slot, fingerprint, label, createdAt }: Take): TakeView => ({
  sceneId,
  slot,
  fingerprint,
  label,
  createdAt: createdAt.toISOString(),
})
