import { expect, test } from 'vitest'
import { shiftCues, srt, vtt } from './subtitle-files'

const CUES = [
  { startMs: 0, endMs: 1499.6, lines: ['One', 'two'] },
  { startMs: 3_600_000, endMs: 3_661_007, lines: ['Three'] },
]

test('SubRip counts from one and writes commas', () => {
  expect(srt(CUES)).toBe(
    '1\n00:00:00,000 --> 00:00:01,500\nOne\ntwo\n\n2\n01:00:00,000 --> 01:01:01,007\nThree\n',
  )
})

test('WebVTT begins with its name and writes points', () => {
  expect(vtt(CUES)).toBe(
    'WEBVTT\n\n00:00:00.000 --> 00:00:01.500\nOne\ntwo\n\n01:00:00.000 --> 01:01:01.007\nThree\n',
  )
})

test('no text becomes a tag, a command or an arrow', () => {
  const cues = [{ startMs: 0, endMs: 1000, lines: ['<b>a</b> & {\\an8} -->', '1 < 2 {x}'] }]
  expect(srt(cues)).not.toMatch(/<b|<\/b|\{\\|-->$/m)
  expect(srt(cues).replaceAll('\u2060', '')).toContain('<b>a</b> & {\\an8} -->\n1 < 2 {x}')
  expect(vtt(cues)).toContain('&lt;b&gt;a&lt;/b&gt; &amp; {\\an8} --&gt;\n1 &lt; 2 {x}')
})

test('cues move in time together', () => {
  expect(shiftCues(CUES, 250)[0]).toEqual({ startMs: 250, endMs: 1749.6, lines: ['One', 'two'] })
})
