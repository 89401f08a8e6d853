import { createCanvas } from '@napi-rs/canvas'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeDb, db } from '@/lib/base/db'
import { probeMedia } from '@/lib/media/probe'
import { SLOTS, type Slot } from '@/lib/storyboard/schema'
import { UPLOAD_LIMITS } from '@/lib/upload/schema'
import { toneWav } from '@/tests/kit/engines'
import { anUprightPhoto, aPicture, aPictureBomb, aRecording, aVideo, aZip, renamed } from '@/tests/kit/files'
import { openStudio, type TestStudio } from '@/tests/kit/studio'
import {
  aFilm,
  boardOf,
  bytesOf,
  everythingOf,
  type FileBody,
  pixelsOf,
  type SmallFilm,
  savedFile,
  takesOf,
  upload,
} from './take-caller'

let studio: TestStudio
let film: SmallFilm

beforeAll(async () => {
  studio = await openStudio()
  film = await aFilm(studio, 'The sea was calm. A boat came home.')
})
afterAll(async () => {
  await studio.close()
  await closeDb()
})

/** What a refused file must leave as it was. */
const everything = () => everythingOf(film)

describe('an uploaded picture', () => {
  it('is a take with the name of its file, in its own shape, and is not chosen by that', async () => {
    const before = await boardOf(film.id)
    const { status, body } = await upload(film, aPicture(320, 200, 'image/jpeg'), { name: '狐狸 & 灯.jpg' })
    expect(status).toBe(201)
    expect(body).toMatchObject({
      sceneId: film.scenes[0],
      slot: 'frame',
      label: '狐狸 & 灯.jpg',
      asset: { recipe: { engine: 'upload/file@1' }, facts: { width: 320, height: 200 } },
    })
    const picture = await pixelsOf(body.url)
    expect([picture.width, picture.height]).toEqual([320, 200])
    expect(picture.at(10, 10)[0]).toBeGreaterThan(240)
    const { fingerprint, label } = body
    expect((await takesOf(film)).at(-1)).toMatchObject({ fingerprint, label })
    expect(await boardOf(film.id)).toEqual(before)
  })

  it('stands upright as the camera was held, and nothing of the file but pixels is kept', async () => {
    const { body } = await upload(film, anUprightPhoto(120, 240))
    const picture = await pixelsOf(body.url)
    expect([picture.width, picture.height]).toEqual([120, 240])
    expect(picture.at(60, 10)[0]).toBeGreaterThan(240)
    expect(picture.at(60, 230)[2]).toBeGreaterThan(240)
    const bytes = await bytesOf(body.url)
    expect([bytes.includes('Exif'), bytes.includes('eXIf')]).toEqual([false, false])
  })

  it('is made smaller when it is larger than any frame, cropped when it is a strip, and has no holes', async () => {
    const large = await upload(film, aPicture(4_000, 3_000, 'image/webp'))
    expect(large.body.asset.facts).toMatchObject({ width: 2_048, height: 1_536 })
    const strip = await upload(film, aPicture(2_000, 100, 'image/png'))
    expect(strip.body.asset.facts).toMatchObject({ width: 400, height: 100 })
    const holes = await upload(film, createCanvas(100, 100).toBuffer('image/png'))
    expect((await pixelsOf(holes.body.url)).at(50, 50)).toEqual([255, 255, 255])
  })

  it('is one asset and one take, however often it comes, and one asset in two scenes', async () => {
    const file = aPicture(200, 100, 'image/png')
    const first = await upload(film, file, { name: 'a.png' })
    expect(await upload(film, file, { name: 'b.png' })).toEqual(first)
    const elsewhere = await upload(film, file, { scene: 1, name: 'c.png' })
    const { fingerprint } = first.body
    expect(elsewhere).toMatchObject({ status: 201, body: { fingerprint, label: 'c.png' } })
    const all = [...(await takesOf(film)), ...(await takesOf(film, { scene: 1 }))]
    expect(all.filter((take) => take.fingerprint === fingerprint).map((take) => take.label)).toEqual([
      'a.png',
      'c.png',
    ])
    expect(await db().asset.count({ where: { fingerprint } })).toBe(1)
  })
})

describe('an uploaded clip', () => {
  it('is silent, of the film’s size and rate, and as long as it was', async () => {
    const file = await aVideo(2, { size: '200x300', fps: 30 })
    const { status, body } = await upload(film, file, { slot: 'clip', name: 'sea.mov' })
    expect(status).toBe(201)
    const media = await probeMedia(await savedFile(body.url), { countFrames: true })
    expect(media.tracks).toHaveLength(1)
    expect(media.video).toMatchObject({
      ...{ codec: 'h264', pixFmt: 'yuv420p', width: 128, height: 72, fps: 24, frames: 48 },
    })
    expect(body.asset.facts).toMatchObject({ durationMs: 2_000, frames: 48, fps: 24, width: 128, height: 72 })
  })
})

