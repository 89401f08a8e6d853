/**
 * What nobody needs any more goes. Takes and films keep their assets; segments, seams, sound units and scores are a
 * cache that is kept by size, oldest out first, since they can be made again from what is kept.
 */

import type { AssetKind } from '@/lib/storage/key'
import { listCached, listLoose, listOrphanPosters, removeUnused } from './store'

const DAY_MS = 24 * 3_600_000
/** Long enough for any render that is still going on. */
const LOOSE_AFTER_MS = 7 * DAY_MS
const CACHED_FOR_MS = DAY_MS
const CACHE_KINDS: AssetKind[] = ['segment', 'seam', 'unit', 'score']

export interface SweepLimits {
  cacheBytes: number
  /** Milliseconds since 1970; a test puts the clock forward. */
  now: number
}

/** Removes loose assets and trims the cache. Answers the bytes that became free. */
export async function sweepAssets({ cacheBytes, now }: SweepLimits): Promise<number> {
  let freed = 0
  for (const fingerprint of await listLoose([...CACHE_KINDS, 'poster'], new Date(now - LOOSE_AFTER_MS))) {
    freed += await removeUnused(fingerprint)
  }
  for (const fingerprint of await listOrphanPosters()) freed += await removeUnused(fingerprint)
  const cached = await listCached(CACHE_KINDS)
  let total = cached.reduce((sum, asset) => sum + asset.bytes, 0)
  for (const asset of cached) {
    if (total <= cacheBytes || asset.createdAt.getTime() > now - CACHED_FOR_MS) break
    const bytes = await removeUnused(asset.fingerprint)
    total -= bytes
    freed += bytes
  }
  return freed
}
