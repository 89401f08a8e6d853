import { z } from 'zod'
import { fingerprintOf } from '@/lib/asset/fingerprint'
import type { Recipe } from '@/lib/asset/recipe'
import {
  ASSETS_ENTRY,
  type BundleAsset,
  type BundleAssets,
  type BundleProject,
  bundleAssetsSchema,
  bundleProjectSchema,
  MANIFEST_ENTRY,
  PROJECT_ENTRY,
} from '@/lib/bundle/schema'
import { MANIFEST_VERSION, type Manifest } from '@/lib/plan/manifest'
import { type AssetKind, storageKey } from '@/lib/storage/key'
import { fingerprintSchema, SLOTS, slotSchema } from '@/lib/storyboard/schema'
import { refuseBundle, refuseFile } from '../refusal'
import { isNewer } from '../version'
import { isJsonEntry } from './entry'
import type { OpenBundle } from './read'

export interface BundleDocuments extends BundleAssets {
  project: BundleProject
  manifest: Manifest | null
}

/** How each kind of asset is kept; those that are not here travel in no bundle. */
const KEPT_AS: Partial<Record<AssetKind, { extension: string; mediaType: string }>> = {
  frame: { extension: 'png', mediaType: 'image/png' },
  clip: { extension: 'mp4', mediaType: 'video/mp4' },
  narration: { extension: 'wav', mediaType: 'audio/wav' },
  score: { extension: 'wav', mediaType: 'audio/wav' },
  segment: { extension: 'mp4', mediaType: 'video/mp4' },
  film: { extension: 'mp4', mediaType: 'video/mp4' },
  poster: { extension: 'jpg', mediaType: 'image/jpeg' },
}

/** Only what is read of a manifest; the rest goes along as it came. */
export const manifestSchema = z.looseObject({
  version: z.union([z.literal(1), z.literal(MANIFEST_VERSION)]),
  fingerprint: fingerprintSchema,
  durationMs: z.number().min(0),
  width: z.number(),
  height: z.number(),
  scenes: z
    .array(
      z.looseObject({
        sceneId: z.string().max(64),
        title: z.string().max(200),
        startMs: z.number(),
        durationMs: z.number(),
        anchor: z.int().min(0),
        assets: z.partialRecord(z.enum([...SLOTS, 'segment', 'score']), fingerprintSchema),
        engines: z.partialRecord(slotSchema, z.string().max(400)),
        fallbacks: z.array(z.looseObject({ slot: slotSchema, reason: z.string().max(2_000) })),
      }),
    )
    .max(300),
})

/** Reads the documents of a bundle and holds them against each other and against what is packed. Throws `bad_media`. */
export async function readDocuments(bundle: OpenBundle): Promise<BundleDocuments> {
  const project = checked(PROJECT_ENTRY, bundleProjectSchema, await bundle.json(PROJECT_ENTRY))
  const { assets, takes } = checked(ASSETS_ENTRY, bundleAssetsSchema, await bundle.json(ASSETS_ENTRY))
  const manifest = bundle.names.has(MANIFEST_ENTRY)
    ? checked(MANIFEST_ENTRY, manifestSchema, await bundle.json(MANIFEST_ENTRY))
    : null

  const listed = new Map<string, BundleAsset>()
  for (const asset of assets) {
    const fault = assetFault(asset, bundle)
    if (fault) throw refuseBundle(fault)
    if (listed.has(asset.fingerprint)) throw refuseBundle(`${asset.key} is listed twice`)
    listed.set(asset.fingerprint, asset)
  }
  const keys = new Set(assets.map((asset) => asset.key))
  for (const name of bundle.names) {
    if (!isJsonEntry(name) && !keys.has(name)) throw refuseBundle(`${name} is not listed in ${ASSETS_ENTRY}`)
  }
  const scenes = new Set(project.storyboard.scenes.map((scene) => scene.id))
  for (const { sceneId, slot, fingerprint } of takes) {
    if (listed.get(fingerprint)?.recipe.kind !== slot)
      throw refuseBundle(`a take of ${sceneId} is no ${slot}`)
  }
  for (const { sceneId, fingerprint } of project.standIns) {
    if (!scenes.has(sceneId) || !listed.has(fingerprint))
      throw refuseBundle(`${sceneId} has no such stand-in`)
  }
  if (manifest && listed.get(manifest.fingerprint)?.recipe.kind !== 'film') {
    throw refuseBundle('the film of the manifest is not in it')
  }
  return { project, assets, takes, manifest: manifest as unknown as Manifest | null }
}

/** An asset is where its recipe says, and as large as it says. */
function assetFault(
  { fingerprint, recipe, key, bytes, mediaType }: BundleAsset,
  bundle: OpenBundle,
): string | null {
  const kept = KEPT_AS[recipe.kind]
  if (!kept) return `a ${recipe.kind} travels in no project file`
  if (fingerprintOf(recipe as Recipe) !== fingerprint)
    return `the recipe of ${fingerprint} is another asset’s`
  if (key !== storageKey(recipe.kind, fingerprint, kept.extension))
    return `${fingerprint} lies in the wrong place`
  if (mediaType !== kept.mediaType) return `${key} is no ${mediaType}`
  if (!bundle.names.has(key)) return `${key} is missing`
  if (bundle.bytesOf(key) !== bytes) return `${key} has another size than listed`
  return null
}

function checked<S extends z.ZodType>(name: string, schema: S, value: unknown): z.output<S> {
  if (isNewer(value)) throw refuseFile('newer', { fault: name })
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw refuseBundle(
    `${name}: ${issue?.path.map(String).join('.') || 'body'}: ${issue?.message}`,
    parsed.error,
  )
}
