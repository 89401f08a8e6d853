import { fingerprintOf } from '@/lib/asset/fingerprint'
import type { Recipe } from '@/lib/asset/recipe'
import { SAMPLES_PER_FRAME } from '@/lib/media/sound/clock'
import { type FilmSceneParams, filmParamsOf, segmentRole } from './film-recipe'
import { captionParams, segmentParamsOf } from './segment'

/** A film as recipes: what is cut, and what is joined of that. */
export interface FilmRecipes {
  film: Recipe
  segments: Recipe[]
}

/**
 * The very same film with or without captions in its picture. It follows from the film's own recipe and those of its
 * segments alone, so what became of the storyboard since does not matter. `ffmpeg`: the build that is to cut it. Null
 * when the recipe of a segment is unknown.
 */
export function captioned(
  film: Recipe,
  segmentOf: (fingerprint: string) => Recipe | undefined,
  { burnt, ffmpeg }: { burnt: boolean; ffmpeg: string },
): FilmRecipes | null {
  const { scenes, language } = filmParamsOf(film)
  const segments: Recipe[] = []
  const inputs = { ...film.inputs }
  for (const [i, scene] of scenes.entries()) {
    const own = segmentOf(scene.segment)
    if (!own) return null
    const { cues: _, language: __, ...plain } = own.params
    const captions = burnt ? captionParams(scene.cues, speechFrameOf(scene, own), language) : {}
    const segment = { ...own, engine: ffmpeg, params: { ...plain, ...captions } }
    segments.push(segment)
    inputs[segmentRole(i)] = fingerprintOf(segment)
  }
  return { segments, film: { ...film, engine: ffmpeg, params: { ...film.params, burnt }, inputs } }
}

/** The scene's sound begins in the middle of its seam, its segment at the seam's first frame. */
const speechFrameOf = ({ speechStart }: FilmSceneParams, segment: Recipe): number =>
  speechStart / SAMPLES_PER_FRAME + segmentParamsOf(segment).seamIn / 2
