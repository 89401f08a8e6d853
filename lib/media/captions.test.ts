import { describe, expect, test } from 'vitest'
import { assDocument, type CaptionFont, escapeAss, fontsUsed } from './captions'
import type { Cue } from './subtitles'

const SIZE = { width: 1280, height: 720 }
const font = (family: string, pattern: RegExp, lineEm = 1.5): CaptionFont => ({
  family,
  files: [`${family}.woff`],
  lineEm,
  covers: (code) => pattern.test(String.fromCodePoint(code)),
})
const LATIN = font('Latin', /[\u0020-\u024f\ufeff]/)
const HAN = font('Han', /[ -~\p{Script=Han}，。]/u, 1.4)
const ARABIC = font('Arabic', /[ \u0600-\u06ff]/, 2)
const HEBREW = font('Hebrew', /[ \u0590-\u05ff\u200f]/)
const fonts = [LATIN, HAN, ARABIC, HEBREW]

const cue = (...lines: string[]): Cue => ({ startMs: 1000, endMs: 2500, lines })
const events = (cues: Cue[], language = 'en', list = fonts) =>
  assDocument({ cues, language, size: SIZE, fonts: list })
    .split('\n')
    .filter((line) => line.startsWith('Dialogue: 1,'))
    .map((line) => line.split(',').slice(9).join(','))
/** What a viewer reads: without override tags, escapes undone. */
const shown = (event = '') =>
  event
    .replace(/\\N/g, '\n')
    .replace(/(?<!\\)\{[^}]*\}/g, '')
    .replace(/\\([{}])/g, '$1')
    .replace(/\ufeff/g, '')

describe('an ASS document', () => {
  test.each([["it's 50%: [a];,$"], ['{\\b1}bold{\\b0}'], ['a \\N b \\h c \\n d'], ['\\'], ['{'], ['}{']])(
    '%s is shown as it stands',
    (line) => {
      expect(shown(events([cue(line)])[0])).toBe(line)
    },
  )

  test('no backslash of the text stands before a letter or brace', () => {
    expect(escapeAss('\\N\\{x}')).toBe('\\\ufeffN\\\ufeff\\{x\\}')
  })

  test('a line break in the text cannot open a new event', () => {
    const made = events([cue('a\nDialogue: 1,0:00:00.00,0:00:09.00,Film,,0,0,0,,b')])
    expect(made).toHaveLength(1)
  })

  test('two lines are two lines', () => {
    expect(shown(events([cue('one', 'two')])[0])).toBe('one\ntwo')
  })

  test('each script is set in a font that has it, and spaces do not change the font', () => {
    const [event] = events([cue('He met 小明 there')])
    expect(event?.match(/\\fn\w+/g)).toEqual(['\\fnLatin', '\\fnHan', '\\fnLatin'])
    expect(shown(event)).toBe('He met 小明 there')
  })

  test("Latin letters in a Chinese line are set in the Chinese font's own", () => {
    const [event] = events([cue('打开MacBook。')], 'zh', [HAN, LATIN])
    expect(event?.match(/\\fn\w+/g)).toEqual(['\\fnHan'])
  })

  test('every font is scaled to the same letter size', () => {
    const [event] = events([cue('x小ش')])
    expect(event?.match(/\\fs[\d.]+/g)).toEqual(['\\fs57', '\\fs53.2', '\\fs76'])
  })

  test('characters that no font has vanish, and leave no double space', () => {
    expect(shown(events([cue('a 🦊 b')])[0])).toBe('a b')
    expect(events([cue('🦊🦊')])).toEqual([])
  })

  test('a line in Arabic runs from right to left even if it begins with a Latin name', () => {
    expect(shown(events([cue('MacBook هو')], 'ar')[0])).toBe('\u200fMacBook هو')
    expect(shown(events([cue('MacBook هو')], 'en')[0])).toBe('MacBook هو')
  })

  test('times are rounded down to the hundredth, so that a cue begins with its frame', () => {
    const doc = assDocument({
      cues: [{ startMs: 41.67, endMs: 3_723_459, lines: ['x'] }],
      language: 'en',
      size: SIZE,
      fonts,
    })
    expect(doc).toContain('Dialogue: 1,0:00:00.04,1:02:03.45,Film')
  })

  test('a cue without length is left out', () => {
    expect(events([{ startMs: 1000, endMs: 1004, lines: ['x'] }])).toEqual([])
  })

  test('only the fonts that are used need to be at hand', () => {
    expect(fontsUsed([cue('abc', '小')], fonts).map((f) => f.family)).toEqual(['Latin', 'Han'])
  })
})
