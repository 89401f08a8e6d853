/** Takes: which assets a scene has or had for a slot. Rows only; the bytes are the asset's. */
import { db, type Tx } from '@/lib/base/db'
import { publish } from '@/lib/live/publish'
import type { Slot } from '@/lib/storyboard/schema'
import type { TakeView } from './schema'

export interface TakeKey {
  projectId: string
  sceneId: string
  slot: Slot
  fingerprint: string
}

export interface Take extends TakeKey {
  /** The name of an uploaded file; empty for what an engine made. */
  label: string
  createdAt: Date
}

export type NewTake = TakeKey & Partial<Pick<Take, 'label'>>

/** What readers see of a row, and in which order; those that were thrown away are not among them. */
const LISTED = {
  select: { projectId: true, sceneId: true, slot: true, fingerprint: true, label: true, createdAt: true },
  orderBy: [{ createdAt: 'asc' as const }, { fingerprint: 'asc' as const }],
}

/** All takes of a project, or of one scene, oldest first. */
export async function listTakes(projectId: string, sceneId?: string, client: Tx = db()): Promise<Take[]> {
  const where = { projectId, deletedAt: null, ...(sceneId === undefined ? {} : { sceneId }) }
  return (await client.take.findMany({ where, ...LISTED })).map(takeOf)
}

/** Takes of one slot in many projects, oldest first. */
export async function listTakesOf(projectIds: readonly string[], slot: Slot): Promise<Take[]> {
  const where = { projectId: { in: [...projectIds] }, slot, deletedAt: null }
  return (await db().take.findMany({ where, ...LISTED })).map(takeOf)
}

/** Takes of these assets in these projects, oldest first. */
export async function listTakesBy(
  projectIds: readonly string[],
  fingerprints: readonly string[],
): Promise<Take[]> {
  const where = {
    projectId: { in: [...projectIds] },
    fingerprint: { in: [...fingerprints] },
    deletedAt: null,
  }
  return (await db().take.findMany({ where, ...LISTED })).map(takeOf)
}

/** The names that uploads go by, wherever they are takes; the oldest of several. What engines made has none. */
export async function labelsOf(
  fingerprints: readonly string[],
  client: Tx = db(),
): Promise<ReadonlyMap<string, string>> {
  const rows = await client.take.findMany({
    where: { fingerprint: { in: [...fingerprints] }, label: { not: '' } },
    select: { fingerprint: true, label: true },
    orderBy: { createdAt: 'desc' },
  })
  return new Map(rows.map(({ fingerprint, label }) => [fingerprint, label]))
}

/**
 * Answers whether the scene has one more than before. The same take kept twice stays where it is in time, and one that
 * was thrown away comes back to its place.
 */
export async function keepTake(tx: Tx, take: NewTake): Promise<boolean> {
  const { count } = await tx.take.createMany({ data: [take], skipDuplicates: true })
  if (count === 0) return await restoreTake(tx, take)
  await announce(tx, take)
  return true
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

/** Whether the scene has this take, or had it and threw it away; `none` when it never did, or it was swept. */
export async function stateOfTake(tx: Tx, key: TakeKey): Promise<'kept' | 'discarded' | 'none'> {
  const row = await tx.take.findFirst({ where: keyOf(key), select: { deletedAt: true } })
  if (!row) return 'none'
  return row.deletedAt === null ? 'kept' : 'discarded'
}

/** Throws a take away, to be brought back or swept. */
export async function discardTake(tx: Tx, key: TakeKey): Promise<void> {
  await tx.take.updateMany({ where: { ...keyOf(key), deletedAt: null }, data: { deletedAt: new Date() } })
}

/** Answers whether it had been thrown away and is back. */
export async function restoreTake(tx: Tx, key: TakeKey): Promise<boolean> {
  const { count } = await tx.take.updateMany({
    where: { ...keyOf(key), deletedAt: { not: null } },
    data: { deletedAt: null },
  })
  if (count > 0) await announce(tx, key)
  return count > 0
}

/** Takes thrown away and not swept yet: of a project, or before a moment. */
export async function listDiscarded(
  of: { projectId: string } | { before: Date },
  client: Tx = db(),
): Promise<Take[]> {
  const where =
    'before' in of ? { deletedAt: { lt: of.before } } : { projectId: of.projectId, deletedAt: { not: null } }
  return (await client.take.findMany({ where, ...LISTED })).map(takeOf)
}

/** Removes a take for good, unless it was brought back meanwhile. */
export async function removeTake(tx: Tx, key: TakeKey): Promise<void> {
  await tx.take.deleteMany({ where: { ...keyOf(key), deletedAt: { not: null } } })
}

export const takeView = ({ sceneId, slot, fingerprint, label, createdAt }: Take): TakeView => ({
  sceneId,
  slot,
  fingerprint,
  label,
  createdAt: createdAt.toISOString(),
})

const takeOf = (row: Omit<Take, 'slot'> & { slot: string }): Take => ({ ...row, slot: row.slot as Slot })

const keyOf = ({ projectId, sceneId, slot, fingerprint }: TakeKey): TakeKey => ({
  projectId,
  sceneId,
  slot,
  fingerprint,
})

const announce = (tx: Tx, { projectId, sceneId, slot, fingerprint }: TakeKey): Promise<void> =>
  publish(tx, { kind: 'take', project: projectId, scene: sceneId, slot, fingerprint })
