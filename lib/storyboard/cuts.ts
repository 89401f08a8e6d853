/** Where a text may be cut: before a word, in any language. Chinese words are those of the language's own segmenter. */

/** UTF-16 offsets, rising, never 0 and never the end. */
export function cutsOf(text: string, language: string): number[] {
  const cuts: number[] = []
  for (const { index, isWordLike } of segmenterOf(language).segment(text)) {
    if (!isWordLike || index === 0) continue
    cuts.push(opening(text, index))
  }
  return [...new Set(cuts)].filter((at) => at > 0)
}

/** An opening quote or bracket belongs to the word behind it. */
function opening(text: string, index: number): number {
  let at = index
  while (at > 0 && /[“‘「『（《([{"']/u.test(text.charAt(at - 1)) && !/\S/u.test(text.charAt(at - 2) || ' '))
    at--
  while (at > 0 && /[“‘「『（《]/u.test(text.charAt(at - 1))) at--
  return at
}

const SENTENCE_END = /[.!?。！？…;；][”’」』）"')\]]*\s*$/u

/** The cut that most people would make: a sentence's end nearest the middle, else the word nearest to it. */
export function middleCut(text: string, cuts: readonly number[]): number | null {
  const middle = text.length / 2
  const nearest = (list: readonly number[]) =>
    list.reduce<number | null>(
      (best, at) => (best === null || Math.abs(at - middle) < Math.abs(best - middle) ? at : best),
      null,
    )
  return nearest(cuts.filter((at) => SENTENCE_END.test(text.slice(0, at)))) ?? nearest(cuts)
}

const segmenters = new Map<string, Intl.Segmenter>()

function segmenterOf(language: string): Intl.Segmenter {
  const known = segmenters.get(language)
  if (known) return known
  const made = new Intl.Segmenter(language, { granularity: 'word' })
  segmenters.set(language, made)
  return made
}
