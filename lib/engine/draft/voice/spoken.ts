/**
 * The text as it is spoken: quotes, emoji and markup gone, dashes turned into pauses, each code point knowing where in
 * the author's text it came from, so that word times keep pointing into the text the captions show. Pure.
 */
import { readingsOf } from './readings'

export interface SpokenText {
  /** Code points to speak. */
  points: string[]
  /** UTF-16 offset in the original text of each point. */
  offsets: number[]
}

const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u
const WORD = /[\p{L}\p{N}]/u
const PAUSE = /[,;:.!?…，。；：！？、]/u

export interface Reader {
  /** False for what the voice has no sound for. */
  reads(character: string): boolean
  chinese: boolean
}

const ANYONE: Reader = { reads: () => true, chinese: false }

export function spokenText(text: string, reader: Reader = ANYONE): SpokenText {
  const out: SpokenText = { points: [], offsets: [] }
  const readings = readingsOf(text, reader.chinese)
  let skipTo = 0
  for (const { segment, index } of new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)) {
    if (index < skipTo) continue
    const reading = readings.get(index)
    if (reading) {
      skipTo = index + reading.length
      for (const point of reading.spoken) push(out, point, index)
      continue
    }
    const next = text.slice(index + segment.length, index + segment.length + 2)
    for (const point of speak(segment, out.points, next)) {
      push(out, WORD.test(point) && !reader.reads(point) ? ' ' : point, index)
    }
  }
  return out
}

/** Adds a point, but no second space, and of pauses in a row only the strongest: `, —` or `!!!` would be heard as several. */
function push(out: SpokenText, point: string, offset: number): void {
  const last = out.points.at(-1)
  if (point === ' ' && (last === undefined || last === ' ')) return
  const spoken = lastSpoken(out.points)
  if (isPause(point) && isPause(spoken)) {
    if (/[.!?。！？]/u.test(point) && /[,，、]/u.test(spoken)) replaceLastPause(out.points, point)
    return
  }
  out.points.push(point)
  out.offsets.push(offset)
}

function isPause(point: string): boolean {
  return PAUSE.test(point) && point.length === 1
}

function lastSpoken(points: string[]): string {
  return points.findLast((p) => p !== ' ') ?? ''
}

function replaceLastPause(points: string[], point: string): void {
  const at = points.findLastIndex((p) => p !== ' ')
  if (at >= 0) points[at] = point
}

/** What one written character sounds as: itself, a pause, a space or nothing. */
function speak(grapheme: string, before: readonly string[], after: string): string[] {
  const last = before.at(-1) ?? ''
  if (/^[’'ʼ]$/u.test(grapheme)) return /\p{L}/u.test(last) && /^\p{L}/u.test(after) ? ["'"] : []
  if (/^[“”"„‟«»‹›「」『』《》〈〉‘‚‛]$/u.test(grapheme)) return []
  if (/^[—–―─～~]$/u.test(grapheme)) return [CJK.test(lastSpoken([...before.slice(-3)])) ? '，' : ',', ' ']
  if (grapheme === '-') return WORD.test(last) && WORD.test(after.charAt(0)) ? ['-'] : [',', ' ']
  if (/^[()（）【】[\]]$/u.test(grapheme)) return before.length > 0 ? [',', ' '] : []
  if (/^[\r\n\u2028\u2029]+$/u.test(grapheme)) return before.length > 0 ? [',', ' '] : []
  if (
    /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3/u.test(grapheme) &&
    !/^[\p{L}\p{N}]$/u.test(grapheme)
  )
    return [' ']
  if (/^[*_#`|^<>{}\\/=+•·\p{C}\p{Z}]/u.test(grapheme)) return [' ']
  return [...grapheme.normalize('NFC')].filter((p) => !/\p{Cs}|\ufe0f/u.test(p))
}

/** True when there is anything to say: letters or digits. */
export function hasSpeech(spoken: SpokenText): boolean {
  return spoken.points.some((p) => WORD.test(p))
}