describe('an uploaded recording', () => {
  it.each([
    ['WAV', async () => toneWav(1_500)],
    ['MP3', () => aRecording(1.5, 'a.mp3')],
    ['M4A', () => aRecording(1.5, 'a.m4a')],
    ['Ogg', () => aRecording(1.5, 'a.ogg', ['-c:a', 'libopus'])],
    ['WebM', () => aRecording(1.5, 'a.webm', ['-c:a', 'libopus'])],
    ['FLAC', () => aRecording(1.5, 'a.flac')],
    ['AAC', () => aRecording(1.5, 'a.aac')],
    ['MP4 with a picture', () => aVideo(1.5)],
  ])('in %s speaks the scene’s line, with a time for each word', async (_, make) => {
    const { status, body } = await upload(film, await make(), { slot: 'narration', name: 'me' })
    expect(status).toBe(201)
    const { facts } = body.asset
    expect(facts.durationMs).toBeGreaterThan(1_400)
    expect(facts.durationMs).toBeLessThan(1_700)
    expect(facts.words.map((word: { offset: number }) => word.offset)).toEqual([0, 4, 8, 12])
    const media = await probeMedia(await savedFile(body.url))
    expect(media.audio).toMatchObject({ codec: 'pcm_s16le', sampleRate: 48_000, channels: 1 })
  })
})

