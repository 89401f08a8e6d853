/** When captions come and go. Free of Node. */

/** When a word is spoken; `offset` is its UTF-16 place in the narration. Engines' word times are of this shape. */
export interface SpokenWord {
  offset: number
  startMs: number
}

/** Shorter than this a caption flashes. */
export const SHORTEST_MS = 900
export const LONGEST_MS = 6_000
/** A shorter gap between two captions looks like a flicker. */
const GAP_MS = 250
/** A caption may outlast its words a little. */
const LINGER_MS = 500

/** About how long a character takes to say, in ms at a common pace; pauses belong to the mark that causes them. */
function weightOf(char: string): number {
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(char)) return 225
  if (/[\p{L}\p{N}]/u.test(char)) return 68
  if (/[.!?。！？…]/u.test(char)) return 320
  return /[,;:，；：、—]/u.test(char) ? 160 : 0
}

/**
 * Time in the speech of a UTF-16 offset of its text: between two spoken words by how long the characters between them
 * take to say; with no word times at all, over the whole speech.
 */
export function clockOf(
  text: string,
  words: readonly SpokenWord[],
  speechMs: number,
): (offset: number) => number {
  const said = new Float64Array(text.length + 1)
  let total = 0
  let at = 0
  for (const char of text) {
    said.fill(total, at, at + char.length)
    total += weightOf(char)
    at += char.length
  }
  said[text.length] = total
  const marks: { offset: number; ms: number }[] = [{ offset: 0, ms: 0 }]
  for (const word of words) {
    const last = marks.at(-1)
    const ms = Math.min(word.startMs, speechMs)
    // Marks that do not go forward are the voice's mistakes.
    if (last && word.offset > last.offset && word.offset < text.length && ms >= last.ms) {
      marks.push({ offset: word.offset, ms })
    }
  }
  marks.push({ offset: text.length, ms: speechMs })
  return (offset) => {
    let low = 0
    let high = marks.length - 1
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if ((marks[middle]?.offset ?? 0) <= offset) low = middle
      else high = middle
    }
    const a = marks[low] ?? { offset: 0, ms: 0 }
    const b = marks[high] ?? a
    const from = said[a.offset] ?? 0
    const span = (said[b.offset] ?? 0) - from
    return span > 0 ? a.ms + ((b.ms - a.ms) * ((said[offset] ?? 0) - from)) / span : a.ms
  }
}

export interface Span {
  startMs: number
  endMs: number
}

/**
 * Spans of captions that start at `starts` and are read in `readMs`: none overlaps, none ends after `endMs`, and each
 * lasts at least 0.9 s where the neighbours leave room.
 */
export function spansOf(
  starts: readonly number[],
  readMs: readonly number[],
  speechMs: number,
  endMs: number,
): Span[] {
  const begin = roomFor(starts, endMs)
  return begin.map((startMs, i) => {
    const next = begin[i + 1]
    const limit = next ?? endMs
    const wish = startMs + Math.max(readMs[i] ?? 0, SHORTEST_MS)
    const spoken = next ?? speechMs + LINGER_MS
    const end = Math.min(limit, Math.max(wish, Math.min(spoken, startMs + LONGEST_MS + LINGER_MS)))
    const isGapClosed = next !== undefined && next - end < GAP_MS
    return { startMs: Math.round(startMs), endMs: Math.round(isGapClosed ? next : end) }
  })
}

/** Moves starts apart, as little as possible, until each has its 0.9 s or an equal share of what there is. */
function roomFor(starts: readonly number[], endMs: number): number[] {
  const room = Math.min(SHORTEST_MS, endMs / Math.max(1, starts.length))
  const begin = starts.map((s) => Math.max(0, Math.min(s, endMs)))
  let latest = endMs
  for (let i = begin.length - 1; i >= 0; i--) {
    latest = Math.min(begin[i] ?? 0, latest - room)
    begin[i] = Math.max(0, latest)
  }
  let earliest = 0
  return begin.map((s) => {
    const start = Math.max(s, earliest)
    earliest = start + room
    return Math.min(start, endMs)
  })
}
