/**
 * Bundle: a project as one ZIP, to keep or to carry into another studio: `project.json`, `assets.json`,
 * `manifest.json` of its film, and every chosen asset under its storage key. Free of Node.
 */
import { z } from 'zod'
import { ASSET_KINDS, type AssetKind } from '@/lib/storage/key'
import { storyBriefSchema } from '@/lib/storyboard/brief'
import { fingerprintSchema, idSchema, LIMITS, slotSchema, storyboardSchema } from '@/lib/storyboard/schema'

export const BUNDLE_FORMAT = 'storytovideo-project'

const MEGABYTE = 1_000_000
export const BUNDLE_LIMITS = {
  /** Of the file as it comes. */
  bytes: 4_000 * MEGABYTE,
  /** Of all that is in it, unpacked. */
  unpackedBytes: 8_000 * MEGABYTE,
  jsonBytes: 64 * MEGABYTE,
  /** Three hundred scenes have five assets each. */
  entries: 4_000,
  /** Unpacked to packed bytes of an asset: sound and pictures are packed already, silence is the most there is. */
  ratio: 200,
} as const

export const PROJECT_ENTRY = 'project.json'
export const ASSETS_ENTRY = 'assets.json'
export const MANIFEST_ENTRY = 'manifest.json'

/** Of the format: the newest that this studio reads and writes. */
export const BUNDLE_VERSION = 1

const placeSchema = z.object({ sceneId: idSchema, slot: slotSchema, fingerprint: fingerprintSchema })

export const bundleProjectSchema = z.object({
  format: z.literal(BUNDLE_FORMAT),
  version: z.literal(BUNDLE_VERSION),
  title: z.string().max(LIMITS.titleChars),
  story: z.string().max(LIMITS.storyChars),
  brief: storyBriefSchema,
  storyboard: storyboardSchema,
  /** What stands in for an engine that failed for good: elsewhere nobody knows of that, so it is pinned there. */
  standIns: z.array(placeSchema).max(3 * LIMITS.boardScenes),
})
export type BundleProject = z.infer<typeof bundleProjectSchema>

const jsonSchema = z.json()
export const recipeSchema = z.object({
  kind: z.enum(ASSET_KINDS as [AssetKind, ...AssetKind[]]),
  engine: z.string().min(1).max(400),
  seed: z.int().min(0).max(0xffffffff).optional(),
  params: z.record(z.string(), jsonSchema),
  inputs: z.record(z.string(), fingerprintSchema),
})

export const bundleAssetSchema = z.object({
  fingerprint: fingerprintSchema,
  digest: fingerprintSchema,
  key: z.string().max(200),
  mediaType: z.string().max(100),
  bytes: z.int().min(0),
  recipe: recipeSchema,
  facts: z.record(z.string(), jsonSchema),
})
export type BundleAsset = z.infer<typeof bundleAssetSchema>

export const bundleAssetsSchema = z.object({
  assets: z.array(bundleAssetSchema).max(BUNDLE_LIMITS.entries),
  takes: z.array(placeSchema.extend({ label: z.string().max(200).default('') })).max(BUNDLE_LIMITS.entries),
})
export type BundleAssets = z.infer<typeof bundleAssetsSchema>

/** All that a bundle holds but the bytes of its assets. The manifest is the film's, as it stands. */
export interface BundleContent extends BundleAssets {
  project: BundleProject
  manifest: object | null
}
