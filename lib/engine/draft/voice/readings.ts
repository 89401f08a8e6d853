/** What is not read as it is written, by language. Pure. */

export interface Reading {
  /** UTF-16 offset and length in the text. */
  index: number
  length: number
  /** What to say instead; empty to say nothing. */
  spoken: string
}

const TITLES = /\b(?:Mr|Mrs|Ms|Dr|Prof|St|Jr|Sr)\.(?=\s+\p{Lu})/gu
const YEAR = /(?<!\d)\d{4}(?=年)/gu
const PERCENT = /(\d+(?:\.\d+)?)[%％]/gu
const DIGITS = '零一二三四五六七八九'

export function readingsOf(text: string, chinese: boolean): Map<number, Reading> {
  const readings: Reading[] = []
  // "Dr. Who" is one sentence: eSpeak ends one at every full stop.
  for (const { index, 0: title } of text.matchAll(TITLES)) {
    readings.push({ index: index + title.length - 1, length: 1, spoken: '' })
  }
  if (chinese) {
    for (const { index, 0: year } of text.matchAll(YEAR)) {
      readings.push({ index, length: 4, spoken: year.replace(/\d/g, (digit) => DIGITS[Number(digit)] ?? '') })
    }
    for (const { index, 0: percent, 1: number } of text.matchAll(PERCENT)) {
      readings.push({ index, length: percent.length, spoken: `百分之${number ?? ''}` })
    }
  }
  return new Map(readings.map((reading) => [reading.index, reading]))
}
