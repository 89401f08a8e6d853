import { db, type Tx } from '@/lib/base/db'
import { type Asset, findAssets } from './store'

/** These assets and all that their recipes name, and theirs, as far as they exist; what was swept is left out. */
export async function ingredientsOf(
  fingerprints: readonly string[],
  client: Tx = db(),
): Promise<Map<string, Asset>> {
  const found = new Map<string, Asset>()
  const asked = new Set<string>()
  let next = [...fingerprints]
  while (next.length > 0) {
    for (const fingerprint of next) asked.add(fingerprint)
    const layer = await findAssets(next, client)
    // In the order of the recipes, so that the same film always lists them alike.
    const assets = next.flatMap((fingerprint) => layer.get(fingerprint) ?? [])
    for (const asset of assets) found.set(asset.fingerprint, asset)
    const inputs = assets.flatMap((asset) => Object.values(asset.recipe.inputs))
    next = [...new Set(inputs)].filter((fingerprint) => !asked.has(fingerprint))
  }
  return found
}
