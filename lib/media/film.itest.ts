import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runFfmpeg } from './ffmpeg'
import { assembleFilm, type FilmPiece } from './film'
import { makePoster } from './poster'
import { probeMedia, probeVideoPackets } from './probe'
import { makeSeam } from './seam'
import { makeSegment, type Segment, type SegmentRequest } from './segment'
import { srt } from './subtitle-files'

const SIZE = { width: 320, height: 180 }
const fontsFolder = path.resolve('public/fonts/film')

let root = ''
let folders = 0
beforeAll(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'studio-film-'))
})
afterAll(() => rm(root, { recursive: true, force: true }))

async function folder(): Promise<string> {
  const name = path.join(root, String(folders++))
  await mkdir(name)
  return name
}

async function clipOf(frames: number, fps = 24, source = 'testsrc2'): Promise<string> {
  const cwd = await folder()
  const input = [
    '-f',
    'lavfi',
    '-i',
    `${source}${source.includes('=') ? ':' : '='}s=256x144:r=${fps}`,
    '-frames:v',
    String(frames),
  ]
  await runFfmpeg({ args: [...input, '-c:v', 'libx264', '-pix_fmt', 'yuv420p', 'c.mp4'], cwd })
  return path.join(cwd, 'c.mp4')
}

async function segmentOf(overrides: Partial<SegmentRequest>): Promise<Segment> {
  const frames = overrides.frames ?? 48
  const clip = overrides.clip ?? (await clipOf(overrides.clipFrames ?? frames, overrides.clipFps))
  return await makeSegment({
    ...{ clipFrames: frames, clipFps: 24, frames, seamIn: 6, seamOut: 8, fadeIn: 0, fadeOut: 0 },
    ...{ size: SIZE, cues: [], language: 'en', fontsFolder },
    ...overrides,
    clip,
    cwd: await folder(),
  })
}

const framesOf = async (file: string | null) =>
  file === null ? null : (await probeMedia(file, { countFrames: true })).video?.frames

