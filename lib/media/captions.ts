/** Captions as they are burnt into the picture: an ASS document for libass. Free of Node. */

import { type CaptionSize, captionSizeOf } from './caption-size'
import type { Cue } from './subtitles'
import type { Size } from './video'

export interface CaptionFont {
  /** As libass sees it. */
  family: string
  /** Paths of its files. */
  files: readonly string[]
  /** Height of its line in ems. */
  lineEm: number
  covers(codePoint: number): boolean
}

export interface CaptionRequest {
  cues: readonly Cue[]
  /** BCP 47. */
  language: string
  size: Size
  /** In the order in which a glyph is looked for. */
  fonts: readonly CaptionFont[]
}

/**
 * White on a soft dark halo, readable on snow and at night. Characters that no font has (emoji above all) are left out,
 * where libass would go looking among the system's fonts or draw a box.
 */
export function assDocument({ cues, language, size, fonts }: CaptionRequest): string {
  const caption = captionSizeOf(size, language)
  const events = cues.flatMap((cue) => {
    const lines = cue.lines.map((line) => burntLine(line, language, caption.em, fonts)).filter(Boolean)
    if (lines.length === 0 || centiseconds(cue.endMs) <= centiseconds(cue.startMs)) return []
    const span = `${assTime(cue.startMs)},${assTime(cue.endMs)}`
    const text = lines.join('\\N')
    return [
      `Dialogue: 0,${span},Halo,,0,0,0,,{\\blur${px(caption.em * 0.09)}}${text}`,
      `Dialogue: 1,${span},Film,,0,0,0,,{\\blur0.6}${text}`,
    ]
  })
  return [
    '[Script Info]',
    'ScriptType: v4.00+',
    `PlayResX: ${size.width}`,
    `PlayResY: ${size.height}`,
    'WrapStyle: 0',
    'ScaledBorderAndShadow: yes',
    '',
    '[V4+ Styles]',
    'Format: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, Bold, Italic, Underline, StrikeOut, ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, Shadow, Alignment, MarginL, MarginR, MarginV, Encoding',
    style('Halo', '&HFFFFFFFF', '&H48000000', caption.em * 0.14, caption, fonts),
    style('Film', '&H00FFFFFF', '&H10101010', caption.em * 0.06, caption, fonts),
    '',
    '[Events]',
    'Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text',
    ...events,
    '',
  ].join('\n')
}

/** Fonts in which these captions are set; the folder given to libass need hold no others. */
export function fontsUsed(cues: readonly Cue[], fonts: readonly CaptionFont[]): CaptionFont[] {
  const used = new Set(
    cues.flatMap((cue) => cue.lines.flatMap((line) => runsOf(line, fonts).map((r) => r.font))),
  )
  return fonts.filter((font) => used.has(font))
}

function style(
  name: string,
  fill: string,
  outline: string,
  border: number,
  { em, sideMargin, bottomMargin }: CaptionSize,
  fonts: readonly CaptionFont[],
): string {
  const font = fonts[0]
  const size = px(em * (font?.lineEm ?? 1))
  const flags = '-1,0,0,0,100,100,0,0,1'
  // Encoding -1: the direction of a line follows its first letter.
  return `Style: ${name},${font?.family ?? ''},${size},${fill},${fill},${outline},${outline},${flags},${px(border)},0,2,${sideMargin},${sideMargin},${bottomMargin},-1`
}

interface Run {
  font: CaptionFont
  text: string
}

/** Cuts a line where the font must change, as rarely as possible. */
function runsOf(line: string, fonts: readonly CaptionFont[]): Run[] {
  const runs: Run[] = []
  for (const char of line) {
    const code = char.codePointAt(0) ?? 0
    const last = runs.at(-1)
    const sets = (f: CaptionFont) => f.covers(code) && (char !== '\\' || f.covers(0xfeff))
    const isNeutral = !/[\p{L}\p{N}]/u.test(char)
    const font = isNeutral && last && sets(last.font) ? last.font : fonts.find(sets)
    if (!font) continue
    if (last?.font === font) last.text += char
    else runs.push({ font, text: char })
  }
  return runs
}

/** Of the characters without width the one that the Latin font has. */
const NO_WIDTH = '\ufeff'

const RIGHT_TO_LEFT = /^(ar|fa|ur|ps|ckb|ug|he|iw|yi)\b/i
const RIGHT_TO_LEFT_MARK = '\u200f'

function burntLine(line: string, language: string, em: number, fonts: readonly CaptionFont[]): string {
  // An Arabic line that begins with a Latin name is an Arabic line still.
  const directed = RIGHT_TO_LEFT.test(language) ? RIGHT_TO_LEFT_MARK + line : line
  const known = [...directed.normalize('NFC')].filter((char) =>
    fonts.some((f) => f.covers(char.codePointAt(0) ?? 0)),
  )
  const text = known.join('').replace(/ {2,}/g, ' ').trim()
  if (!/[^\s\u200f]/u.test(text)) return ''
  return runsOf(text, fonts)
    .map(({ font, text }) => `{\\fn${font.family}\\fs${px(em * font.lineEm)}}${escapeAss(text)}`)
    .join('')
}

/**
 * Braces open override tags and a backslash commands. libass knows `\\{`, but nothing escapes a backslash: one is parted
 * from the letter that would make it a command by a character without width.
 */
export function escapeAss(text: string): string {
  return text
    .replace(/\\/g, `\\${NO_WIDTH}`)
    .replace(/[{}]/g, (brace) => `\\${brace}`)
    .replace(/[\r\n]+/g, ' ')
}

const px = (n: number): string => String(Math.round(n * 10) / 10)
const centiseconds = (ms: number): number => Math.floor(ms / 10)

/** `h:mm:ss.cc`, rounded down: a cue that begins with a frame must not begin after it. */
function assTime(ms: number): string {
  const cs = centiseconds(ms)
  const two = (n: number) => String(n).padStart(2, '0')
  return `${Math.floor(cs / 360_000)}:${two(Math.floor(cs / 6000) % 60)}:${two(Math.floor(cs / 100) % 60)}.${two(cs % 100)}`
}
