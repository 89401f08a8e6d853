/**
 * The text as it is spoken: quotes, emoji and markup gone, dashes turned into pauses, each code point knowing where in
 * the author's text it came from, so that word times keep pointing into the text the captions show. Pure.
 */

export interface SpokenText {
  /** Code points to speak. */
  points: string[]
  /** UTF-16 offset in the original text of each point. */
  offsets: number[]
}

const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u
const WORD = /[\p{L}\p{N}]/u
const PAUSE = /[,;:.!?…，。；：！？、]/u
const TITLES = /\b(?:Mr|Mrs|Ms|Dr|Prof|St|Jr|Sr)\.(?=\s+\p{Lu})/gu

export function spokenText(text: string, reads: (character: string) => boolean = () => true): SpokenText {
  const out: SpokenText = { points: [], offsets: [] }
  // "Dr. Who" is one sentence: eSpeak ends one at every full stop.
  const silent = new Set([...text.matchAll(TITLES)].map((m) => m.index + m[0].length - 1))
  const push = (point: string, offset: number) => {
    out.points.push(point)
    out.offsets.push(offset)
  }
  for (const { segment, index } of new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)) {
    if (silent.has(index)) continue
    const next = text.slice(index + segment.length, index + segment.length + 2)
    for (const point of speak(segment, out.points, next)) {
      const last = out.points.at(-1)
      if (point === ' ' && (last === undefined || last === ' ')) continue
      // One pause is enough: `, —` or `!!!` would be heard as several.
      if (isPause(point) && last !== undefined && isPause(lastSpoken(out.points)) && point !== last) {
        if (/[.!?。！？]/u.test(point) && /[,，、]/u.test(lastSpoken(out.points)))
          replaceLastPause(out.points, point)
        continue
      }
      if (WORD.test(point) && !reads(point)) push(' ', index)
      else push(point, index)
    }
  }
  return out
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
