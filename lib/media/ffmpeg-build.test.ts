import { expect, test } from 'vitest'
import { readBuild } from './ffmpeg-build'
import { ffmpegFailure } from './ffmpeg-failure'

const WORDS = {
  version: 'ffmpeg version 7.1.1-1+b1 Copyright (c) 2000-2025 the FFmpeg developers\nbuilt with gcc',
  filters:
    ' .. ass               V->V       Render ASS subtitles.\n .. tpad              V->V       Pad.\n ... xfade             VV->V      Cross fade.',
  encoders:
    ' V....D libx264              libx264 H.264\n A....D aac                  AAC (Advanced Audio Coding)',
}

test('a build is known by its version and its configuration', () => {
  const build = readBuild(WORDS)
  expect(build).toMatchObject({ version: '7.1.1-1+b1', filters: { libass: true, xfade: true } })
  expect(build.build).toMatch(/^ffmpeg\/7\.1\.1-1\+b1-[0-9a-f]{8}$/)
  expect(readBuild({ ...WORDS, version: `${WORDS.version} 14` }).build).not.toBe(build.build)
})

test.each([
  ['libx264', { encoders: WORDS.encoders.replaceAll('libx264', 'libopenh264') }],
  ['aac', { encoders: WORDS.encoders.replace(' aac ', ' ac3 ') }],
  ['libass', { filters: WORDS.filters.replace(' ass ', ' drawtext ') }],
  ['tpad', { filters: WORDS.filters.replace(' tpad ', ' pad ') }],
])('a build without %s is refused by name', (part, lack) => {
  expect(() => readBuild({ ...WORDS, ...lack })).toThrow(part)
})

test.each([
  ['tool_missing', Object.assign(new Error('spawn ffmpeg ENOENT'), { code: 'ENOENT' }), ''],
  [
    'disk_full',
    new Error('ffmpeg exited with code 1'),
    'av_interleaved_write_frame(): No space left on device',
  ],
  [
    'bad_media',
    new Error('ffmpeg exited with code 1'),
    '/data/x.mp4: Invalid data found when processing input',
  ],
  ['engine_failed', new Error('ffmpeg exited with code 1'), 'Conversion failed!'],
])('%s is told from what ffmpeg says, and people see no path', (code, error, stderr) => {
  const failure = ffmpegFailure('ffmpeg', error, `frame=  12 fps=0.0\n${stderr}`)
  expect(failure.code).toBe(code)
  expect(failure.message).toContain(stderr)
  expect(failure.message).not.toContain('frame=')
  expect(failure.userMessage).not.toMatch(/\/data|exited/)
})
