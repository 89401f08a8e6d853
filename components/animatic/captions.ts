/** Captions: what is said at a moment, as the film's captions say it. */
import { type Cue, cuesOf } from '@/lib/media/subtitles'
import { type AnimaticScene, speechStartMs } from './animatic'

/** Breaking a line into captions takes a while, so it is done for the scene on air and not for all. */
const made = new WeakMap<object, Cue[]>()

/** In milliseconds from the beginning of speech. */
export function captionsOf({ words }: Pick<AnimaticScene, 'words'>): Cue[] {
  if (!words) return []
  const cues = made.get(words) ?? cuesOf(words)
  made.set(words, cues)
  return cues
}

/** The lines of the caption that stands at this moment of the film; null between captions. */
export function captionAt(scene: AnimaticScene, timeMs: number): string[] | null {
  const at = timeMs - scene.startMs - speechStartMs(scene)
  return captionsOf(scene).find(({ startMs, endMs }) => startMs <= at && at < endMs)?.lines ?? null
}
