/** By the first lines of WebVTT (W3C) and SubRip files, whose times nobody would read aloud. Free of Node. */
const SUBTITLES: readonly [begins: RegExp, found: string][] = [
  [/^\ufeff?WEBVTT(\s|$)/, 'WebVTT'],
  [/^\ufeff?\s*\d+\r?\n\d\d:\d\d:\d\d[,.]\d{3} --> /, 'SRT'],
]

/** Which subtitles a text is; undefined for any other. */
export const subtitlesIn = (text: string): string | undefined =>
  SUBTITLES.find(([begins]) => begins.test(text))?.[1]
