/** Timeline: the film's whole length at a glance, scene by scene, with its voice, music and transitions. */

/** Pixels a second. */
export const CLOSEST = 120
export const FARTHEST = 2

/** The scale at which a film just fills the width. */
export const fitScale = (durationMs: number, width: number): number =>
  clampScale(durationMs > 0 ? (width * 1000) / durationMs : FARTHEST)

export const clampScale = (scale: number): number => Math.min(CLOSEST, Math.max(FARTHEST, scale))

export const pixelsOf = (ms: number, scale: number): number => (ms * scale) / 1000
export const msOfPixels = (pixels: number, scale: number): number => (pixels * 1000) / scale

interface Span {
  startMs: number
  durationMs: number
}

/** Which of the spans, in order and without gaps, are in sight; `end` is behind the last. */
export function inSight(
  spans: readonly Span[],
  fromMs: number,
  toMs: number,
): { start: number; end: number } {
  const start = firstWhere(spans, (span) => span.startMs + span.durationMs > fromMs)
  const end = firstWhere(spans, (span) => span.startMs >= toMs)
  return { start, end: Math.max(start, end) }
}

/** The first index for which it holds, given that it holds for all behind it. */
function firstWhere<T>(list: readonly T[], holds: (entry: T) => boolean): number {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(list[middle] as T)) high = middle
    else low = middle + 1
  }
  return low
}

const STEPS_S = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600]
const LEAST_GAP = 64

/** Whole seconds to be written on the ruler, far enough apart to be read. */
export function ticks(fromMs: number, toMs: number, scale: number): number[] {
  const step = STEPS_S.find((seconds) => seconds * scale >= LEAST_GAP) ?? 1_200
  const first = Math.ceil(fromMs / 1000 / step) * step
  const marks: number[] = []
  for (let s = first; s * 1000 <= toMs; s += step) marks.push(s)
  return marks
}
