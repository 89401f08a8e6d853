import { lostError } from '@/lib/asset/lost'
import { type Asset, findAssets } from '@/lib/asset/store'
import { isStudioError, StudioError } from '@/lib/base/errors'
import { storage } from '@/lib/storage/storage'

/** The assets a recipe stands on. Throws `internal` (retry) when one went away between plan and work. */
export async function needAssets(fingerprints: readonly string[]): Promise<Map<string, Asset>> {
  const found = await findAssets(fingerprints)
  for (const fingerprint of fingerprints) {
    if (!found.has(fingerprint)) {
      throw new StudioError('internal', `input ${fingerprint} is gone`, { retry: true })
    }
  }
  return found
}

export async function needAsset(fingerprint: string | undefined): Promise<Asset> {
  const asset = fingerprint ? (await needAssets([fingerprint])).get(fingerprint) : undefined
  if (!asset) throw new StudioError('internal', 'a recipe without its input')
  return asset
}

/** Throws `not_found` (`lostError`) when there is a row without its bytes. */
export async function fetchAsset(asset: Asset, folder: string, name: string): Promise<string> {
  try {
    return await storage().fetchTo(asset.key, folder, name)
  } catch (error) {
    if (isStudioError(error) && error.code === 'not_found') throw await lostError(asset)
    throw error
  }
}
