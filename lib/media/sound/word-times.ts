/**
 * When each word is spoken, for a voice that does not say: in proportion to syllables (characters in Chinese), with the
 * pauses of the text laid on the pauses of the recording. Pure.
 */
import type { Silence } from './silences'

/** A word of the text: UTF-16 offset and length, and when it begins. */
export interface EstimatedWord {
  offset: number
  length: number
  startMs: number
}

interface Word {
  offset: number
  length: number
  weight: number
  /** True when the text pauses before it. */
  afterPause: boolean
}

/** `silences` of the recording in order; without any the words are spread evenly over it. */
export function estimateWords(
  text: string,
  language: string,
  durationMs: number,
  silences: readonly Silence[] = [],
): EstimatedWord[] {
  const words = wordsOf(text, language)
  if (words.length === 0 || durationMs <= 0) return []
  const clock = createSpeechClock(durationMs, silences)
  const total = words.reduce((sum, word) => sum + word.weight, 0)
  const pauses: Anchor[] = []
  let weight = 0
  words.forEach((word, i) => {
    if (i > 0 && word.afterPause) pauses.push({ word: i, spokenMs: (weight / total) * clock.spokenMs })
    weight += word.weight
  })
  const anchors = [
    { word: 0, spokenMs: 0 },
    ...matchPauses(pauses, clock.gaps),
    { word: words.length, spokenMs: clock.spokenMs },
  ]
  return anchors.slice(1).flatMap((anchor, i) => {
    const before = anchors[i]!
    return spread(words.slice(before.word, anchor.word), before.spokenMs, anchor.spokenMs, clock.at)
  })
}

function spread(
  words: readonly Word[],
  from: number,
  to: number,
  at: (spokenMs: number) => number,
): EstimatedWord[] {
  const total = words.reduce((sum, word) => sum + word.weight, 0)
  let weight = 0
  return words.map(({ offset, length, weight: own }) => {
    const startMs = Math.round(at(from + ((to - from) * weight) / total))
    weight += own
    return { offset, length, startMs }
  })
}

function wordsOf(text: string, language: string): Word[] {
  const words: Word[] = []
  let afterPause = false
  for (const part of segmenterFor(language).segment(text)) {
    if (part.isWordLike) {
      words.push({
        offset: part.index,
        length: part.segment.length,
        weight: weightOf(part.segment),
        afterPause,
      })
      afterPause = false
    } else if (/[,.;:!?…—–，。；：！？、\n]/u.test(part.segment)) {
      afterPause = true
    }
  }
  return words
}

function segmenterFor(language: string): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language, { granularity: 'word' })
  } catch {
    return new Intl.Segmenter(undefined, { granularity: 'word' })
  }
}

/** Syllables, roughly: a Han character is one, kana and Hangul as well, a digit is read out, else groups of vowels. */
function weightOf(word: string): number {
  const characters =
    word.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu)?.length ?? 0
  const digits = word.match(/\p{N}/gu)?.length ?? 0
  const rest = word.replace(
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{N}]/gu,
    '',
  )
  const vowels = rest.normalize('NFD').match(/[aeiouyаеёиоуыэюяіїєαεηιουω]+/giu)?.length ?? 0
  // Scripts that write no vowels: two letters to a syllable. A short word still takes its time.
  const spelt = vowels > 0 ? vowels - (/[^aeiouy]e$/i.test(rest) && vowels > 1 ? 1 : 0) : rest.length / 2
  return Math.max(0.6, characters + digits * 1.3 + spelt + rest.length * 0.06)
}

interface SpeechClock {
  /** Time with the silences taken out. */
  spokenMs: number
  /** Back to time in the recording; a moment at a silence is the end of it. */
  at(spokenMs: number): number
  /** Silences inside the speech: where, on the spoken clock, and how long. */
  gaps: { spokenMs: number; lengthMs: number }[]
}

function createSpeechClock(durationMs: number, silences: readonly Silence[]): SpeechClock {
  const ordered = silences.filter((s) => s.endMs > s.startMs).sort((a, b) => a.startMs - b.startMs)
  const gaps: SpeechClock['gaps'] = []
  let silentMs = 0
  for (const { startMs, endMs } of ordered) {
    gaps.push({ spokenMs: startMs - silentMs, lengthMs: endMs - startMs })
    silentMs += endMs - startMs
  }
  const spokenMs = Math.max(0, durationMs - silentMs)
  return {
    spokenMs,
    at: (moment) => gaps.reduce((ms, gap) => (gap.spokenMs <= moment + 0.5 ? ms + gap.lengthMs : ms), moment),
    gaps: gaps.filter((gap) => gap.spokenMs > 1 && gap.spokenMs < spokenMs - 1),
  }
}

interface Anchor {
  word: number
  spokenMs: number
}

/** What it costs to leave a pause of the text without a silence, in ms of displacement. */
const UNMATCHED_MS = 450

/** Lays the text's pauses on the recording's in order, with the least displacement; long silences want a pause most. */
function matchPauses(pauses: readonly Anchor[], gaps: SpeechClock['gaps']): Anchor[] {
  const cost = Array.from({ length: pauses.length + 1 }, () => new Float64Array(gaps.length + 1))
  for (let p = 1; p <= pauses.length; p++) cost[p]![0] = cost[p - 1]![0]! + UNMATCHED_MS
  for (let g = 1; g <= gaps.length; g++) cost[0]![g] = cost[0]![g - 1]! + gaps[g - 1]!.lengthMs
  for (let p = 1; p <= pauses.length; p++) {
    for (let g = 1; g <= gaps.length; g++) {
      cost[p]![g] = Math.min(
        cost[p - 1]![g]! + UNMATCHED_MS,
        cost[p]![g - 1]! + gaps[g - 1]!.lengthMs,
        cost[p - 1]![g - 1]! + Math.abs(pauses[p - 1]!.spokenMs - gaps[g - 1]!.spokenMs),
      )
    }
  }
  const anchors: Anchor[] = []
  for (let p = pauses.length, g = gaps.length; p > 0 && g > 0; ) {
    const pause = pauses[p - 1]!
    const gap = gaps[g - 1]!
    if (cost[p]![g] === cost[p - 1]![g - 1]! + Math.abs(pause.spokenMs - gap.spokenMs)) {
      anchors.unshift({ word: pause.word, spokenMs: gap.spokenMs })
      p--
      g--
    } else if (cost[p]![g] === cost[p - 1]![g]! + UNMATCHED_MS) p--
    else g--
  }
  return anchors
}
