import { expect, test } from 'vitest'
import { toneWav } from '@/tests/kit/engines'
import { peaksOf, waveformPath } from './peaks'

const bytesOf = (buffer: Buffer): ArrayBuffer =>
  buffer.buffer.slice(buffer.byteOffset, buffer.byteOffset + buffer.byteLength) as ArrayBuffer

test('a second of a tone has sixty peaks at the height of the tone', () => {
  const peaks = peaksOf(bytesOf(toneWav(1_000)))
  expect(peaks).toHaveLength(60)
  for (const peak of peaks) expect(peak).toBeCloseTo(0.1, 1)
})

test('what is no recording of ours has no waveform', () => {
  expect(peaksOf(new ArrayBuffer(0))).toEqual([])
  expect(peaksOf(bytesOf(Buffer.from('RIFF    WAVE not one of ours at all')))).toEqual([])
  expect(waveformPath([])).toBe('')
})

test('a waveform is closed and stays within its box', () => {
  expect(waveformPath([0.5, 1])).toBe('M0 -0.500L1 -1.000L1 1.000L0 0.500Z')
})
