import { type Inspected, inspectAssets, settleConditions } from '@/lib/asset/lost'
import type { Recipe } from '@/lib/asset/recipe'
import { invalidInput, StudioError } from '@/lib/base/errors'
import { entriesOf, type Manifest, type ManifestEntry } from '@/lib/plan/manifest'
import { MADE_BY_ENGINES } from '@/lib/plan/recipe-schema'
import { isUpload } from '@/lib/plan/upload'
import { startTarget } from '@/lib/production/target'
import { SLOTS, type Storyboard } from '@/lib/storyboard/schema'
import { insertArrived } from '../arrive/store'
import { boardBrief } from '../arrive/storyboard-file'

export interface Rebuild {
  projectId: string
  targetId: string
  /** What of the manifest was here, whole, before anything was made. */
  before: ReadonlySet<string>
  /** How many files this studio had lost, and how many it had spoilt; they are made again. */
  gone: number
  spoilt: number
}

type Inspection = ReadonlyMap<string, Inspected>
const isHere = (found: Inspection, fingerprint: string) => found.get(fingerprint)?.condition === 'whole'

/**
 * Makes a manifest's film again in a project of its own: first every asset that an engine made and that is not here, by
 * its own recipe, then the film. Nothing is built on bytes that are not what was kept. Throws `not_found` when it needs
 * files of the writer's own that are not here, and `invalid_input` when a recipe stands on nothing; then nothing was changed.
 */
export async function rebuildFilm(manifest: Manifest): Promise<Rebuild> {
  const entries = entriesOf(manifest)
  const found = await inspectAll(manifest, entries)
  const uploads = entries.filter((entry) => isUpload(entry) && !isHere(found, entry.fingerprint))
  if (uploads.length > 0) throw needsUploads(manifest, uploads)
  const recipes = recipesOf(manifest, found)
  const storyboard = pinned(manifest)
  const brief = await boardBrief(storyboard)
  await settleConditions(found.values())
  const projectId = await insertArrived({
    title: manifest.title,
    brief,
    storyboard,
    takes: [],
    manifest: null,
    hidden: true,
  })
  const target = await startTarget(projectId, {
    type: 'render',
    again: {
      recipes,
      anchors: Object.fromEntries(manifest.scenes.map((scene) => [scene.sceneId, scene.anchor])),
    },
  })
  const conditions = [...found.values()].map(({ condition }) => condition)
  return {
    projectId,
    targetId: target.id,
    before: new Set(entries.map((entry) => entry.fingerprint).filter((print) => isHere(found, print))),
    gone: conditions.filter((condition) => condition === 'gone').length,
    spoilt: conditions.filter((condition) => condition === 'spoilt').length,
  }
}

/** What the manifest names, and what its recipes start from. */
async function inspectAll({ assets = [] }: Manifest, entries: readonly ManifestEntry[]): Promise<Inspection> {
  const named = entries.map((entry) => entry.fingerprint)
  const inputs = assets.filter(({ recipe }) => isMade(recipe)).flatMap(({ recipe }) => inputsOf(recipe))
  return await inspectAssets([...new Set([...named, ...inputs])])
}

const isMade = (recipe: Recipe): boolean => recipe.kind in MADE_BY_ENGINES && !isUpload(recipe)
const inputsOf = ({ inputs }: Recipe): string[] => Object.values(inputs)

/** What engines have to make. A manifest of version 1 names no recipes: those that this studio knows are its own. */
function recipesOf({ assets }: Manifest, found: Inspection): Recipe[] {
  if (!assets) {
    const known = [...found.values()].map(({ asset }) => asset.recipe).filter(isMade)
    return known.filter((recipe) => inputsOf(recipe).every((input) => found.has(input)))
  }
  const listed = new Set(assets.map((asset) => asset.fingerprint))
  for (const [i, { fingerprint, recipe }] of assets.entries()) {
    if (!isMade(recipe) || isHere(found, fingerprint)) continue
    for (const [role, input] of Object.entries(recipe.inputs)) {
      if (listed.has(input) || isHere(found, input)) continue
      const field = `assets.${i}.recipe.inputs.${role}`
      throw invalidInput([{ field, expected: 'must be an asset of the manifest, or one that is here' }])
    }
  }
  return assets.map((asset) => asset.recipe).filter(isMade)
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

function needsUploads(manifest: Manifest, uploads: readonly ManifestEntry[]): StudioError {
  const prints = new Set(uploads.map((entry) => entry.fingerprint))
  const scenes = manifest.scenes.flatMap((scene, i) =>
    Object.values(scene.assets).some((print) => prints.has(print)) ? [i + 1] : [],
  )
  const where = scenes.length > 0 ? ` (scene${scenes.length > 1 ? 's' : ''} ${scenes.join(', ')})` : ''
  return new StudioError('not_found', `uploads of a manifest are missing: ${[...prints].join(', ')}`, {
    userMessage: `The film shows files of the writer's own that are not here, or are spoilt${where}. Rebuild it from the project's ZIP, in which they travel.`,
    details: { scenes },
  })
}
