import { once } from 'node:events'
import { createReadStream } from 'node:fs'
import fs from 'node:fs/promises'
import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { answerFile, attachment, LENGTH_HEADER, parseRange, webStream } from './http-file'

const bytes = Buffer.from('0123456789')
let opened = 0
const file = {
  mediaType: 'video/mp4',
  tag: 'digest',
  size: bytes.length,
  open: async ({ start, end }: { start: number; end: number }) => {
    opened++
    return { stream: Readable.from([bytes.subarray(start, end + 1)]) }
  },
}
const get = (headers: Record<string, string> = {}, method = 'GET') =>
  answerFile(new Request('http://localhost/data/x', { headers, method }), file)

describe('a range', () => {
  it.each([
    ['bytes=0-3', { start: 0, end: 3 }],
    ['bytes=7-', { start: 7, end: 9 }],
    ['bytes=-3', { start: 7, end: 9 }],
    ['bytes=-99', { start: 0, end: 9 }],
    ['bytes=8-99', { start: 8, end: 9 }],
    ['bytes=9-9', { start: 9, end: 9 }],
    ['bytes=10-', 'unsatisfiable'],
    ['bytes=-0', 'unsatisfiable'],
    ['bytes=5-2', null],
    ['bytes=0-1,4-5', null],
    ['bytes=-', null],
    ['lines=1-2', null],
    ['bytes=a-b', null],
    [null, null],
  ])('%s of ten bytes is %j', (header, expected) => {
    expect(parseRange(header, 10)).toEqual(expected)
  })
})

describe('a file', () => {
  it('comes whole, with its tag, and may be kept for ever by its reader alone', async () => {
    const response = await get()
    expect(response.status).toBe(200)
    expect(await response.text()).toBe('0123456789')
    expect(response.headers.get('etag')).toBe('"digest"')
    expect(response.headers.get('accept-ranges')).toBe('bytes')
    expect(response.headers.get(LENGTH_HEADER)).toBe('10')
    expect(response.headers.get('cache-control')).toMatch(/private.*immutable/)
  })

  it('comes in part when asked', async () => {
    const response = await get({ range: 'bytes=2-4' })
    expect(response.status).toBe(206)
    expect(response.headers.get('content-range')).toBe('bytes 2-4/10')
    expect(await response.text()).toBe('234')
  })

  it('comes whole when the part belongs to another version of it', async () => {
    const response = await get({ range: 'bytes=2-4', 'if-range': '"older"' })
    expect(response.status).toBe(200)
    expect((await get({ range: 'bytes=2-4', 'if-range': '"digest"' })).status).toBe(206)
  })

  it('says how long it is when the part lies outside', async () => {
    const response = await get({ range: 'bytes=10-' })
    expect(response.status).toBe(416)
    expect(response.headers.get('content-range')).toBe('bytes */10')
  })

  it('is not read for those who have it or want its head only', async () => {
    opened = 0
    expect((await get({ 'if-none-match': '"other", "digest"' })).status).toBe(304)
    const head = await get({}, 'HEAD')
    expect(head.status).toBe(200)
    expect(head.headers.get(LENGTH_HEADER)).toBe('10')
    expect(opened).toBe(0)
  })

  it('is let go of when its reader leaves in the middle', async () => {
    const endless = Readable.from(
      (function* () {
        for (;;) yield Buffer.alloc(1 << 16)
      })(),
    )
    const response = await answerFile(new Request('http://localhost/'), {
      ...file,
      size: 1 << 30,
      open: async () => ({ stream: endless }),
    })
    const reader = response.body?.getReader()
    await reader?.read()
    await reader?.cancel()
    expect(endless.destroyed).toBe(true)
  })

  it('is closed when its reader leaves while it is being opened', async () => {
    const handle = await fs.open('package.json', 'r')
    const asked = Promise.withResolvers<void>()
    const opening = Promise.withResolvers<Readable>()
    const open = () => {
      asked.resolve()
      return opening.promise
    }
    const reader = webStream(open).getReader()
    const read = reader.read()
    await asked.promise
    await reader.cancel()
    expect((await read).done).toBe(true)
    const stream = createReadStream('', { fd: handle })
    opening.resolve(stream)
    await once(stream, 'close')
    expect(handle.fd).toBe(-1)
  })
})

describe('a file to keep', () => {
  it('has a name of plain letters for old programs and the true one for all others', () => {
    expect(attachment('Salt & “Pepper”: 狐狸(1)', ' 640x360.mp4')).toBe(
      'attachment; filename="Salt _ _Pepper_ ___1_ 640x360.mp4"; ' +
        "filename*=UTF-8''Salt%20%26%20%E2%80%9CPepper%E2%80%9D%20%E7%8B%90%E7%8B%B8%281%29%20640x360.mp4",
    )
  })

  it('keeps its ending however long the title is, and has a name without any', () => {
    expect(attachment('a'.repeat(300), ' 640x360.mp4')).toContain(`"${'a'.repeat(80)} 640x360.mp4"`)
    expect(attachment('???', '.zip')).toBe(`attachment; filename="film.zip"; filename*=UTF-8''film.zip`)
  })
})
