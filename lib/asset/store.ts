/** Rows and bytes of assets. The bytes come first, then the row, so a row always has its bytes. */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { db, type Tx } from '@/lib/base/db'
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

/** Those of the fingerprints that exist, in one query. */
export async function findAssets(
  fingerprints: readonly string[],
  client: Tx = db(),
): Promise<Map<string, Asset>> {
  if (fingerprints.length === 0) return new Map()
  const rows = await client.asset.findMany({ where: { fingerprint: { in: [...new Set(fingerprints)] } } })
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
  const row = await db().$transaction(
    async (tx) => {
      // Two makers of the same asset take turns, or one's row could stand beside the other's bytes.
      await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${fingerprint}, 0))`
      const kept = await tx.asset.findUnique({ where: { fingerprint } })
      if (kept && (await storage().has(kept.key))) return kept
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
        update: fields,
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

function assetOf(row: AssetRow): Asset {
  return {
    ...row,
    kind: row.kind as AssetKind,
    recipe: row.recipe as unknown as Recipe,
    facts: row.facts as Record<string, unknown>,
  }
}
