/** Captions as files of their own: SubRip for the film's soft track, WebVTT for the player. Free of Node. */
import type { Cue } from './subtitles'

export function srt(cues: readonly Cue[]): string {
  return cues
    .map((cue, i) => {
      // Tags, ASS commands and arrows are words here: a joiner without width keeps players from reading them.
      const text = linesOf(cue).replace(/<(?=[\p{L}/])|\{(?=\\)|--(?=>)/gu, '$&\u2060')
      return `${i + 1}\n${clock(cue.startMs, ',')} --> ${clock(cue.endMs, ',')}\n${text}\n`
    })
    .join('\n')
}

/** https://www.w3.org/TR/webvtt1/ : cue text escapes `&`, `<` and `>`. */
export function vtt(cues: readonly Cue[]): string {
  const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
  const blocks = cues.map(
    (cue) => `${clock(cue.startMs, '.')} --> ${clock(cue.endMs, '.')}\n${escaped(linesOf(cue))}\n`,
  )
  return ['WEBVTT\n', ...blocks].join('\n')
}

export const shiftCues = (cues: readonly Cue[], ms: number): Cue[] =>
  cues.map((cue) => ({ ...cue, startMs: cue.startMs + ms, endMs: cue.endMs + ms }))

const linesOf = (cue: Cue): string => cue.lines.join('\n')

function clock(ms: number, point: ',' | '.'): string {
  const whole = Math.round(ms)
  const pad = (n: number, digits = 2) => String(n).padStart(digits, '0')
  const hours = pad(Math.floor(whole / 3_600_000))
  return `${hours}:${pad(Math.floor(whole / 60_000) % 60)}:${pad(Math.floor(whole / 1000) % 60)}${point}${pad(whole % 1000, 3)}`
}
