import { describe, expect, it } from 'vitest'
import { fitScale, inSight, msOfPixels, pixelsOf, ticks } from './scale'

const spans = Array.from({ length: 300 }, (_, i) => ({ startMs: i * 4_000, durationMs: 4_000 }))

describe('the timeline', () => {
  it('shows only the scenes in sight', () => {
    expect(inSight(spans, 0, 10_000)).toEqual({ start: 0, end: 3 })
    expect(inSight(spans, 8_000, 8_001)).toEqual({ start: 2, end: 3 })
    expect(inSight(spans, 1_300_000, 1_400_000)).toEqual({ start: 300, end: 300 })
    expect(inSight([], 0, 1_000)).toEqual({ start: 0, end: 0 })
  })

  it('writes times far enough apart to be read, at every scale', () => {
    for (const scale of [2, 3, 7, 20, 64, 120]) {
      const marks = ticks(0, 600_000, scale)
      const gap = (marks[1] ?? 0) - (marks[0] ?? 0)
      expect(pixelsOf(gap * 1000, scale)).toBeGreaterThanOrEqual(64)
    }
    expect(ticks(12_500, 20_000, 64)).toEqual([13, 14, 15, 16, 17, 18, 19, 20])
  })

  it('fills its width with a film that fits, and scrolls for one that does not', () => {
    expect(pixelsOf(50_000, fitScale(50_000, 1_000))).toBe(1_000)
    expect(fitScale(3_600_000, 1_000)).toBe(2)
    expect(fitScale(0, 1_000)).toBe(2)
    expect(msOfPixels(pixelsOf(1_234, 20), 20)).toBeCloseTo(1_234)
  })
})
