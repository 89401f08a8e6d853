import { db, inTransaction } from '@/lib/base/db'
import type { AccessKey } from '@/lib/base/prisma/client'
import { publish } from '@/lib/live/publish'
import type { KeyView, Role } from './schema'

const viewOf = (row: AccessKey): KeyView => ({
  id: row.id,
  name: row.name,
  role: row.role as Role,
  hint: row.hint,
  createdAt: row.createdAt.toISOString(),
  lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
  revokedAt: row.revokedAt?.toISOString() ?? null,
})

/** Newest first, revoked ones last. */
export async function listKeys(): Promise<KeyView[]> {
  const rows = await db().accessKey.findMany({
    orderBy: [{ revokedAt: { sort: 'desc', nulls: 'first' } }, { createdAt: 'desc' }],
  })
  return rows.map(viewOf)
}

export async function insertKey(key: {
  name: string
  role: Role
  hash: string
  hint: string
}): Promise<KeyView> {
  return viewOf(await db().accessKey.create({ data: key }))
}

/** Null when there is no such key, or it is revoked already. */
export function revokeKey(id: string): Promise<KeyView | null> {
  return inTransaction(async (tx) => {
    const [row] = await tx.accessKey.updateManyAndReturn({
      where: { id, revokedAt: null },
      data: { revokedAt: new Date() },
    })
    if (row) await publish(tx, { kind: 'key', id })
    return row ? viewOf(row) : null
  })
}

export const findKeyByHash = async (hash: string): Promise<KeyView | null> => {
  const row = await db().accessKey.findFirst({ where: { hash, revokedAt: null } })
  return row && viewOf(row)
}

export const findKeyById = async (id: string): Promise<KeyView | null> => {
  const row = await db().accessKey.findFirst({ where: { id, revokedAt: null } })
  return row && viewOf(row)
}

/** It stays ended for as long as its cookie would have opened the studio; what is over anyway is forgotten here. */
export function insertEndedSession(session: { id: string; until: Date }): Promise<void> {
  return inTransaction(async (tx) => {
    await tx.endedSession.deleteMany({ where: { until: { lt: new Date() } } })
    await tx.endedSession.createMany({ data: [session], skipDuplicates: true })
    await publish(tx, { kind: 'session', id: session.id })
  })
}

export const isSessionEnded = async (id: string): Promise<boolean> =>
  (await db().endedSession.findUnique({ where: { id }, select: { id: true } })) !== null

const USED_EVERY_MS = 60_000

/** When it was used, to the minute. */
export async function noteUse(id: string): Promise<void> {
  const before = new Date(Date.now() - USED_EVERY_MS)
  await db().accessKey.updateMany({
    where: { id, OR: [{ lastUsedAt: null }, { lastUsedAt: { lt: before } }] },
    data: { lastUsedAt: new Date() },
  })
}
