import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { runFfmpeg } from './ffmpeg'
import { assembleFilm, type FilmPiece } from './film'
import { makePoster } from './poster'
import { probeMedia, probeVideoPackets } from './probe'
import { makeSeam } from './seam'
import { srt } from './subtitle-files'
import { folder, removeFoldersAfterwards, SIZE, segmentOf } from './test-clips'

removeFoldersAfterwards()

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
