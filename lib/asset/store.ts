/**
 * Rows and bytes of assets. The bytes come first, then the row, so a row has its bytes; one that was found to have lost
 * them (`lost.ts`) is no asset until it is made again.
 */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { db, inTransaction, type Tx } from '@/lib/base/db'
import type { Asset as AssetRow, Prisma } from '@/lib/base/prisma/client'
import { asStorageError } from '@/lib/storage/failure'
import { type AssetKind, storageKey } from '@/lib/storage/key'
import { storage } from '@/lib/storage/storage'
import type { Recipe } from './recipe'

export interface Asset {
  fingerprint: string
  kind: AssetKind
  recipe: Recipe
  /** SHA-256 of the bytes. */
  digest: string
  /** Storage key. */
  key: string
  mediaType: string
  bytes: number
  /** Media facts (durationMs, frames, width, ...) and what was really used (device, seed, ...). */
  facts: Record<string, unknown>
  createdAt: Date
}

/** Those of the fingerprints that exist, in one query; one whose bytes are lost does not. */
export async function findAssets(
  fingerprints: readonly string[],
  client: Tx = db(),
): Promise<Map<string, Asset>> {
  if (fingerprints.length === 0) return new Map()
  const rows = await client.asset.findMany({
    where: { fingerprint: { in: [...new Set(fingerprints)] }, lost: false },
  })
  return new Map(rows.map((row) => [row.fingerprint, assetOf(row)]))
}

export async function findAsset(fingerprint: string): Promise<Asset | undefined> {
  return (await findAssets([fingerprint])).get(fingerprint)
}

export interface NewAsset {
  recipe: Recipe
  fingerprint: string
  /** A checked file; nobody writes to it afterwards. */
  filePath: string
  /** Without its dot. */
  extension: string
  mediaType: string
  facts: Record<string, unknown>
}

/**
 * Keeps an asset once: a second call for the same fingerprint answers with the first one's row and leaves its bytes
 * alone. A row whose bytes were lost is mended with the new ones.
 */
export async function keepAsset(asset: NewAsset): Promise<Asset> {
  const { fingerprint, recipe, filePath } = asset
  const key = storageKey(recipe.kind, fingerprint, asset.extension)
  const { digest, bytes } = await digestOf(filePath)
  const row = await inTransaction(
    async (tx) => {
      // Two makers of the same asset take turns, or one's row could stand beside the other's bytes.
      await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${fingerprint}, 0))`
      const kept = await tx.asset.findUnique({ where: { fingerprint } })
      if (kept && !kept.lost && (await storage().has(kept.key))) return kept
      await storage().put(key, filePath)
      const fields = {
        kind: recipe.kind,
        recipe: recipe as unknown as Prisma.InputJsonValue,
        digest,
        key,
        mediaType: asset.mediaType,
        bytes,
        facts: asset.facts as Prisma.InputJsonObject,
      }
      return await tx.asset.upsert({
        where: { fingerprint },
        create: { fingerprint, ...fields },
        update: { ...fields, lost: false, createdAt: new Date() },
      })
    },
    // A film of gigabytes may have to be copied from another file system.
    { timeout: 300_000, maxWait: 30_000 },
  )
  return assetOf(row)
}

async function digestOf(filePath: string): Promise<{ digest: string; bytes: number }> {
  try {
    const hash = createHash('sha256')
    await pipeline(createReadStream(filePath), hash)
    return { digest: hash.digest('hex'), bytes: (await stat(filePath)).size }
  } catch (error) {
    throw asStorageError(error, 'read a new asset')
  }
}

export function assetOf({ lost: _, ...row }: AssetRow): Asset {
  return {
    ...row,
    kind: row.kind as AssetKind,
    // A film may be larger than 2 GB; up to 9 PB a number is exact.
    bytes: Number(row.bytes),
    recipe: row.recipe as unknown as Recipe,
    facts: row.facts as Record<string, unknown>,
  }
}

/** Assets that no take and no film holds, but for the kinds that others look after. */
export async function listLoose(otherKinds: readonly AssetKind[], before: Date): Promise<string[]> {
  const rows = await db().asset.findMany({
    where: {
      kind: { notIn: [...otherKinds] },
      takes: { none: {} },
      films: { none: {} },
      createdAt: { lt: before },
    },
    select: { fingerprint: true },
  })
  return rows.map((row) => row.fingerprint)
}

/** Posters whose film is gone. */
export async function listOrphanPosters(): Promise<string[]> {
  const rows = await db().$queryRaw<{ fingerprint: string }[]>`
    select fingerprint from asset poster
    where kind = 'poster' and not exists (
      select 1 from asset film where film.fingerprint = poster.recipe->'inputs'->>'film')`
  return rows.map((row) => row.fingerprint)
}

/** Oldest first. */
export async function listCached(
  kinds: readonly AssetKind[],
): Promise<{ fingerprint: string; bytes: number; createdAt: Date }[]> {
  const rows = await db().asset.findMany({
    where: { kind: { in: [...kinds] } },
    select: { fingerprint: true, bytes: true, createdAt: true },
    orderBy: { createdAt: 'asc' },
  })
  return rows.map((row) => ({ ...row, bytes: Number(row.bytes) }))
}

/**
 * Removes an asset unless a take, a film or the page of a shared film holds it: the row is claimed before the bytes go, under the lock in which
 * assets are kept. Answers its bytes, 0 when it stays.
 */
export function removeUnused(fingerprint: string): Promise<number> {
  return inTransaction(async (tx) => {
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${fingerprint}, 0))`
    const asset = await tx.asset.findFirst({
      where: { fingerprint, takes: { none: {} }, films: { none: {} } },
    })
    if (!asset || (await isShared(tx, fingerprint))) return 0
    await tx.asset.delete({ where: { fingerprint } })
    await storage().remove(asset.key)
    return Number(asset.bytes)
  })
}

/** A picture of a scene of a film that a link leads to: its take may be gone, and its film is still watched. */
async function isShared(tx: Tx, fingerprint: string): Promise<boolean> {
  const scenes = JSON.stringify([{ assets: { frame: fingerprint } }])
  const rows = await tx.$queryRaw<unknown[]>`
    select 1 from share join film on film.id = share.film_id
    where share.revoked_at is null and film.manifest->'scenes' @> ${scenes}::jsonb limit 1`
  return rows.length > 0
}
