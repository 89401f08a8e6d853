import { describe, expect, test } from 'vitest'
import { fitClip, pushZoom } from './clip-fit'
import { seamArgs } from './seam'
import { seamShare, wipeShare } from './seam-shape'
import { type SegmentShape, segmentArgs } from './segment'

const SHAPE: SegmentShape = {
  ...{ clipFrames: 96, clipFps: 24, frames: 96, seamIn: 12, seamOut: 12, fadeIn: 0, fadeOut: 0 },
  size: { width: 1280, height: 720 },
}
const argsOf = (overrides: Partial<SegmentShape> = {}, isCaptioned = false) =>
  segmentArgs({ ...SHAPE, ...overrides }, isCaptioned)
const optionOf = (args: readonly string[], flag: string) => args[args.indexOf(flag) + 1]

describe('a clip is fitted to its scene', () => {
  test.each([
    ['as long as wanted: as it is', 96, 24, 96, { stretch: 1, moving: 96, held: 0 }],
    ['longer: cut', 120, 24, 96, { stretch: 1, moving: 96, held: 0 }],
    ['of another rate, as long as wanted: as it is', 28, 7, 96, { stretch: 1, moving: 96, held: 0 }],
    ['a little short: slowed', 64, 24, 96, { stretch: 1.5, moving: 96, held: 0 }],
    ['half as long: at half speed', 48, 24, 96, { stretch: 2, moving: 96, held: 0 }],
    ['much too short: at half speed, then held', 14, 7, 200, { stretch: 2, moving: 96, held: 104 }],
    ['a single picture: held', 1, 24, 48, { stretch: 2, moving: 2, held: 46 }],
  ])('%s', (_, clipFrames, clipFps, frames, fit) => {
    expect(fitClip({ clipFrames, clipFps, frames })).toEqual(fit)
  })

  test('is never slower than half speed and always exactly as long as wanted', () => {
    for (let clipFrames = 1; clipFrames < 60; clipFrames += 3) {
      for (const clipFps of [6, 7, 8, 12, 24, 25, 30, 60]) {
        const { stretch, moving, held } = fitClip({ clipFrames, clipFps, frames: 100 })
        expect([stretch >= 1 && stretch <= 2, moving >= 1, held >= 0, moving + held]).toEqual([
          true,
          true,
          true,
          100,
        ])
      }
    }
  })
})

describe('the arguments of a segment', () => {
  test('force a keyframe at either seam and cut there', () => {
    const args = argsOf()
    expect(optionOf(args, '-force_key_frames')).toBe('expr:eq(n,12)+eq(n,84)')
    expect(optionOf(args, '-segment_frames')).toBe('12,84')
    expect(optionOf(args, '-frames:v')).toBe('96')
  })

  test('cut nothing without seams', () => {
    const args = argsOf({ seamIn: 0, seamOut: 0 })
    expect(args).not.toContain('-segment_frames')
    expect(args).not.toContain('-force_key_frames')
    expect(args.at(-1)).toBe('part-0.mp4')
  })

  test('hold no path and no text of a story', () => {
    const args = argsOf({}, true)
    expect(optionOf(args, '-i')).toBe('clip.mp4')
    expect(optionOf(args, '-filter_complex')).toContain('ass=captions.ass:fontsdir=fonts')
    expect(args.some((arg) => arg.startsWith('/'))).toBe(false)
  })

  test('fix the threads, since x264 writes other bytes for another number of them', () => {
    expect(optionOf(argsOf(), '-threads')).toBe('1')
  })

  test('fade within the segment', () => {
    const filter = optionOf(argsOf({ fadeIn: 8, fadeOut: 10 }), '-filter_complex')
    expect(filter).toContain('fade=t=in:s=0:n=8,fade=t=out:s=86:n=10')
  })

  test('push into the last picture only when it is held', () => {
    expect(optionOf(argsOf(), '-filter_complex')).not.toContain('zoompan')
    expect(optionOf(argsOf({ clipFrames: 12 }), '-filter_complex')).toContain('d=72:')
  })

  test('blend a slow clip up to the rate of the film, thin a fast one out, leave its own alone', () => {
    expect(optionOf(argsOf({ clipFps: 7, clipFrames: 28 }), '-filter_complex')).toContain('framerate=fps=24')
    expect(optionOf(argsOf({ clipFps: 30, clipFrames: 120 }), '-filter_complex')).toContain('fps=24')
    expect(optionOf(argsOf(), '-filter_complex')).not.toMatch(/framerate|fps=24/)
  })
})

describe('the arguments of a seam', () => {
  const seam = (kind: 'dissolve' | 'wipe') => seamArgs({ kind, frames: 12, size: SHAPE.size })

  test('need nothing that ffmpeg 4.1 lacks', () => {
    for (const kind of ['dissolve', 'wipe'] as const) expect(seam(kind).join(' ')).not.toContain('xfade')
  })

  test('encode as the segments are encoded, so that the film can copy both', () => {
    const codec = (args: readonly string[]) =>
      args.slice(args.indexOf('-c:v'), args.indexOf('-x264-params') + 2)
    expect(codec(seam('wipe'))).toEqual(codec(argsOf()))
    expect(optionOf(seam('wipe'), '-video_track_timescale')).toBe('48000')
  })

  test('mix the pictures as the animatic does, frame by frame and column by column', () => {
    const lum = (kind: 'dissolve' | 'wipe') => /lum='([^']*)'/.exec(seam(kind).join(' '))?.[1] ?? ''
    const clip = (v: number, low: number, high: number) => Math.min(high, Math.max(low, v))
    const ffmpeg = (kind: 'dissolve' | 'wipe') =>
      new Function('N', 'X', 'W', 'clip', `return (${lum(kind)}) / 255`) as (...values: unknown[]) => number
    for (let n = 0; n < 12; n++) {
      expect(ffmpeg('dissolve')(n, 0, 128, clip)).toBeCloseTo(seamShare(n, 12), 9)
      for (const x of [0, 30, 64, 127]) {
        expect(ffmpeg('wipe')(n, x, 128, clip)).toBeCloseTo(wipeShare(seamShare(n, 12), x / 127), 9)
      }
    }
  })
})

test('a held picture is pushed into without a jump', () => {
  expect(pushZoom(0, 72)).toBe(1)
  for (let n = 1; n < 72; n++) {
    const step = pushZoom(n, 72) - pushZoom(n - 1, 72)
    expect(step).toBeGreaterThan(0)
    expect(step).toBeLessThan(0.001)
  }
})
