/** A manifest as a file: a stranger's, like every other. */
import { z } from 'zod'
import { fingerprintOf } from '@/lib/asset/fingerprint'
import type { Recipe } from '@/lib/asset/recipe'
import { type FieldProblem, invalidInput } from '@/lib/base/errors'
import { checkInput } from '@/lib/base/http-body'
import { BUNDLE_LIMITS, recipeSchema } from '@/lib/bundle/schema'
import type { Manifest, ManifestAsset } from '@/lib/plan/manifest'
import { MADE_BY_ENGINES } from '@/lib/plan/recipe-schema'
import { isUpload } from '@/lib/plan/upload'
import { fingerprintSchema, LIMITS, SLOTS, storyboardSchema } from '@/lib/storyboard/schema'
import { manifestSchema } from '../arrive/bundle/documents'

/** What a film is made of; its seams and sound units follow from these. */
const KINDS: readonly string[] = [...SLOTS, 'score', 'segment', 'film']

const assetSchema = z
  .object({
    fingerprint: fingerprintSchema,
    digest: fingerprintSchema,
    bytes: z.int().min(0),
    mediaType: z.string().max(100),
    recipe: recipeSchema,
  })
  .superRefine(({ fingerprint, recipe }, context) => {
    const issue = (path: PropertyKey[], message: string) =>
      context.addIssue({ code: 'custom', path, message })
    if (!KINDS.includes(recipe.kind)) issue(['recipe', 'kind'], `must be one of ${KINDS.join(', ')}`)
    if (fingerprintOf(recipe as Recipe) !== fingerprint) issue(['fingerprint'], 'must be that of its recipe')
    if (isUpload(recipe)) return
    for (const { path, message } of MADE_BY_ENGINES[recipe.kind]?.safeParse(recipe).error?.issues ?? []) {
      issue(['recipe', ...path], message)
    }
  })

const fileSchema = manifestSchema.extend({
  title: z.string().max(LIMITS.titleChars),
  ffmpeg: z.string().max(400),
  storyboard: storyboardSchema,
  assets: z.array(assetSchema).max(BUNDLE_LIMITS.entries).optional(),
})

/** A manifest from a file. Throws `invalid_input` naming what is wrong in it. */
export function readManifest(value: unknown): Manifest {
  checkJson(value, [])
  const manifest = checkInput(fileSchema, value) as unknown as Manifest
  const problem = assetsFault(manifest) ?? scenesFault(manifest)
  if (problem) throw invalidInput([problem])
  return manifest
}

/** No manifest of ours is a fifth as deep; brackets without end must not end the stack. */
const DEPTH_LIMIT = 64

/** Texts stay as they are, since fingerprints are of them; the one character that no database keeps is refused. */
function checkJson(value: unknown, path: readonly string[]): void {
  const refuse = (expected: string) => invalidInput([{ field: path.join('.') || 'body', expected }])
  if (path.length > DEPTH_LIMIT) throw refuse('must not be nested so deep')
  if (typeof value === 'string' && value.includes('\0')) throw refuse('must not contain a NUL')
  if (typeof value !== 'object' || value === null) return
  for (const [name, member] of Object.entries(value)) checkJson(member, [...path, name])
}

function assetsFault({ version, fingerprint, assets }: Manifest): FieldProblem | null {
  if (version === 1) return assets ? { field: 'assets', expected: 'came with version 2' } : null
  if (!assets) return { field: 'assets', expected: 'must be there from version 2 on' }
  const listed = byFingerprint(assets)
  if (listed.get(fingerprint)?.recipe.kind !== 'film') {
    return { field: 'fingerprint', expected: 'must be that of a film among the assets' }
  }
  const seen = new Set<string>()
  for (const [i, { fingerprint: own, recipe }] of assets.entries()) {
    if (seen.has(own)) return { field: `assets.${i}`, expected: 'must not be listed twice' }
    seen.add(own)
    for (const [role, input] of Object.entries(recipe.inputs)) {
      const kind = listed.get(input)?.recipe.kind
      // A clip's frame, a frame's reference: whatever engines start from is a picture.
      if (MADE_BY_ENGINES[recipe.kind] && kind && kind !== 'frame')
        return { field: `assets.${i}.recipe.inputs.${role}`, expected: `must be a frame, not a ${kind}` }
    }
  }
  return null
}

/** A take is pinned in the scene and the slot that a manifest says: it has to be one for that slot. */
function scenesFault({ scenes, storyboard, assets = [] }: Manifest): FieldProblem | null {
  const ids = new Set(storyboard.scenes.map((scene) => scene.id))
  const listed = byFingerprint(assets)
  for (const [i, scene] of scenes.entries()) {
    if (!ids.delete(scene.sceneId))
      return { field: `scenes.${i}.sceneId`, expected: 'must be that of a scene of the storyboard, once' }
    for (const [slot, fingerprint] of Object.entries(scene.assets)) {
      const kind = listed.get(fingerprint)?.recipe.kind ?? slot
      if (kind !== slot) return { field: `scenes.${i}.assets.${slot}`, expected: `must be no ${kind}` }
    }
  }
  return null
}

const byFingerprint = (assets: readonly ManifestAsset[]): Map<string, ManifestAsset> =>
  new Map(assets.map((asset) => [asset.fingerprint, asset]))
