import { cleanStory } from '@/lib/engine/draft/writer/story'
import { defaultEngines } from '@/lib/engine/registry'
import type { StoryBrief } from '@/lib/storyboard/brief'
import { FRAME_SETTINGS, type Size } from '@/lib/storyboard/schema'
import { readStyle } from '@/lib/storyboard/styles'
import type { Brief, Format } from './schema'

/** About as many pixels in each, so that all take the same time. */
export const FILM_SIZES: Record<Format, Size> = {
  '16:9': { width: 1280, height: 720 },
  '9:16': { width: 720, height: 1280 },
  '1:1': { width: 960, height: 960 },
}

/** What the published API sets beside the brief; null or absent keeps the default. */
export interface BriefChanges {
  frame?: Partial<StoryBrief['settings']['frame']>
  film?: Size
  fps?: number | null
  transitionMs?: number | null
  seed?: number | null
}

/** The settings of a new project: everything the story's storyboard will be composed with. */
export async function storyBriefOf(brief: Brief, changes: BriefChanges = {}): Promise<StoryBrief> {
  const film = changes.film ?? FILM_SIZES[brief.size]
  const style = readStyle(brief.style)
  return {
    story: cleanStory(brief.story),
    title: brief.title ?? '',
    language: brief.language,
    sceneCount: brief.sceneCount,
    transitionMs: changes.transitionMs ?? null,
    seed: changes.seed ?? null,
    settings: {
      film,
      frame: { ...FRAME_SETTINGS, ...film, ...changes.frame },
      clip: { fps: changes.fps ?? null },
      style: { id: style.id, prompt: style.prompt },
      voice: { id: brief.voice, speed: brief.speed },
      // The seed follows from the story when the storyboard is composed.
      music: { on: brief.music, seed: 0 },
      subtitles: brief.subtitles,
      engines: await defaultEngines(),
    },
  }
}
