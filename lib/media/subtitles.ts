/** Captions from a narration: what they say, line by line, and when. Free of Node: the plan in the browser makes them too. */

import { captionSizeOf, readingSpeed } from './caption-size'
import { type Atom, atomsOf } from './caption-text'
import { clockOf, LONGEST_MS, SHORTEST_MS, type SpokenWord, spansOf } from './cue-times'
import type { Size } from './video'

export interface Cue {
  startMs: number
  endMs: number
  /** One or two. */
  lines: string[]
}

export interface CueRequest {
  text: string
  /** BCP 47. */
  language: string
  /** Empty: times are estimated from the text. */
  words: readonly SpokenWord[]
  speechMs: number
  /** No caption stands after it. */
  endMs: number
  /** Of the film: a narrow one has shorter lines. */
  size: Size
}

/** Cues relative to the start of speech. Their lines hold the narration's text, nothing added and nothing lost but spaces. */
export function cuesOf(request: CueRequest): Cue[] {
  const { text, words, speechMs, endMs } = request
  const { columns } = captionSizeOf(request.size, request.language)
  const atoms = atomsOf(text, columns)
  if (atoms.length === 0 || endMs <= 0) return []
  const clock = clockOf(text, words, speechMs)
  const times = [...atoms.map((atom) => clock(atom.offset)), speechMs]
  const pieces = divide(atoms, times, columns)
  const charMs = 1000 / readingSpeed(request.language)
  const spans = spansOf(
    pieces.map(({ from }) => times[from] ?? 0),
    pieces.map(({ lines }) => lines.join('').length * charMs),
    speechMs,
    endMs,
  )
  return pieces.map(({ lines }, i) => ({ ...(spans[i] ?? { startMs: 0, endMs: 0 }), lines }))
}

interface Piece {
  from: number
  lines: string[]
}

/** What a caption costs beside its break, so that few full ones beat many short ones. */
const CAPTION_COST = 2
const SECOND_LINE_COST = 1
/** A sentence's end within a caption: better than a flash, worse than a caption of its own. */
const INNER_SENTENCE_COST = 3

/** The cheapest way to cut the narration into captions, found from its end (the way TeX breaks a paragraph). */
function divide(atoms: readonly Atom[], times: readonly number[], columns: number): Piece[] {
  const columnsTo = [0]
  for (const [i, atom] of atoms.entries()) {
    columnsTo.push((columnsTo[i] ?? 0) + atom.width + (atom.spaced ? 1 : 0))
  }
  /** Columns of a line from atom `a` up to `b`. */
  const width = (a: number, b: number) =>
    (columnsTo[b] ?? 0) - (columnsTo[a] ?? 0) - (atoms[a]?.spaced ? 1 : 0)
  const best: { cost: number; to: number; split: number }[] = []
  best[atoms.length] = { cost: 0, to: atoms.length, split: 0 }
  for (let from = atoms.length - 1; from >= 0; from--) {
    let choice = { cost: Number.POSITIVE_INFINITY, to: from + 1, split: from + 1 }
    let sentences = 0
    for (let to = from + 1; to <= atoms.length; to++) {
      const split = splitOf(atoms, width, from, to, columns)
      if (!split) break
      const durationMs = (times[to] ?? 0) - (times[from] ?? 0)
      const cost =
        CAPTION_COST +
        split.cost +
        sentences * INNER_SENTENCE_COST +
        (atoms[to - 1]?.breakCost ?? 0) +
        Math.max(0, SHORTEST_MS - durationMs) / 60 +
        Math.max(0, durationMs - LONGEST_MS) / 150 +
        (best[to]?.cost ?? 0)
      if (cost < choice.cost) choice = { cost, to, split: split.at }
      if (atoms[to - 1]?.breakCost === 0) sentences++
    }
    best[from] = choice
  }
  const pieces: Piece[] = []
  for (let from = 0; from < atoms.length; ) {
    const { to, split } = best[from] ?? { to: atoms.length, split: atoms.length }
    const lines = [textOf(atoms, from, split), textOf(atoms, split, to)].filter((line) => line !== '')
    pieces.push({ from, lines })
    from = to
  }
  return pieces
}

/** Where the second line of a caption begins (`to`: there is none), or undefined when two lines do not hold it. */
function splitOf(
  atoms: readonly Atom[],
  width: (a: number, b: number) => number,
  from: number,
  to: number,
  columns: number,
): { at: number; cost: number } | undefined {
  if (width(from, to) <= columns) return { at: to, cost: 0 }
  let best: { at: number; cost: number } | undefined
  for (let at = to - 1; at > from && width(at, to) <= columns; at--) {
    const first = width(from, at)
    if (first > columns) continue
    const uneven = Math.abs(first - width(at, to)) / columns
    const cost = SECOND_LINE_COST + uneven * 5 + (atoms[at - 1]?.breakCost ?? 0) / 3
    if (!best || cost < best.cost) best = { at, cost }
  }
  return best
}

const textOf = (atoms: readonly Atom[], from: number, to: number): string =>
  atoms
    .slice(from, to)
    .map((atom, i) => (i > 0 && atom.spaced ? ` ${atom.text}` : atom.text))
    .join('')
