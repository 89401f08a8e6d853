import type { Json, Recipe } from '@/lib/asset/recipe'
import type { SoundMode } from '@/lib/media/sound/level'
import type { UnitSpan } from '@/lib/media/sound/unit'
import type { FilmSceneParams } from './film-recipe'

/** The picture between two scenes, out of the tail of one segment and the head of the next. */
export function seamRecipe(
  ffmpeg: string,
  seam: { transition: string; frames: number; tail: string; head: string },
): Recipe {
  const { transition, frames, tail, head } = seam
  return { kind: 'seam', engine: ffmpeg, params: { transition, frames }, inputs: { tail, head } }
}

/** Of the mixing itself; a new one makes every unit anew. */
const MIX = 1

/** One piece of the soundtrack: it depends on its own few scenes alone, wherever in a film they stand. */
export function unitRecipe(
  ffmpeg: string,
  span: UnitSpan,
  scenes: readonly FilmSceneParams[],
  mode: SoundMode,
): Recipe {
  const run = scenes.slice(span.first, span.last + 1)
  const inputs: Record<string, string> = {}
  run.forEach((scene, i) => {
    if (scene.speech) inputs[`speech.${i}`] = scene.speech
    if (scene.score) inputs[`score.${i}`] = scene.score
  })
  return {
    kind: 'unit',
    engine: ffmpeg,
    params: {
      mix: MIX,
      mode,
      from: span.from,
      to: span.to,
      ...(span.startsFilm ? { startsFilm: true } : {}),
      ...(span.endsFilm ? { endsFilm: true } : {}),
      scenes: run.map(
        (scene): Json => ({
          packets: scene.packets,
          ...(scene.speech ? { speechStart: scene.speechStart } : {}),
          ...(scene.score ? { anchor: scene.anchor } : {}),
        }),
      ),
    },
    inputs,
  }
}
