import { speechMs } from '@/lib/engine/draft/writer/speech-time'

/** A scene of speech is about this long, and has this much quiet around it. */
const SCENE_MS = 6_800
const QUIET_MS = 800

/** About how long the film of a story will be when all of it is spoken, which is what the draft writer does. */
export function estimateFilmMs(story: string, sceneCount: number | null): number {
  const speech = speechMs(story)
  if (speech === 0) return 0
  return speech + (sceneCount ?? Math.max(3, Math.round(speech / SCENE_MS))) * QUIET_MS
}
