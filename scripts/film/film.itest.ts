import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase } from '@/tests/kit/database'
import { NODE_ARGS } from '../start/memory.mjs'
import { readFrom } from './again'

let folder: string
const inFolder = (name: string) => path.join(folder, name)

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'film-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

interface Studio {
  DATABASE_URL: string
  DATA_DIR: string
}
const aStudio = async (name: string): Promise<Studio> => ({
  DATABASE_URL: await createTestDatabase(`_${name}`),
  DATA_DIR: inFolder(name),
})

/** The command in a process of its own, as `npm run film` starts it. */
async function film(studio: Studio, ...args: string[]) {
  const child = spawn(process.execPath, [...NODE_ARGS, 'scripts/film/film.ts', ...args], {
    env: { ...process.env, LOG_LEVEL: '', ...studio },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const [code, out, errors] = await Promise.all([
    new Promise<number | null>((resolve) => child.on('close', resolve)),
    text(child.stdout),
    text(child.stderr),
  ])
  return { code, out, errors }
}

describe('the film command', () => {
  let first: Studio
  const file = (name: string) => readFile(inFolder(name))

  beforeAll(async () => {
    first = await aStudio('first')
    await writeFile(inFolder('story.txt'), 'The owl slept.')
    const made = await film(
      first,
      inFolder('story.txt'),
      '--out',
      inFolder('a.mp4'),
      '--scenes',
      '1',
      '--no-music',
    )
    expect([made.code, made.errors]).toEqual([0, expect.stringContaining('100 %  done')])
  })

  it('makes a film again in an empty studio: film, subtitles and manifest are the same files', async () => {
    const args = ['--from', inFolder('a.manifest.json'), '--out', inFolder('b.mp4')]
    const { code, out } = await film(await aStudio('empty'), ...args)
    expect(code).toBe(0)
    expect(out).toContain('The film is identical.\n')
    expect(out).toMatch(/made again, byte for byte the same: 1 film(, 1 \w+){4}\n$/)
    for (const name of ['mp4', 'srt', 'manifest.json'])
      expect((await file(`b.${name}`)).equals(await file(`a.${name}`)), name).toBe(true)
  })

  it('writes over the film that it makes again, and never over the manifest it is made from', async () => {
    const manifest = JSON.parse((await file('a.manifest.json')).toString())
    manifest.assets.at(-1).digest = '0'.repeat(64)
    await writeFile(inFolder('a.manifest.json'), JSON.stringify(manifest))
    const args = ['--from', inFolder('a.manifest.json'), '--out', inFolder('a.mp4'), '--json']
    const { code, out } = await film(first, ...args)
    expect(code).toBe(0)
    const report = JSON.parse(out.trim().split('\n').at(-1) ?? '')
    expect(report).toMatchObject({ version: 2, identical: true, gone: 0, spoilt: 0 })
    expect(report.assets.map(({ likeness }: { likeness: string }) => likeness).sort()).toEqual([
      'kept',
      'kept',
      'kept',
      'kept',
      'other',
    ])
    expect(JSON.parse((await file('a.manifest.json')).toString())).toEqual(manifest)
  })

  it('ends with 2 for a file that is no manifest, says so in a line, and leaves no trace', async () => {
    await mkdir(inFolder('a folder'))
    const { code, errors } = await film(first, '--from', inFolder('a folder'), '--out', inFolder('out/c.mp4'))
    expect(code).toBe(2)
    expect(errors).toBe(
      `--from: must be a file: ${inFolder('a folder')}\nnpm run film -- --help shows every option.\n`,
    )
    expect(await readdir(folder)).not.toContain('out')
  })
})

describe('what a film is made again from', () => {
  const refusal = (name: string) => readFrom(inFolder(name)).catch((error: unknown) => error)

  it.each<[string, string | Buffer]>([
    ['nothing', ''],
    ['a text', 'The owl slept.'],
    ['a picture', Buffer.from('89504e470d0a1a0a', 'hex')],
    ['half a manifest', '{"version": 2, "assets": ['],
    ['another JSON', '{"a": 1}'],
    ['a list', '[]'],
    ['endless brackets', '['.repeat(1_000_000)],
  ])('is not %s', async (_, content) => {
    await writeFile(inFolder('other.json'), content)
    expect(await refusal('other.json')).toMatchObject({ code: 'invalid_input' })
  })

  it('is not half a ZIP', async () => {
    await writeFile(inFolder('half.zip'), 'PK\x03\x04 and no more')
    expect(await refusal('half.zip')).toMatchObject({ code: 'bad_media' })
  })

  it('is not nowhere, and not larger than a manifest can be', async () => {
    expect(await refusal('nowhere.json')).toMatchObject({ details: [{ field: '--from' }] })
    await writeFile(inFolder('large.json'), '')
    await truncate(inFolder('large.json'), 65_000_000)
    expect(await refusal('large.json')).toMatchObject({
      details: [{ field: '--from', expected: expect.stringMatching(/^a manifest has at most 64 MB/) }],
    })
  })
})
