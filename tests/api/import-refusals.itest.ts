import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { closeDb, db } from '@/lib/base/db'
import { aPicture } from '@/tests/kit/files'
import { aScene, aStoryboard } from '@/tests/kit/storyboard'
import { openStudio, type TestStudio } from '@/tests/kit/studio'
import { aPackedFilm, bringFile, emptyStudio, withJson, zipOf } from './bundles'

let studio: TestStudio
let packed: Buffer

beforeAll(async () => {
  studio = await openStudio()
  packed = (await aPackedFilm(studio)).packed
})
afterAll(async () => {
  await studio.close()
  await closeDb()
})
beforeEach(emptyStudio)

const OFFICE_97 = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(1_000)])
const WAVE = Buffer.concat([Buffer.from('RIFF\0\0\0\0WAVEfmt ', 'latin1'), Buffer.alloc(100)])
const MOVIE = Buffer.concat([
  Buffer.from('\0\0\0\x18ftypisom\0\0\x02\0isomiso2', 'latin1'),
  Buffer.alloc(100),
])
const PAGE = '<!DOCTYPE html>\n<html><body>Please log in</body></html>'
const zipWith = (...names: string[]) => zipOf(names.map((name) => ({ name, bytes: Buffer.from('x') })))
const docx = () => zipWith('word/document.xml', '[Content_Types].xml')
const board = aStoryboard({ scenes: [aScene({ id: 'a' }), aScene({ id: 'b' })] })

/** Details of the answer; nothing may have changed. */
async function refused(body: Buffer | string, name: string, status: number) {
  const answer = await bringFile(body, name)
  expect(answer.status).toBe(status)
  expect(answer.body.error.message).toMatch(/\w/)
  expect([await db().project.count(), await db().asset.count()]).toEqual([0, 0])
  return answer.body.error.details
}

describe('a file that nobody can read a story in says what it is', () => {
  type Case = [
    what: string,
    name: string,
    problem: string,
    found: string,
    file: () => Promise<Buffer | string>,
  ]
  it.each<Case>([
    ['nothing', 'a.txt', 'empty', '', async () => ''],
    ['a ZIP cut short', 'film.zip', 'damaged_zip', '', async () => packed.subarray(0, packed.length - 200)],
    ['a ZIP whose head is gone', 'film.zip', 'damaged_zip', '', async () => packed.subarray(200)],
    ['a web page saved as a ZIP', 'film.zip', 'damaged_zip', '', async () => PAGE],
    ['a Word document cut short', 'a.docx', 'damaged_docx', '', async () => (await docx()).subarray(0, 90)],
    ['a Word document without XML', 'a.docx', 'damaged_docx', '', docx],
    ['a web page saved as a Word document', 'A.DOCX', 'damaged_docx', '', async () => PAGE],
    ['text named as a Word document', 'a.docx', 'damaged_docx', '', async () => 'Once upon a time.'],
    ['a ZIP of something else', 'a.zip', 'foreign_zip', '', () => zipWith('notes.txt')],
    ['an EPUB', 'a.epub', 'document', 'EPUB', () => zipWith('mimetype', 'META-INF/container.xml')],
    ['an ODT', 'a.odt', 'document', 'ODT', () => zipWith('mimetype', 'content.xml')],
    ['a Pages document', 'a.pages', 'document', 'Pages', () => zipWith('Index/Document.iwa')],
    ['a sheet', 'a.xlsx', 'other_type', 'XLSX', () => zipWith('xl/workbook.xml')],
    ['a PDF', 'a.pdf', 'document', 'PDF', async () => '%PDF-1.7\n1 0 obj'],
    ['a PDF named as a Word document', 'a.docx', 'document', 'PDF', async () => '%PDF-1.7\n1 0 obj'],
    ['an RTF', 'a.rtf', 'document', 'RTF', async () => '{\\rtf1\\ansi The fox.}'],
    [
      'subtitles',
      'a.srt',
      'document',
      'SRT',
      async () => '1\r\n00:00:00,000 --> 00:00:02,000\r\nThe fox.\r\n',
    ],
    [
      'subtitles of the web',
      'a.txt',
      'document',
      'WebVTT',
      async () => 'WEBVTT\n\n00:00.000 --> 00:02.000\nThe fox.',
    ],
    ['an old Word document', 'a.doc', 'old_word', '', async () => OFFICE_97],
    ['a Word document with a password', 'a.docx', 'locked_word', '', async () => OFFICE_97],
    ['a web page', 'a.html', 'web_page', 'HTML', async () => PAGE],
    ['a picture', 'a.png', 'picture', 'PNG', async () => aPicture(64, 64, 'image/png')],
    ['a drawing', 'a.svg', 'picture', 'SVG', async () => '<?xml version="1.0"?>\n<svg xmlns="x"/>'],
    ['a sound', 'a.txt', 'sound', 'WAV', async () => WAVE],
    ['a video', 'a.mp4', 'video', 'MP4', async () => MOVIE],
    ['a large video', 'a.mp4', 'video', 'MP4', async () => Buffer.concat([MOVIE, Buffer.alloc(9_000_000)])],
    ['bytes', 'a.txt', 'no_text', '', async () => Buffer.from([1, 0, 2, 0, 3])],
  ])('%s', async (_, name, problem, found, file) => {
    expect(await refused(await file(), name, 422)).toMatchObject({ problem, found })
  })

  it('words that begin as a picture does are a story', async () => {
    const { status, body } = await bringFile('BM was all that the letter said.', 'a.txt')
    expect([status, body.kind]).toEqual([201, 'story'])
    await studio.ended(body.task_id)
  })

  it('text beyond the limit', async () => {
    expect(await refused('word '.repeat(1_700_000), 'a.txt', 413)).toEqual({ limit_bytes: 8_000_000 })
  })

  it.each([
    ['project.json', { version: 9 }],
    ['manifest.json', { version: 9 }],
  ])('a project of a newer studio, by its %s', async (name, change) => {
    const file = await withJson(packed, name, (value) => ({ ...value, ...change }))
    expect(await refused(file, 'film.zip', 422)).toMatchObject({ problem: 'newer', fault: name })
  })
})