/** Mean and greatest luma of each frame. */
async function lumaOf(file: string): Promise<{ mean: number; max: number }[]> {
  const { stdout } = await runFfmpeg({ args: ['-i', file, '-pix_fmt', 'gray', '-f', 'rawvideo', 'pipe:1'] })
  const area = SIZE.width * SIZE.height
  return Array.from({ length: stdout.length / area }, (_, i) => {
    const pixels = stdout.subarray(i * area, (i + 1) * area)
    return {
      mean: pixels.reduce((sum, p) => sum + p, 0) / area,
      max: pixels.reduce((a, p) => Math.max(a, p), 0),
    }
  })
}

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

  test('stops within two seconds when it is cancelled', async () => {
    const clip = await clipOf(24)
    const abort = new AbortController()
    let abortedAt = Number.NaN
    const run = segmentOf({
      clip,
      clipFrames: 24,
      frames: 2400,
      size: { width: 1920, height: 1080 },
      signal: abort.signal,
      onFrame: () => {
        abortedAt = performance.now()
        abort.abort()
      },
    })
    await expect(run).rejects.toMatchObject({ code: 'cancelled' })
    expect(performance.now() - abortedAt).toBeLessThan(2_000)
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

describe('a film', () => {
  const SEAM = 6
  const plan = [
    { body: 30, seamIn: 0, seamOut: SEAM },
    { body: 25, seamIn: SEAM, seamOut: SEAM },
    { body: 37, seamIn: SEAM, seamOut: 0 },
  ]
  const packetsOf = (s: (typeof plan)[number]) =>
    Math.round(((s.body + (s.seamIn + s.seamOut) / 2) * 2000) / 1024)
  const totalS = (plan.reduce((sum, s) => sum + packetsOf(s), 0) * 1024) / 48_000
  let pieces: FilmPiece[] = []
  let sound = ''
  let subtitles = ''

  beforeAll(async () => {
    const segments = await Promise.all(
      plan.map((s) => segmentOf({ ...s, frames: s.seamIn + s.body + s.seamOut, clipFrames: 80 })),
    )
    pieces = []
    for (const [i, s] of plan.entries()) {
      const durationS = (packetsOf(s) * 1024) / 48_000 - (s.seamIn + s.seamOut) / 2 / 24
      pieces.push({ path: segments[i]!.body, durationS })
      if (s.seamOut === 0) continue
      const seam = await makeSeam({
        kind: i === 0 ? 'dissolve' : 'wipe',
        tail: segments[i]!.tail ?? '',
        head: segments[i + 1]!.head ?? '',
        frames: SEAM,
        size: SIZE,
        cwd: await folder(),
      })
      pieces.push({ path: seam, durationS: SEAM / 24 })
    }
    const cwd = await folder()
    sound = path.join(cwd, 's.aac')
    subtitles = path.join(cwd, 's.srt')
    await runFfmpeg({
      args: ['-f', 'lavfi', '-i', `sine=d=${totalS}:r=48000`, '-ac', '2', '-c:a', 'aac', '-f', 'adts', sound],
    })
    await writeFile(
      subtitles,
      srt([{ startMs: 100, endMs: 1900, lines: ['1 < 2 <b>x</b>', '<i>a --> b {\\b1}'] }]),
    )
  })

  const TITLE = `A=B;#\\ 'x' "y"\n狐狸`
  const chapters = [
    { title: 'One; #1 = \\ [x]', startMs: 0, endMs: 1400 },
    { title: '二', startMs: 1400, endMs: 3900 },
  ]
  async function filmOf(overrides: { burnt?: boolean; silent?: boolean } = {}): Promise<string> {
    const out = path.join(await folder(), 'film.mp4')
    await assembleFilm({
      ...{ pieces, language: 'zh-CN', title: TITLE, chapters, out },
      burnt: overrides.burnt ?? false,
      aacPath: overrides.silent ? null : sound,
      srtPath: overrides.silent ? null : subtitles,
      cwd: await folder(),
    })
    return out
  }

  test('has every frame of its pieces, each shown after the one before it', async () => {
    const film = await filmOf()
    const frames = plan.reduce((sum, s) => sum + s.body + s.seamOut, 0)
    const packets = await probeVideoPackets(film)
    expect(packets).toHaveLength(frames)
    const shown = packets.map((p) => p.pts).sort((a, b) => a - b)
    const steps = shown.slice(1).map((pts, i) => (pts - (shown[i] ?? 0)) * 24)
    expect(Math.min(...steps)).toBeGreaterThan(0.7)
    expect(Math.max(...steps)).toBeLessThan(1.3)
    const decoding = packets.map((p) => p.dts)
    expect(decoding).toEqual([...decoding].sort((a, b) => a - b))
    const { stdout } = await runFfmpeg({
      args: [
        '-i',
        film,
        '-map',
        '0:v',
        '-vf',
        'scale=1:1,format=gray',
        '-vsync',
        '0',
        '-f',
        'rawvideo',
        'pipe:1',
      ],
    })
    expect(stdout).toHaveLength(frames)
  })

  test('has picture and sound of one length', async () => {
    const { video, audio, durationMs } = await probeMedia(await filmOf())
    expect(video).not.toBeNull()
    expect(Math.abs(durationMs - totalS * 1000)).toBeLessThan(1000 / 24)
    expect(Math.abs((audio?.durationMs ?? 0) - totalS * 1000)).toBeLessThan(1000 / 24)
  })

  test('carries its title, chapters and subtitles, whatever characters they hold', async () => {
    const film = await filmOf()
    const { chapters: found, subtitles: tracks } = await probeMedia(film)
    expect(found.map((c) => c.title)).toEqual(chapters.map((c) => c.title))
    expect(tracks).toEqual([{ codec: 'mov_text', language: 'zho', isDefault: true }])
    const { stdout } = await runFfmpeg({ args: ['-i', film, '-map', '0:s', '-f', 'srt', 'pipe:1'] })
    const plain = stdout.toString().replaceAll('\u2060', '')
    expect(plain).toContain('1 < 2 <b>x</b>')
    expect(plain).toContain('<i>a --> b {\\b1}')
    const about = await runFfmpeg({ args: ['-i', film, '-f', 'ffmetadata', 'pipe:1'] })
    expect(about.stdout.toString()).toContain(`title=A\\=B\\;\\#\\\\ 'x' "y" 狐狸`)
  })

  test('with burnt captions has its soft track off', async () => {
    const { subtitles: tracks } = await probeMedia(await filmOf({ burnt: true }))
    expect(tracks).toEqual([{ codec: 'mov_text', language: 'zho', isDefault: false }])
  })

  test('plays before it is wholly loaded, and is the same bytes when it is made again', async () => {
    const bytes = await readFile(await filmOf())
    expect(bytes.indexOf('moov')).toBeLessThan(bytes.indexOf('mdat'))
    expect(Buffer.compare(bytes, await readFile(await filmOf()))).toBe(0)
    expect(bytes.toString('latin1')).not.toMatch(/Lavf\d/)
  })

  test('may be silent', async () => {
    const { audio, video } = await probeMedia(await filmOf({ silent: true }), { countFrames: true })
    expect([audio, video?.frames]).toEqual([null, 104])
  })

  test('has a poster', async () => {
    const out = path.join(await folder(), 'p.jpg')
    await makePoster({ from: await filmOf(), atMs: 1000, maxWidth: 160, out, cwd: await folder() })
    expect((await probeMedia(out)).video).toMatchObject({ codec: 'mjpeg', width: 160, height: 90 })
  })
})
