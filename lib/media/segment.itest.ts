import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { probeMedia, probeVideoPackets } from './probe'
import { makeSeam } from './seam'
import { clipOf, folder, framesOf, lumaOf, removeFoldersAfterwards, SIZE, segmentOf } from './test-clips'

removeFoldersAfterwards()

describe('a segment', () => {
  test('has exactly the frames of its body and seams, all in one format', async () => {
    const { body, head, tail } = await segmentOf({})
    expect(await Promise.all([head, body, tail].map(framesOf))).toEqual([6, 34, 8])
    const { video } = await probeMedia(body)
    expect(video).toMatchObject({ ...SIZE, codec: 'h264', profile: 'High', pixFmt: 'yuv420p', fps: 24 })
    expect(video?.timeBase).toBe('1/48000')
  })

  test.each([
    [0, 8],
    [6, 0],
    [0, 0],
  ])('with seams of %i and %i frames has only the parts it needs', async (seamIn, seamOut) => {
    const { body, head, tail } = await segmentOf({ seamIn, seamOut })
    expect(await Promise.all([head, body, tail].map(framesOf))).toEqual([
      seamIn || null,
      48 - seamIn - seamOut,
      seamOut || null,
    ])
  })

  test('has every part begin with a keyframe at time zero', async () => {
    const { body, head, tail } = await segmentOf({})
    for (const part of [head, body, tail]) {
      const packets = await probeVideoPackets(part ?? '')
      expect(packets[0]).toMatchObject({ isKey: true, pts: 0 })
    }
  })

  test.each([
    ['slowed', 14, 12],
    ['slowed and held', 7, 7],
    ['cut', 60, 24],
    ['thinned out', 60, 30],
    ['a single picture', 1, 24],
  ])('of a fixed clip is %s to the length wanted', async (_, clipFrames, clipFps) => {
    const { body, head, tail } = await segmentOf({ clipFrames, clipFps })
    expect(await Promise.all([head, body, tail].map(framesOf))).toEqual([6, 34, 8])
  })

  test('is the same bytes when it is made again', async () => {
    const clip = await clipOf(20, 8)
    const cues = [{ startMs: 400, endMs: 1200, lines: ['Again'] }]
    const [a, b] = await Promise.all([0, 1].map(() => segmentOf({ clip, clipFrames: 20, clipFps: 8, cues })))
    expect(Buffer.compare(await readFile(a!.body), await readFile(b!.body))).toBe(0)
  })

  test('names no tool and no time in its file', async () => {
    const { body } = await segmentOf({})
    expect((await readFile(body)).toString('latin1')).not.toMatch(/Lavf\d|Lavc\d/)
  })

  test('fades through black at its ends', async () => {
    const clip = await clipOf(48, 24, 'color=c=white')
    const { body } = await segmentOf({ clip, seamIn: 0, seamOut: 0, fadeIn: 10, fadeOut: 10 })
    const light = (await lumaOf(body)).map((frame) => frame.mean)
    expect(light[0]).toBeLessThan(20)
    expect(light[24]).toBeGreaterThan(220)
    expect(light[47]).toBeLessThan(50)
  })

  test.each([
    `it's 50%: [a];,{b}\\N \\h {\\b1} "q" \\`,
    `'`,
    `\\`,
    '{{{',
    '%{pts} $(x) ;,:=',
    'سلام',
    '狐狸🦊',
  ])('burns %s as it stands', async (line) => {
    const cues = [{ startMs: 0, endMs: 1500, lines: [line, 'second'] }]
    const clip = await clipOf(48, 24, 'color=c=gray')
    const plain = await segmentOf({ clip, seamIn: 0, seamOut: 0 })
    const burnt = await segmentOf({ clip, seamIn: 0, seamOut: 0, cues })
    const [before, after] = [await readFile(plain.body), await readFile(burnt.body)]
    expect(after.length).toBeGreaterThan(before.length + 200)
  })

  test('shows a cue from its first frame to its last and no longer', async () => {
    const clip = await clipOf(48, 24, 'color=c=black')
    const cues = [{ startMs: 500, endMs: 1000, lines: ['MMMMMMMMMMMM', 'MMMMMMMMMMM'] }]
    const { body } = await segmentOf({ clip, seamIn: 0, seamOut: 0, cues })
    const lit = (await lumaOf(body)).flatMap(({ max }, i) => (max > 128 ? [i] : []))
    expect([lit[0], lit.at(-1)]).toEqual([12, 23])
  })

  test('stops when it is cancelled', async () => {
    const clip = await clipOf(24)
    const abort = new AbortController()
    const run = segmentOf({
      clip,
      clipFrames: 24,
      frames: 2400,
      size: { width: 1920, height: 1080 },
      signal: abort.signal,
      onFrame: () => abort.abort(),
    })
    await expect(run).rejects.toMatchObject({ code: 'cancelled' })
  })
})

describe('a seam', () => {
  test.each(['dissolve', 'wipe'] as const)(
    '%s goes from one picture to the next, frame by frame',
    async (kind) => {
      const dark = await segmentOf({ clip: await clipOf(48, 24, 'color=c=black') })
      const light = await segmentOf({ clip: await clipOf(48, 24, 'color=c=white'), seamIn: 8 })
      const request = { kind, tail: dark.tail ?? '', head: light.head ?? '', frames: 8, size: SIZE }
      const seam = await makeSeam({ ...request, cwd: await folder() })
      const steps = (await lumaOf(seam)).map((frame) => frame.mean)
      expect(steps).toHaveLength(8)
      expect(steps[0]).toBeLessThan(60)
      expect(steps[7]).toBeGreaterThan(195)
      expect([...steps].sort((a, b) => a - b)).toEqual(steps)
      const again = await makeSeam({ ...request, cwd: await folder() })
      expect(Buffer.compare(await readFile(seam), await readFile(again))).toBe(0)
    },
  )

  test('whose handles are too short is an error, not a shorter film', async () => {
    const { tail } = await segmentOf({ seamOut: 4 })
    const { head } = await segmentOf({ seamIn: 4 })
    const request = { kind: 'wipe' as const, tail: tail ?? '', head: head ?? '', frames: 8, size: SIZE }
    await expect(makeSeam({ ...request, cwd: await folder() })).rejects.toMatchObject({
      code: 'engine_failed',
    })
  })
})
