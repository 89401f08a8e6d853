import { cutLongSentences, cutToCount } from './clauses'
import type { Sentence } from './sentences'

/** One scene of the film before it has words for its picture. */
export interface Shot {
  /** The sentences it shows; `from` inclusive, `to` exclusive. */
  from: number
  to: number
  /** Which shot of these same sentences it is; only the first speaks them. */
  part: number
  parts: number
}

const IDEAL_SCENE_MS = 6_800
const LONGEST_PIECE_MS = 13_000
const FEWEST_SCENES = 3
const MOST_SCENES = 200

export interface Pieces {
  /** More than were given where long sentences had to be cut at clause marks. */
  sentences: Sentence[]
  /** How many scenes they will make. */
  count: number
}

/** Decides how many scenes (1 to 200) there will be and cuts sentences that are too long for them. */
export function cutPieces(sentences: Sentence[], sceneCount: number | null): Pieces {
  const totalMs = sentences.reduce((sum, sentence) => sum + sentence.speechMs, 0)
  const count = sceneCount ?? chooseCount(totalMs)
  const pieces = cutLongSentences(sentences, Math.max(LONGEST_PIECE_MS, (totalMs / count) * 1.6))
  if (pieces.length >= count || sceneCount === null) return { sentences: pieces, count }
  return { sentences: cutToCount(pieces, count), count }
}

/**
 * Shares the sentences out to exactly `count` shots. `breaks[i]` says how well a scene ends before sentence i: below 0
 * a good place, above 0 a bad one.
 */
export function arrangeShots(sentences: Sentence[], count: number, breaks: number[]): Shot[] {
  return sentences.length <= count ? spreadShots(sentences, count) : balance(sentences, count, breaks)
}

function chooseCount(totalMs: number): number {
  return Math.min(MOST_SCENES, Math.max(FEWEST_SCENES, Math.round(totalMs / IDEAL_SCENE_MS)))
}

/** More scenes than sentences: each further shot goes to the sentence with the most speech for its shots. */
function spreadShots(sentences: Sentence[], count: number): Shot[] {
  const parts = sentences.map(() => 1)
  for (let extra = count - sentences.length; extra > 0; extra--) {
    let best = 0
    sentences.forEach((sentence, i) => {
      // A heading is a title card: it takes further shots only when nothing else is there.
      const load = (s: Sentence, n: number) => (s.heading ? 0.1 : 1) * ((s.speechMs + 1) / n)
      const leader = sentences[best]
      if (leader && load(sentence, (parts[i] ?? 1) + 1) > load(leader, (parts[best] ?? 1) + 1)) best = i
    })
    parts[best] = (parts[best] ?? 1) + 1
  }
  return sentences.flatMap((_, i) => {
    const total = parts[i] ?? 1
    return Array.from({ length: total }, (_, part) => ({ from: i, to: i + 1, part, parts: total }))
  })
}

/**
 * Least-cost cut of the sentences into `count` runs: speech lengths as equal as the breaks allow. Dynamic programming
 * over (run, end); only ends whose speech time is near the even share are looked at, and the band widens if none fits.
 */
function balance(sentences: Sentence[], count: number, breaks: number[]): Shot[] {
  const grouped = groupForSpeed(sentences, count)
  const ends = grouped.map((group) => group.to)
  const lengths = grouped.map((group) =>
    sentences.slice(group.from, group.to).reduce((sum, s) => sum + s.speechMs, 1),
  )
  const costs = grouped.map((group) => breaks[group.from] ?? 0)
  for (let band = 4; ; band *= 2) {
    const cuts = cheapestCuts(lengths, costs, count, band)
    if (!cuts) continue
    return cuts.map((cut, k) => ({
      from: k === 0 ? 0 : (ends[(cuts[k - 1] ?? 0) - 1] ?? 0),
      to: ends[cut - 1] ?? sentences.length,
      part: 0,
      parts: 1,
    }))
  }
}

/** A book has far more sentences than 200 scenes can tell apart: neighbours travel together, which bounds the search. */
function groupForSpeed(sentences: Sentence[], count: number): { from: number; to: number }[] {
  const size = Math.max(1, Math.floor(sentences.length / (count * 12 + 40)))
  const groups: { from: number; to: number }[] = []
  for (let from = 0; from < sentences.length; from += size) {
    groups.push({ from, to: Math.min(sentences.length, from + size) })
  }
  return groups
}

/** For each run its end (exclusive); null when the band leaves no way through. */
function cheapestCuts(lengths: number[], costs: number[], count: number, band: number): number[] | null {
  const n = lengths.length
  const times = [0]
  for (const length of lengths) times.push((times.at(-1) ?? 0) + length)
  const total = times[n] ?? 1
  const share = total / count
  const widest = Math.ceil((n / count) * 5) + 8 * band
  const back: Int32Array[] = []
  let previous = new Float64Array(n + 1).fill(Number.POSITIVE_INFINITY)
  previous[0] = 0
  for (let k = 1; k <= count; k++) {
    const current = new Float64Array(n + 1).fill(Number.POSITIVE_INFINITY)
    const from = new Int32Array(n + 1).fill(-1)
    for (let end = k; end <= n - (count - k); end++) {
      if (Math.abs((times[end] ?? 0) - k * share) > band * share && k < count) continue
      if (k === count && end < n) continue
      for (let start = Math.max(k - 1, end - widest); start < end; start++) {
        const before = previous[start] ?? Number.POSITIVE_INFINITY
        if (before === Number.POSITIVE_INFINITY) continue
        const ratio = ((times[end] ?? 0) - (times[start] ?? 0)) / share
        const cost = before + (ratio - 1) ** 2 * (ratio > 1 ? 1.4 : 1) + (start > 0 ? (costs[start] ?? 0) : 0)
        if (cost < (current[end] ?? 0)) {
          current[end] = cost
          from[end] = start
        }
      }
    }
    back.push(from)
    previous = current
  }
  if (previous[n] === Number.POSITIVE_INFINITY) return null
  const cuts: number[] = []
  for (let k = count, end = n; k > 0; k--) {
    cuts.unshift(end)
    end = back[k - 1]?.[end] ?? 0
  }
  return cuts
}
