import { fingerprintOf } from '@/lib/asset/fingerprint'
import type { Recipe } from '@/lib/asset/recipe'
import { captioned } from '@/lib/plan/captioned'
import { resizedRecipe, sizeOf, soundRecipe } from '@/lib/plan/export'
import { filmParamsOf } from '@/lib/plan/film-recipe'
import type { Manifest } from '@/lib/plan/manifest'
import type { Exported, ExportRequest } from './schema'

export interface WantedFile {
  /** All that it may need, in the order of making; the file is the last one's. */
  recipes: Recipe[]
  what: Exported
}

/**
 * What has to be made for a film as a file of its own. Nothing of the storyboard is read: it may have changed since.
 * Null when the manifest does not tell what the film was cut from.
 */
export function filmFile(manifest: Manifest, request: ExportRequest, ffmpeg: string): WantedFile | null {
  const recipes = new Map(manifest.assets?.map((asset) => [asset.fingerprint, asset.recipe]))
  const film = recipes.get(manifest.fingerprint)
  if (!film) return null
  const { title, width, height } = manifest
  const of = { title, film: manifest.fingerprint, revision: null }
  if (request.format === 'mp3') {
    const what = { ...of, format: request.format, width: null, height: null, captions: null }
    return { recipes: [film, soundRecipe(ffmpeg, manifest.fingerprint)], what }
  }
  const { burnt } = filmParamsOf(film)
  const captions = request.captions ?? burnt
  const other =
    captions === burnt
      ? { film, segments: [] }
      : captioned(film, (print) => recipes.get(print), { burnt: captions, ffmpeg })
  if (!other) return null
  const size =
    request.shortSide === undefined ? { width, height } : sizeOf({ width, height }, request.shortSide)
  const isResized = size.width !== width || size.height !== height
  return {
    recipes: [
      ...[...recipes.values()].filter((recipe) => recipe !== film),
      ...other.segments,
      other.film,
      ...(isResized ? [resizedRecipe(ffmpeg, fingerprintOf(other.film), size)] : []),
    ],
    what: { ...of, format: 'mp4', ...size, captions },
  }
}
