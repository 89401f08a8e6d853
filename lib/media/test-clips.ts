/** Builders for tests: short clips, segments of them, and what is in their pictures. */
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { runFfmpeg } from './ffmpeg'
import { probeMedia } from './probe'
import { makeSegment, type Segment, type SegmentRequest } from './segment'

export const SIZE = { width: 320, height: 180 }
const fontsFolder = path.resolve('public/fonts/film')

let root = ''
let folders = 0
/** Call once in a test file: everything made here is removed after its tests. */
export function removeFoldersAfterwards(): void {
  beforeAll(async () => {
    root = await mkdtemp(path.join(os.tmpdir(), 'studio-film-'))
  })
  afterAll(() => rm(root, { recursive: true, force: true }))
}

export async function folder(): Promise<string> {
  const name = path.join(root, String(folders++))
  await mkdir(name)
  return name
}

export async function clipOf(frames: number, fps = 24, source = 'testsrc2'): Promise<string> {
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

export async function segmentOf(overrides: Partial<SegmentRequest>): Promise<Segment> {
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

export const framesOf = async (file: string | null) =>
  file === null ? null : (await probeMedia(file, { countFrames: true })).video?.frames

/** Mean and greatest luma of each frame. */
export async function lumaOf(file: string): Promise<{ mean: number; max: number }[]> {
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
