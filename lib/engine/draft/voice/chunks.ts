/**
 * Cuts what is spoken into pieces eSpeak takes whole: sentences, and of a very long one its clauses. The pauses between
 * are ours, because eSpeak ends a call without any. Pure.
 */
import type { SpokenText } from './spoken'

export interface Chunk {
  /** Text for eSpeak. */
  text: string
  /** UTF-16 offset in the author's text of each code point of `text`; -1 for what was put in between. */
  offsets: number[]
  /** Silence after it at speed 1. */
  pauseMs: number
}

/** eSpeak reads at most 800 bytes as one clause; Chinese takes three a character. */
const MAX_POINTS = 220
/** eSpeak cuts words off near 160 bytes, so a longer run of letters is spoken in parts. */
const MAX_WORD = 40

const SENTENCE_PAUSE_MS = 420
const QUESTION_PAUSE_MS = 480
const CLAUSE_PAUSE_MS = 200

export function chunksOf(spoken: SpokenText): Chunk[] {
  const chunks: Chunk[] = []
  let from = 0
  while (from < spoken.points.length) {
    const { end, pauseMs } = endOfChunk(spoken.points, from)
    const chunk = sliceOf(spoken, from, end, pauseMs)
    if (chunk) chunks.push(chunk)
    from = end
  }
  return chunks
}

function endOfChunk(points: readonly string[], from: number): { end: number; pauseMs: number } {
  const limit = Math.min(points.length, from + MAX_POINTS)
  let clause = -1
  let space = -1
  for (let i = from; i < limit; i++) {
    const point = points[i] ?? ''
    if (endsSentence(points, i)) {
      const end = skipClosing(points, i + 1)
      return { end, pauseMs: /[?!？！]/u.test(point) ? QUESTION_PAUSE_MS : SENTENCE_PAUSE_MS }
    }
    if (/[,;:，；：、]/u.test(point) && !isDigit(points[i + 1])) clause = i + 1
    if (point === ' ') space = i + 1
  }
  if (limit === points.length) return { end: limit, pauseMs: 0 }
  if (clause > from) return { end: clause, pauseMs: CLAUSE_PAUSE_MS }
  return { end: space > from ? space : limit, pauseMs: 0 }
}

/** A full stop between digits or inside an abbreviation (`3.5`, `p.m.`) ends nothing. */
function endsSentence(points: readonly string[], i: number): boolean {
  const point = points[i] ?? ''
  if (/[。！？…]/u.test(point)) return true
  if (!/[.!?]/u.test(point)) return false
  const next = points[i + 1]
  if (next !== undefined && next !== ' ' && !/[.!?…]/u.test(next)) return false
  const afterSpace = points.slice(i + 1, i + 4).find((p) => p !== ' ' && !/[.!?…]/u.test(p))
  return point !== '.' || afterSpace === undefined || !/\p{Ll}/u.test(afterSpace)
}

function skipClosing(points: readonly string[], from: number): number {
  let end = from
  while (end < points.length && /^[\s.!?…。！？]$/u.test(points[end] ?? '')) end++
  return end
}

function isDigit(point: string | undefined): boolean {
  return point !== undefined && /\p{N}/u.test(point)
}

function sliceOf(spoken: SpokenText, from: number, end: number, pauseMs: number): Chunk | undefined {
  const text: string[] = []
  const offsets: number[] = []
  let run = 0
  let speaks = false
  for (let i = from; i < end; i++) {
    const point = spoken.points[i] ?? ''
    run = /[\p{Script=Han}\P{L}]/u.test(point) ? 0 : run + 1
    speaks ||= /[\p{L}\p{N}]/u.test(point)
    if (run > MAX_WORD) {
      text.push(' ')
      offsets.push(-1)
      run = 1
    }
    text.push(point)
    offsets.push(spoken.offsets[i] ?? -1)
  }
  return speaks ? { text: text.join(''), offsets, pauseMs } : undefined
}
