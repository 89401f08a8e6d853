import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { ClipRequest, EngineContext, FrameRequest } from '@/lib/engine/contract'
import { createDraftCamera } from '@/lib/engine/draft/camera'
import { createDraftPainter } from '@/lib/engine/draft/painter'
import { runFfprobe } from '@/lib/media/ffmpeg'

const folder = mkdtempSync(path.join(tmpdir(), 'camera-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const painted: FrameRequest = {
  prompt: { scene: 'a fox in a snowy forest at night', cast: [], style: '', negative: '' },
  width: 320,
  height: 180,
  steps: null,
  guidance: null,
  seed: 4,
}

function context(
  signal = new AbortController().signal,
  onProgress = (_: { ratio: number }) => {},
): EngineContext {
  return { folder: mkdtempSync(path.join(folder, 'clip-')), signal, onProgress }
}

function clip(changes: Partial<ClipRequest> = {}): ClipRequest {
  return {
    frame: { path: '', painted },
    camera: 'push-in',
    width: 320,
    height: 180,
    frames: 24,
    fps: null,
    seed: 1,
    ...changes,
  }
}

async function probe(file: string) {
  const args = ['-count_frames', '-show_streams', '-of', 'json', file]
  return JSON.parse(await runFfprobe(args)).streams as Record<string, unknown>[]
}

/** Not every Linux has `ps`. */
const allCommands = (): string[] =>
  process.platform === 'linux'
    ? readdirSync('/proc')
        .filter((name) => /^\d+$/.test(name))
        .map(commandOf)
    : execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' }).split('\n')

function commandOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
  } catch {
    // It has ended meanwhile.
    return ''
  }
}

function ffmpegsIn(marker: string): string[] {
  return allCommands().filter((line) => line.includes('rawvideo') && line.includes(marker))
}

describe('the draft camera', () => {
  it('makes exactly the frames asked for, in the film’s own format, without sound', async () => {
    const made = await createDraftCamera().makeClip(clip(), context())
    const streams = await probe(made.path)
    expect(streams).toHaveLength(1)
    expect(streams[0]).toMatchObject({
      codec_name: 'h264',
      profile: 'High',
      pix_fmt: 'yuv420p',
      width: 320,
      height: 180,
      nb_read_frames: '24',
      r_frame_rate: '24/1',
      color_space: 'bt709',
    })
  })

  it('moves over a picture that it has no layers of', async () => {
    const picture = await createDraftPainter().makeFrame({ ...painted, width: 200, height: 300 }, context())
    const order = clip({ frame: { path: picture.path, painted: null }, camera: 'pan-left', frames: 5 })
    const [video] = await probe((await createDraftCamera().makeClip(order, context())).path)
    expect(video).toMatchObject({ width: 320, height: 180, nb_read_frames: '5' })
  })

  it('leaves no ffmpeg behind when it is cancelled', async () => {
    const abort = new AbortController()
    const order = clip({ frames: 4_000, width: 322 })
    const run = createDraftCamera().makeClip(
      order,
      context(abort.signal, () => abort.abort()),
    )
    await expect(run).rejects.toMatchObject({ code: 'cancelled' })
    expect(ffmpegsIn('322x180')).toEqual([])
  })

  it('says so when the picture cannot be read', async () => {
    const broken = path.join(folder, 'broken.png')
    writeFileSync(broken, 'no picture')
    const run = createDraftCamera().makeClip(clip({ frame: { path: broken, painted: null } }), context())
    await expect(run).rejects.toMatchObject({ code: 'engine_failed' })
  })
})