describe('a file the studio refuses', () => {
  const png = aPicture(300, 200, 'image/png')
  const jpeg = aPicture(300, 200, 'image/jpeg')
  const svg = '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
  const tale = 'Once upon a time there was a fox. '.repeat(9)
  const picture = { with: ['picture'] }
  const oddTrack = async () => renamed(renamed(await aVideo(1), 'soun', 'zzzz'), 'mp4a', 'zzz1')

  it.each<[string, Slot, string, () => FileBody | Promise<FileBody>]>([
    ['a zip called .png', 'frame', 'wrong_type ZIP', aZip],
    ['a text', 'frame', 'wrong_type text', () => tale],
    ['an SVG', 'frame', 'wrong_type SVG', () => svg],
    ['an SVG without a head', 'frame', 'wrong_type SVG', () => svg.slice(21)],
    ['an MP4 as a picture', 'frame', 'wrong_type MP4', () => aVideo(0.5)],
    ['noise', 'frame', 'wrong_type ', () => Buffer.alloc(5_000, 7)],
    ['nothing', 'frame', 'empty ', () => ''],
    ['a bomb of 30000 x 30000', 'frame', 'too_many_pixels 30000×30000', () => aPictureBomb(30_000, 30_000)],
    ['a picture of one pixel', 'frame', 'too_small 1×1', () => aPicture(1, 1, 'image/png')],
    ['a truncated PNG', 'frame', 'broken ', () => png.subarray(0, -40)],
    ['a PNG of broken pixels', 'frame', 'broken ', () => Buffer.from(png).fill(7, 60, png.length - 20)],
    ['a truncated JPEG', 'frame', 'broken ', () => jpeg.subarray(0, -200)],
    ['a JPEG of a head alone', 'frame', 'broken ', () => jpeg.subarray(0, 30)],
    ['a picture as a clip', 'clip', 'wrong_type PNG', () => png],
    ['a recording as a clip', 'clip', 'wrong_type WAV', () => toneWav(500)],
    ['a zip called .mp4', 'clip', 'wrong_type ZIP', aZip],
    ['an MP4 without picture', 'clip', 'no_picture ', () => aVideo(1, { with: ['sound'] })],
    [
      'an MP4 in an odd coding',
      'clip',
      'odd_track zzz1',
      async () => renamed(await aVideo(1), 'avc1', 'zzz1'),
    ],
    ['an MP4 with an odd track', 'clip', 'odd_track zzz1', oddTrack],
    [
      'two films in an MP4',
      'clip',
      'two_pictures 2',
      () => aVideo(1, { with: ['picture', 'second picture'] }),
    ],
    ['a truncated MP4', 'clip', 'broken ', async () => (await aVideo(8)).subarray(0, 60_000)],
    ['an MP4 of a head alone', 'clip', 'broken ', async () => (await aVideo(1)).subarray(0, 40)],
    ['six minutes', 'clip', 'too_long ', () => aVideo(362, { ...picture, size: '64x64', fps: 1 })],
    ['a tiny clip', 'clip', 'too_small 32×32', () => aVideo(1, { ...picture, size: '32x32' })],
    ['a text as a recording', 'narration', 'wrong_type text', () => tale],
    ['a video without sound', 'narration', 'no_sound ', () => aVideo(1, picture)],
    ['silence', 'narration', 'silent ', () => toneWav(500, 8_000, 0)],
    ['a WAV of a head alone', 'narration', 'broken ', () => toneWav(500).subarray(0, 30)],
  ])('%s (%s) is bad_media, says so, and leaves everything as it was', async (_, slot, named, make) => {
    const before = await everything()
    const { status, body } = await upload(film, await make(), { slot })
    expect({ status, code: body.error?.code }).toEqual({ status: 422, code: 'bad_media' })
    expect(`${body.error.details.problem} ${body.error.details.found}`).toBe(named)
    expect(body.error.details.slot).toBe(slot)
    expect(body.error.message).toMatch(/Nothing was changed\.$/)
    expect(await everything()).toEqual(before)
  })

  it('may begin like anything and go on like nothing', async () => {
    const heads = [
      'PK\u0003\u0004',
      'RIFF\u00ff\u00ff\u00ff\u00ffWEBPVP8X',
      'RIFF\u0000\u0000\u0000\u0000WAVEfmt ',
      'OggS',
    ]
    heads.push(
      '\u0000\u0000\u0000\u0018ftypisom',
      '\u001aE\u00df\u00a3',
      'ID3\u0004',
      'fLaC',
      '\u00ff\u00d8\u00ff\u00e1',
      'GIF89a',
    )
    heads.push(
      '\u0089PNG\r\n\u001a\n',
      '%PDF-',
      'II*\u0000',
      'BM',
      '\u001f\u008b',
      '\u00ff\u00fb\u0090',
      '8BPS',
      '0&\u00b2u\u008ef\u00cf\u0011',
    )
    const before = await everything()
    for (const head of heads) {
      for (const slot of SLOTS) {
        const noise = Buffer.from(Array.from({ length: 700 }, (_, i) => (i * 7_919) % 251))
        const { status, body } = await upload(film, Buffer.concat([Buffer.from(head, 'latin1'), noise]), {
          slot,
        })
        expect({ head, slot, status, code: body.error?.code }).toEqual({
          head,
          slot,
          status: 422,
          code: 'bad_media',
        })
        expect((await upload(film, Buffer.from(head, 'latin1'), { slot })).status).toBe(422)
      }
    }
    expect(await everything()).toEqual(before)
  })

  it('is refused before its first byte when it says that it is too large', async () => {
    let pulled = 0
    const pull = (to: ReadableStreamDefaultController) => to.enqueue(new Uint8Array(++pulled))
    const before = await everything()
    const answer = await upload(film, new ReadableStream({ pull }, { highWaterMark: 0 }), {
      headers: { 'content-length': '1000000000' },
    })
    expect(answer.status).toBe(413)
    expect(answer.body.error.details).toEqual({ slot: 'frame', limit_bytes: UPLOAD_LIMITS.frame.bytes })
    expect(pulled).toBe(0)
    expect(await everything()).toEqual(before)
  })

  it('is refused at the limit when it does not say how large it is', async () => {
    const megabyte = new Uint8Array(1_000_000)
    let sent = 0
    const pull = (to: ReadableStreamDefaultController) => {
      sent += megabyte.length
      to.enqueue(megabyte)
    }
    const before = await everything()
    const answer = await upload(film, new ReadableStream({ pull }))
    expect({ status: answer.status, code: answer.body.error.code }).toEqual({
      status: 413,
      code: 'too_large',
    })
    expect(sent).toBeLessThan(UPLOAD_LIMITS.frame.bytes + 10 * megabyte.length)
    expect(await everything()).toEqual(before)
  })

  it('leaves nothing when its sender goes away', async () => {
    const away = new AbortController()
    const pull = (to: ReadableStreamDefaultController) => {
      to.enqueue(new Uint8Array(1_000))
      away.abort()
    }
    const before = await everything()
    const answer = await upload(film, new ReadableStream({ pull }), { signal: away.signal })
    expect(answer.body.error.code).toBe('cancelled')
    expect(await everything()).toEqual(before)
  })

  it.each([
    ['another project', { id: '00000000-0000-4000-8000-000000000000' }],
    ['no project', { id: 'mine' }],
    ['no scene', { sceneId: 'scene-99' }],
    ['no name of a scene', { sceneId: '../..' }],
    ['no slot', { slot: 'poster' }],
  ])('of %s is 404', async (_, params) => {
    expect(await upload(film, png, { params })).toMatchObject({
      status: 404,
      body: { error: { code: 'not_found' } },
    })
  })
})

describe('the name of a file', () => {
  it('is a name and no way through folders', async () => {
    const name = '../../etc/\u0000pass\u0007wd.png'
    expect((await upload(film, aPicture(90, 90, 'image/png'), { name })).body.label).toBe('passwd.png')
  })

  it('that is no UTF-8 is refused', async () => {
    const answer = await upload(film, 'x', { headers: { 'X-File-Name': '%ff' } })
    expect(answer).toMatchObject({ status: 400, body: { error: { details: [{ field: 'X-File-Name' }] } } })
  })
})
