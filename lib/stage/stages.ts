import type { WorkType } from '@/lib/task/schema'
import { makeClip } from './clip'
import type { StageHandler } from './contract'
import { makeExport } from './export/export'
import { composeFilm } from './film'
import { makeFrame } from './frame'
import { makeNarration } from './narration'
import { makeScore } from './score'
import { fitSegment } from './segment'
import { makeStoryboard } from './storyboard'

/** Complete by its type: a kind of work without a handler does not compile. */
export const STAGES: Record<WorkType, StageHandler> = {
  storyboard: makeStoryboard,
  frame: makeFrame,
  clip: makeClip,
  narration: makeNarration,
  score: makeScore,
  segment: fitSegment,
  film: composeFilm,
  export: makeExport,
}
