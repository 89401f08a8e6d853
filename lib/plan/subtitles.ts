import type { Recipe } from '@/lib/asset/recipe'
import { msOfPackets, SAMPLE_RATE } from '@/lib/media/sound/clock'
import { srt, vtt } from '@/lib/media/subtitle-files'
import type { Cue } from '@/lib/media/subtitles'
import { filmParamsOf } from './film-recipe'

/** A film's captions on its own clock, out of its recipe. */
export function filmCues(recipe: Recipe): Cue[] {
  let startMs = 0
  return filmParamsOf(recipe).scenes.flatMap((scene) => {
    const speechMs = startMs + (scene.speechStart * 1000) / SAMPLE_RATE
    startMs += msOfPackets(scene.packets)
    return scene.cues.map((cue) => ({
      ...cue,
      startMs: Math.round(speechMs + cue.startMs),
      endMs: Math.round(speechMs + cue.endMs),
    }))
  })
}

export const filmSubtitles = (recipe: Recipe, format: 'srt' | 'vtt'): string =>
  format === 'srt' ? srt(filmCues(recipe)) : vtt(filmCues(recipe))
