import { randomBytes } from 'node:crypto'
import fs from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import os from 'node:os'
import path from 'node:path'
import { buffer, text } from 'node:stream/consumers'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Answer, type FaultyS3, openFaultyS3, s3Error } from '@/tests/kit/faulty-s3'
import { storageKey } from './key'
import { s3Storage } from './s3'

const key = storageKey('film', 'ab'.padEnd(64, '1'), 'mp4')
const patience = { connectMs: 1_000, answerMs: 300, stallMs: 200 }
const retried = { code: 'storage_failed', retry: true }

let server: FaultyS3
let folder: string
beforeAll(async () => {
  folder = await fs.mkdtemp(path.join(os.tmpdir(), 's3-'))
})
afterAll(async () => await fs.rm(folder, { recursive: true, force: true }))
afterEach(async () => await server.close())

async function against(answer: Answer) {
  server = await openFaultyS3(answer)
  return s3Storage(server.settings, patience)
}

const film = randomBytes(500_000)

/** Begins to send what was asked for; the caller decides how it ends. */
function begin(range: string | undefined, response: ServerResponse): Buffer {
  const [, from = '0', to = ''] = /bytes=(\d+)-(\d*)/.exec(range ?? '') ?? []
  const start = Number(from)
  const end = to === '' ? film.length - 1 : Number(to)
  response.writeHead(range ? 206 : 200, {
    etag: '"v1"',
    'content-length': end - start + 1,
    ...(range && { 'content-range': `bytes ${start}-${end}/${film.length}` }),
  })
  return film.subarray(start, end + 1)
}

describe('reading from a bucket', () => {
  it('goes on at the same byte of the same version when the connection breaks', async () => {
    const store = await against((request, response) => {
      const bytes = begin(request.headers.range, response)
      if (bytes.length < 150_000) response.end(bytes)
      else response.write(bytes.subarray(0, 120_000), () => response.destroy())
    })
    const { size, stream } = await store.open(key, { start: 10, end: film.length - 3 })
    expect(size).toBe(film.length)
    expect((await buffer(stream)).equals(film.subarray(10, film.length - 2))).toBe(true)
    expect(server.requests.length).toBeGreaterThan(2)
    expect(server.requests.slice(1).every(({ ifMatch }) => ifMatch === '"v1"')).toBe(true)
  })

  it('never joins two versions of a file', async () => {
    const store = await against((request, response) => {
      if (request.headers['if-match']) s3Error(response, 412, 'PreconditionFailed')
      else response.write(begin(request.headers.range, response).subarray(0, 1_000), () => response.destroy())
    })
    const { stream } = await store.open(key)
    await expect(buffer(stream)).rejects.toMatchObject(retried)
  })

  it('ends the request when the reader goes', async () => {
    const store = await against((request, response) => {
      response.write(begin(request.headers.range, response).subarray(0, 1_000))
    })
    const { stream } = await store.open(key)
    stream.once('data', () => stream.destroy())
    await server.closed(0)
  })

  it('ends the request also of a reader who goes before the first byte', async () => {
    const store = await against((request, response) => {
      begin(request.headers.range, response)
      response.flushHeaders()
    })
    const { stream } = await store.open(key)
    stream.destroy()
    await server.closed(0)
  })

  it('gives up on a server that sends nothing more, and says so', async () => {
    const store = await against((request, response) => {
      begin(request.headers.range, response)
      response.flushHeaders()
    })
    const { stream } = await store.open(key)
    await expect(buffer(stream)).rejects.toMatchObject(retried)
    expect(server.requests).toHaveLength(3)
  })

  it('leaves no half of a file in an attempt’s folder', async () => {
    const store = await against((request, response) => {
      if (server.requests.length > 1) s3Error(response, 403, 'AccessDenied')
      else response.write(begin(request.headers.range, response).subarray(0, 9_000), () => response.destroy())
    })
    await expect(store.fetchTo(key, folder, 'film.mp4')).rejects.toMatchObject(retried)
    expect(await fs.readdir(folder)).toEqual([])
  })
})

describe('a bucket that does not work', () => {
  it('is an error to try again: no answer, a broken one, none at all', async () => {
    const silent = await against(() => undefined)
    await expect(silent.open(key)).rejects.toMatchObject(retried)
    await server.close()
    await expect(silent.size(key)).rejects.toMatchObject(retried)
    const broken = await against((_request, response) => s3Error(response, 500, 'InternalError'))
    await expect(broken.bytesUsed()).rejects.toMatchObject(retried)
  }, 30_000)

  it('says what is wrong with the settings', async () => {
    const store = await against((_request, response) => s3Error(response, 403, 'SignatureDoesNotMatch'))
    const userMessage = expect.stringContaining('S3_SECRET_KEY')
    await expect(store.open(key)).rejects.toMatchObject({ ...retried, userMessage })
  })

  it('is full when it says so', async () => {
    const store = await against((_request, response) => s3Error(response, 507, 'XMinioStorageFull'))
    const file = path.join(folder, 'source')
    await fs.writeFile(file, 'a film')
    await expect(store.put(key, file)).rejects.toMatchObject({ code: 'disk_full', retry: false })
    await fs.rm(file)
  }, 30_000)

  it('keeps nothing of an upload that failed half way', async () => {
    const store = await against((request, response) => {
      const query = new URL(request.url ?? '', 'http://s3').searchParams
      if (request.method === 'POST') {
        const started =
          '<InitiateMultipartUploadResult><UploadId>u1</UploadId></InitiateMultipartUploadResult>'
        response.writeHead(200, { 'content-type': 'application/xml' }).end(started)
      } else if (request.method === 'DELETE') response.writeHead(204).end()
      else if (query.get('partNumber') === '1') response.writeHead(200, { etag: '"p1"' }).end()
      else s3Error(response, 403, 'AccessDenied')
    })
    const file = path.join(folder, 'large')
    await fs.writeFile(file, Buffer.alloc(17 * 1024 ** 2))
    await expect(store.put(key, file)).rejects.toMatchObject(retried)
    await fs.rm(file)
    const ended = server.requests.find(({ method }) => method === 'DELETE')
    expect(ended?.url).toContain('uploadId=u1')
  }, 30_000)
})

describe('the bytes of a bucket', () => {
  it('are counted over all its pages', async () => {
    const page = (sizes: number[], next: string) => {
      const objects = sizes.map((size) => `<Contents><Key>k</Key><Size>${size}</Size></Contents>`).join('')
      const token =
        next && `<IsTruncated>true</IsTruncated><NextContinuationToken>${next}</NextContinuationToken>`
      return `<ListBucketResult>${objects}${token}</ListBucketResult>`
    }
    const store = await against((request, response) => {
      const token = new URL(request.url ?? '', 'http://s3').searchParams.get('continuation-token')
      response.writeHead(200, { 'content-type': 'application/xml' })
      response.end(token === 'second' ? page([7], '') : page([1, 2], 'second'))
    })
    expect(await store.bytesUsed()).toBe(10)
  })

  it('come whole where a server leaves out the length of an empty file', async () => {
    const store = await against((_request, response) =>
      response.writeHead(200, { 'content-length': 0 }).end(),
    )
    const { size, stream } = await store.open(key)
    expect(size).toBe(0)
    expect(await text(stream)).toBe('')
  })
})
