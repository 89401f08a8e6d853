import type { Json, Recipe } from '@/lib/asset/recipe'
import type { Cue } from '@/lib/media/subtitles'
import type { Storyboard, Transition } from '@/lib/storyboard/schema'
import type { FilmScene } from './film'
import { speechStartSamples } from './timing'

const place = (i: number): string => String(i).padStart(4, '0')

/** The role in which a film's recipe names the segment of its scene `i`. */
export const segmentRole = (i: number): string => `segment.${place(i)}`

/** The film is decided by its segments and sounds in order and by what is written into the file itself. */
export function filmRecipe(board: Storyboard, scenes: readonly FilmScene[], ffmpeg: string): Recipe {
  const inputs: Record<string, string> = {}
  scenes.forEach((scene, i) => {
    if (scene.segment.fingerprint) inputs[segmentRole(i)] = scene.segment.fingerprint
    if (scene.speech) inputs[`speech.${place(i)}`] = scene.speech
    if (scene.score) inputs[`score.${place(i)}`] = scene.score
  })
  return {
    kind: 'film',
    engine: ffmpeg,
    params: {
      title: board.title,
      language: board.language,
      burnt: board.settings.subtitles,
      scenes: scenes.map((scene, i) => ({
        title: scene.title,
        packets: scene.timing.packets,
        speechStart: speechStartSamples(scene.timing),
        seam: scene.timing.seamOut,
        transition: board.scenes[i]?.transition.kind ?? 'cut',
        ...(scene.score ? { anchor: scene.anchor } : {}),
        ...(scene.cues.length > 0 ? { cues: scene.cues.map((cue) => ({ ...cue })) } : {}),
      })),
    },
    inputs,
  }
}

/** The same film under another title. */
export const titled = (recipe: Recipe, title: string): Recipe => ({
  ...recipe,
  params: { ...recipe.params, title },
})

/** One scene of a film, read back out of the film's recipe. */
export interface FilmSceneParams {
  title: string
  packets: number
  /** Samples from the scene's start to its speech. */
  speechStart: number
  /** Frames of the seam to the next scene; 0 for none. */
  seam: number
  transition: Transition['kind']
  anchor: number
  /** In milliseconds from the beginning of speech. */
  cues: Cue[]
  segment: string
  speech: string | null
  score: string | null
}

export interface FilmParams {
  title: string
  language: string
  burnt: boolean
  scenes: FilmSceneParams[]
}

export function filmParamsOf({ params, inputs }: Recipe): FilmParams {
  const scenes = params.scenes as unknown as (Omit<FilmSceneParams, 'anchor' | 'cues'> & {
    anchor?: number
    cues?: Cue[]
  })[]
  const text = (value: Json | undefined) => (typeof value === 'string' ? value : '')
  return {
    title: text(params.title),
    language: text(params.language),
    burnt: params.burnt === true,
    scenes: scenes.map((scene, i) => ({
      ...scene,
      anchor: scene.anchor ?? 0,
      cues: scene.cues ?? [],
      segment: inputs[segmentRole(i)] ?? '',
      speech: inputs[`speech.${place(i)}`] ?? null,
      score: inputs[`score.${place(i)}`] ?? null,
    })),
  }
}
