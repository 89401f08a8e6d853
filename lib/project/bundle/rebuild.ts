import { z } from 'zod'
import { fingerprintOf } from '@/lib/asset/fingerprint'
import type { Recipe } from '@/lib/asset/recipe'
import { findAssets } from '@/lib/asset/store'
import { invalidInput, StudioError } from '@/lib/base/errors'
import { checkInput } from '@/lib/base/http-body'
import { recipeSchema } from '@/lib/bundle/schema'
import type { Manifest, ManifestAsset } from '@/lib/plan/manifest'
import { isUpload } from '@/lib/plan/upload'
import { startTarget } from '@/lib/production/target'
import { storage } from '@/lib/storage/storage'
import { SLOTS, type Storyboard, storyboardSchema } from '@/lib/storyboard/schema'
import { boardBrief } from '../arrive/storyboard-file'
import { manifestSchema } from './documents'
import { insertArrived } from './store'

const fileSchema = manifestSchema.extend({
  storyboard: storyboardSchema,
  assets: z
    .array(
      z.object({
        fingerprint: z.string(),
        digest: z.string().regex(/^[0-9a-f]{64}$/),
        bytes: z.int().min(0),
        mediaType: z.string().max(100),
        recipe: recipeSchema,
      }),
    )
    .max(4_000)
    .default([]),
})

/** A manifest from a file. Throws `invalid_input` naming what is wrong in it. */
export function readManifest(value: unknown): Manifest {
  const manifest = checkInput(fileSchema, value)
  manifest.assets.forEach((asset, i) => {
    if (fingerprintOf(asset.recipe as Recipe) !== asset.fingerprint) {
      throw invalidInput([{ field: `assets.${i}.fingerprint`, expected: 'must be that of its recipe' }])
    }
  })
  return manifest as unknown as Manifest
}

/** What an engine makes, and not ffmpeg alone: that follows from these. */
const MADE_BY_ENGINES: ReadonlySet<string> = new Set(['frame', 'clip', 'narration', 'score'])

/**
 * Makes a manifest's film again in a project of its own: first every asset that an engine made and that is not here, by
 * its own recipe, then the film. Throws `not_found` when it needs files of the writer's own that are not here.
 */
export async function rebuildFilm(manifest: Manifest): Promise<{ projectId: string; targetId: string }> {
  const assets = manifest.assets ?? []
  const lost = await missingOf(assets)
  const uploads = lost.filter(({ recipe }) => isUpload(recipe))
  if (uploads.length > 0) throw needsUploads(manifest, uploads)
  const storyboard = pinned(manifest)
  const projectId = await insertArrived({
    title: manifest.title,
    brief: await boardBrief(storyboard),
    storyboard,
    takes: [],
    manifest: null,
    hidden: true,
  })
  const target = await startTarget(projectId, {
    type: 'render',
    again: {
      recipes: assets
        .map((asset) => asset.recipe)
        .filter((recipe) => MADE_BY_ENGINES.has(recipe.kind) && !isUpload(recipe)),
      anchors: Object.fromEntries(manifest.scenes.map((scene) => [scene.sceneId, scene.anchor])),
    },
  })
  return { projectId, targetId: target.id }
}

async function missingOf(assets: readonly ManifestAsset[]): Promise<ManifestAsset[]> {
  const known = await findAssets(assets.map((asset) => asset.fingerprint))
  const missing: ManifestAsset[] = []
  for (const asset of assets) {
    const own = known.get(asset.fingerprint)
    if (!own || !(await storage().has(own.key))) missing.push(asset)
  }
  return missing
}

/** The takes that the film showed, whatever the storyboard would make today. */
function pinned({ storyboard, scenes }: Manifest): Storyboard {
  const shown = new Map(scenes.map((scene) => [scene.sceneId, scene.assets]))
  return {
    ...storyboard,
    scenes: storyboard.scenes.map((scene) => {
      const assets = shown.get(scene.id) ?? {}
      const pins = SLOTS.flatMap((slot) => (assets[slot] ? [[slot, assets[slot]] as const] : []))
      return { ...scene, pins: { ...scene.pins, ...Object.fromEntries(pins) } }
    }),
  }
}

function needsUploads(manifest: Manifest, uploads: readonly ManifestAsset[]): StudioError {
  const prints = new Set(uploads.map((asset) => asset.fingerprint))
  const scenes = manifest.scenes.flatMap((scene, i) =>
    Object.values(scene.assets).some((print) => prints.has(print)) ? [i + 1] : [],
  )
  return new StudioError('not_found', `uploads of a manifest are missing: ${[...prints].join(', ')}`, {
    userMessage: `The film shows files of the writer's own that are not here (scenes ${scenes.join(', ')}). Rebuild it from the project's ZIP, in which they travel.`,
    details: { scenes },
  })
}
