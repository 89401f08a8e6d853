import type { Json, Recipe } from '@/lib/asset/recipe'
import { framesOfMs, msOfFrames } from '@/lib/media/sound/clock'
import type { Cue } from '@/lib/media/subtitles'
import type { Size, Storyboard } from '@/lib/storyboard/schema'
import type { SceneTiming } from './timing'

/** A segment's body, and the handles at its ends from which the seams are made. */
export type SegmentPart = 'body' | 'head' | 'tail'

/** `cues` count from the beginning of speech; in the recipe they are whole frames of the segment. */
export function segmentRecipe(
  board: Storyboard,
  clip: string,
  timing: SceneTiming,
  cues: readonly Cue[],
  ffmpeg: string,
): Recipe {
  const { film, subtitles } = board.settings
  return {
    kind: 'segment',
    engine: ffmpeg,
    params: {
      width: film.width,
      height: film.height,
      frames: timing.frames,
      seamIn: timing.seamIn,
      seamOut: timing.seamOut,
      ...(timing.fadeIn > 0 ? { fadeIn: timing.fadeIn } : {}),
      ...(timing.fadeOut > 0 ? { fadeOut: timing.fadeOut } : {}),
      ...(subtitles ? captionParams(cues, timing.speechFrame, board.language) : {}),
    },
    inputs: { clip },
  }
}

/** What burns captions into a segment whose speech begins at `speechFrame`. */
export function captionParams(
  cues: readonly Cue[],
  speechFrame: number,
  language: string,
): Record<string, Json> {
  if (cues.length === 0) return {}
  const burnt = cues.map((cue) => ({
    startFrame: speechFrame + framesOfMs(cue.startMs),
    endFrame: speechFrame + framesOfMs(cue.endMs),
    lines: cue.lines,
  }))
  return { cues: burnt, language }
}

/** The body's recipe is the segment's own. */
export const partRecipe = (segment: Recipe, part: SegmentPart): Recipe =>
  part === 'body' ? segment : { ...segment, params: { ...segment.params, part } }

export interface SegmentParams {
  frames: number
  seamIn: number
  seamOut: number
  fadeIn: number
  fadeOut: number
  size: Size
  /** In milliseconds of the segment. */
  cues: Cue[]
  language: string
}

export function segmentParamsOf({ params }: Recipe): SegmentParams {
  const number = (value: Json | undefined) => (typeof value === 'number' ? value : 0)
  const cues = (Array.isArray(params.cues) ? params.cues : []) as {
    startFrame: number
    endFrame: number
    lines: string[]
  }[]
  return {
    frames: number(params.frames),
    seamIn: number(params.seamIn),
    seamOut: number(params.seamOut),
    fadeIn: number(params.fadeIn),
    fadeOut: number(params.fadeOut),
    size: { width: number(params.width), height: number(params.height) },
    cues: cues.map(({ startFrame, endFrame, lines }) => ({
      startMs: msOfFrames(startFrame),
      endMs: msOfFrames(endFrame),
      lines,
    })),
    language: typeof params.language === 'string' ? params.language : '',
  }
}
