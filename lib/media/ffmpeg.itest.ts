import { mkdtemp, rm, stat } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findFfmpeg, openFfmpeg, runFfmpeg } from './ffmpeg'

let cwd = ''
beforeAll(async () => {
  cwd = await mkdtemp(path.join(os.tmpdir(), 'studio-ffmpeg-'))
})
afterAll(() => rm(cwd, { recursive: true, force: true }))

const source = (seconds: number, size = '320x180') => [
  '-f',
  'lavfi',
  '-i',
  `testsrc2=s=${size}:r=24:d=${seconds}`,
]

test('the build found can encode H.264 and AAC and burn subtitles, and names itself for recipes', async () => {
  const build = await findFfmpeg()
  expect(build.filters.libass).toBe(true)
  expect(build.build).toMatch(/^ffmpeg\/\S+-[0-9a-f]{8}$/)
  expect(await findFfmpeg()).toBe(build)
})

test('frames are reported while a film is encoded', async () => {
  const frames: number[] = []
  await runFfmpeg({ args: [...source(3), '-c:v', 'libx264', 'a.mp4'], cwd, onFrame: (n) => frames.push(n) })
  expect(frames.at(-1)).toBe(72)
  expect((await stat(path.join(cwd, 'a.mp4'))).size).toBeGreaterThan(1000)
})

test('an input in memory goes in and bytes come out whole', async () => {
  const pcm = new Uint8Array(300_000).map((_, i) => i)
  const raw = ['-f', 'u8', '-ar', '8000', '-ac', '1']
  const { stdout } = await runFfmpeg({ args: [...raw, '-i', 'pipe:0', ...raw, 'pipe:1'], input: pcm })
  expect(Buffer.compare(stdout, pcm)).toBe(0)
})

test('raw frames written to stdin become a clip', async () => {
  const raw = ['-f', 'rawvideo', '-pix_fmt', 'rgba', '-s', '64x64', '-r', '24', '-i', 'pipe:0']
  const { stdin, done } = openFfmpeg({
    args: [...raw, '-c:v', 'libx264', '-pix_fmt', 'yuv420p', 'raw.mp4'],
    cwd,
  })
  for (let i = 0; i < 12; i++) stdin.write(Buffer.alloc(64 * 64 * 4, i))
  stdin.end()
  await done
  expect((await stat(path.join(cwd, 'raw.mp4'))).size).toBeGreaterThan(500)
})

test('a writer is woken when ffmpeg ends early', async () => {
  const { stdin, done } = openFfmpeg({ args: ['-f', 'nonsense', '-i', 'pipe:0', 'x.mp4'], cwd })
  stdin.write(Buffer.alloc(4 << 20))
  await expect(done).rejects.toMatchObject({ code: 'engine_failed' })
  expect(stdin.destroyed).toBe(true)
})

test('an encode of minutes ends when it is cancelled', async () => {
  const abort = new AbortController()
  const run = runFfmpeg({
    args: [...source(600, '1920x1080'), '-c:v', 'libx264', '-preset', 'slow', 'long.mp4'],
    cwd,
    signal: abort.signal,
    onFrame: () => abort.abort(),
  })
  await expect(run).rejects.toMatchObject({ code: 'cancelled' })
})

test('a run past its time limit is stopped and may be tried again', async () => {
  const run = runFfmpeg({ args: [...source(600, '1920x1080'), '-f', 'null', '-'], timeoutMs: 200 })
  await expect(run).rejects.toMatchObject({ code: 'engine_failed', retry: true })
})

test('a file that is no medium is bad media, and people are told without paths or jargon', async () => {
  const run = runFfmpeg({
    args: ['-f', 'mp4', '-i', 'pipe:0', 'x.mp4'],
    cwd,
    input: Buffer.from('not a film'),
  })
  await expect(run).rejects.toMatchObject({
    code: 'bad_media',
    userMessage: expect.not.stringContaining('pipe'),
  })
})

test('the log gets the last words of ffmpeg', async () => {
  const run = runFfmpeg({ args: [...source(1), '-vf', 'nosuchfilter=1', 'x.mp4'], cwd })
  await expect(run).rejects.toThrow(/nosuchfilter/i)
})