describe('what can be read and is no story or storyboard says why', () => {
  const changed = (value: object) => JSON.stringify({ ...board, ...value })
  it.each<[what: string, name: string, field: string, problem: string, value: string, body: string]>([
    ['no words', 'a.txt', 'story', 'no_words', '', '!!!'],
    ['blanks', 'a.md', 'story', 'no_words', '', ' \n '],
    ['too many words', 'a.txt', 'story', 'story_long', '100000', 'word '.repeat(30_000)],
    ['broken JSON', 'a.json', 'file', 'json', '', '{"scenes": ['],
    ['JSON of another kind', 'a.json', 'file', 'no_storyboard', '', '{"a": 1}'],
    ['JSON of a package', 'package.json', 'file', 'no_storyboard', '', '{"name": "x", "version": "1.0.0"}'],
    ['a list', 'a.json', 'file', 'no_storyboard', '', '[1, 2]'],
    ['a storyboard of a newer studio', 'a.json', 'version', 'newer', '', changed({ version: 2 })],
    [
      'one in a newer manifest',
      'a.json',
      'version',
      'newer',
      '',
      `{"version": 3, "storyboard": ${changed({})}}`,
    ],
    ['a storyboard without scenes', 'a.json', 'scenes', 'missing', '', changed({ scenes: undefined })],
    [
      'a scene with a wrong move',
      'a.json',
      'scenes.1.camera',
      'choice',
      'still, push-in, pull-out, pan-left, pan-right, tilt-up, tilt-down',
      changed({ scenes: [aScene({ id: 'a' }), { ...aScene({ id: 'b' }), camera: 'spin' }] }),
    ],
  ])('%s', async (_, name, field, problem, value, body) => {
    const [first] = await refused(body, name, 400)
    expect(first).toEqual({ field, problem, value, expected: expect.stringMatching(/\w/) })
  })
})
