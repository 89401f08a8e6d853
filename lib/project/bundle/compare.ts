import { createHash } from 'node:crypto'
import { pipeline } from 'node:stream/promises'
import { type Asset, findAssets } from '@/lib/asset/store'
import type { Manifest } from '@/lib/plan/manifest'
import { storage } from '@/lib/storage/storage'

/**
 * `same`: made again, byte for byte. `kept`: it was here already, and its bytes are the manifest's. `different`: the same
 * recipe gave other bytes. `absent`: nothing was made of this recipe, as with the films of another ffmpeg.
 */
export type Likeness = 'same' | 'kept' | 'different' | 'absent'

export interface Comparison {
  fingerprint: string
  kind: string
  engine: string
  likeness: Likeness
}

/** Holds what is here against a manifest, by the bytes as they lie in storage now. */
export async function compareWith(manifest: Manifest, startedAt: Date): Promise<Comparison[]> {
  const assets = manifest.assets ?? []
  const found = await findAssets(assets.map((asset) => asset.fingerprint))
  const compared: Comparison[] = []
  for (const { fingerprint, digest, recipe } of assets) {
    const own = found.get(fingerprint)
    const likeness = own ? await likenessOf(own, digest, startedAt) : 'absent'
    compared.push({ fingerprint, kind: recipe.kind, engine: recipe.engine, likeness })
  }
  return compared
}

async function likenessOf(own: Asset, digest: string, startedAt: Date): Promise<Likeness> {
  if (!(await storage().has(own.key))) return 'absent'
  const hash = createHash('sha256')
  await pipeline((await storage().open(own.key)).stream, hash)
  if (hash.digest('hex') !== digest) return 'different'
  return own.createdAt >= startedAt ? 'same' : 'kept'
}
