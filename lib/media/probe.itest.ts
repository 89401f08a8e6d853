import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runFfmpeg } from './ffmpeg'
import { probeMedia } from './probe'

let cwd = ''
beforeAll(async () => {
  cwd = await mkdtemp(path.join(os.tmpdir(), 'studio-probe-'))
})
afterAll(() => rm(cwd, { recursive: true, force: true }))

test('a clip tells its picture and sound', async () => {
  const inputs = ['-f', 'lavfi', '-i', 'testsrc2=s=64x48:r=8:d=1', '-f', 'lavfi', '-i', 'sine=r=22050:d=1']
  await runFfmpeg({ args: [...inputs, '-c:v', 'libx264', '-pix_fmt', 'yuv420p', 'a.mp4'], cwd })
  const facts = await probeMedia(path.join(cwd, 'a.mp4'), { countFrames: true })
  expect(facts.video).toMatchObject({ codec: 'h264', width: 64, height: 48, fps: 8, frames: 8 })
  expect(facts.audio).toMatchObject({ codec: 'aac', sampleRate: 22_050, channels: 1 })
})

test('a sound has no picture and an exact length', async () => {
  await runFfmpeg({ args: ['-f', 'lavfi', '-i', 'sine=r=22050:d=0.5', 'a.wav'], cwd })
  expect(await probeMedia(path.join(cwd, 'a.wav'))).toMatchObject({
    container: 'wav',
    durationMs: 500,
    video: null,
  })
})

test.each([
  ['text', 'once upon a time'],
  ['a playlist', '#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nfile:///etc/passwd\n#EXT-X-ENDLIST\n'],
  ['a list of files', "ffconcat version 1.0\nfile 'a.wav'\n"],
  ['nothing', ''],
])('%s that calls itself a film is bad media', async (_, text) => {
  const file = path.join(cwd, 'evil.mp4')
  await writeFile(file, text)
  await expect(probeMedia(file)).rejects.toMatchObject({ code: 'bad_media' })
})

test('a name that looks like an address is a file all the same', async () => {
  await expect(probeMedia('http://127.0.0.1:1/x.mp4')).rejects.toThrow(/No such file/)
})
