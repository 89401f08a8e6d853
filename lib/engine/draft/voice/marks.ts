/** eSpeak's word marks as word times in the author's text. Pure. */
import type { WordTime } from '@/lib/engine/contract'

export interface Mark {
  /** UTF-16 offset in the author's text. */
  offset: number
  startMs: number
}

const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u

/**
 * eSpeak marks every spoken word, so `1,234` has four marks; a written word gets the first. In scripts without spaces
 * a word runs to the next mark.
 */
export function wordTimes(text: string, marks: readonly Mark[]): WordTime[] {
  const words: WordTime[] = []
  const sorted = marks
    .filter((m) => m.offset >= 0 && m.offset < text.length)
    .sort((a, b) => a.offset - b.offset || a.startMs - b.startMs)
  let covered = 0
  sorted.forEach((mark, i) => {
    const start = Math.max(startOfWord(text, mark.offset), covered)
    if (mark.offset < covered || start >= text.length) return
    const next = nextOffset(sorted, i) ?? text.length
    const end = endOfWord(text, start, next)
    if (end <= start) return
    const startMs = Math.round(Math.max(mark.startMs, words.at(-1)?.startMs ?? 0))
    words.push({ offset: start, length: end - start, startMs })
    covered = end
  })
  return words
}

const JOINS = /[\p{L}\p{N}\p{M}'’.,:\-_@%$€£¥&/]/u
const WORD = /[\p{L}\p{N}]/u

/** Back to the start of a spaced word; a mark may point into it (`o’clock`). */
function startOfWord(text: string, at: number): number {
  if (CJK.test(pointAt(text, at))) return at
  let start = at
  while (start > 0) {
    const before = pointBefore(text, start)
    if (!JOINS.test(before) || CJK.test(before)) break
    start -= before.length
  }
  while (start < at && !WORD.test(pointAt(text, start)) && !/[$€£¥]/u.test(pointAt(text, start))) {
    start += pointAt(text, start).length
  }
  return start
}

function endOfWord(text: string, start: number, next: number): number {
  const cjk = CJK.test(pointAt(text, start))
  let end = start
  let lastLetter = start
  while (end < text.length) {
    const point = pointAt(text, end)
    if (cjk ? end >= next || !CJK.test(point) : !JOINS.test(point) || CJK.test(point)) break
    end += point.length
    if (WORD.test(point) || /[\p{M}%]/u.test(point)) lastLetter = end
  }
  return lastLetter
}

function pointAt(text: string, at: number): string {
  const code = text.codePointAt(at)
  return code === undefined ? '' : String.fromCodePoint(code)
}

function pointBefore(text: string, at: number): string {
  const low = text.charCodeAt(at - 1)
  const paired = low >= 0xdc00 && low <= 0xdfff && at >= 2
  return paired ? pointAt(text, at - 2) : text.charAt(at - 1)
}

function nextOffset(sorted: readonly Mark[], i: number): number | undefined {
  let k = i + 1
  while (k < sorted.length && sorted[k]?.offset === sorted[i]?.offset) k++
  return sorted[k]?.offset
}
