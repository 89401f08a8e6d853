/** Files over HTTP: ranges, tags and caching (RFC 9110, sections 13 and 14). */
import { Readable } from 'node:stream'
import { errorShape, StudioError } from './errors'
import { fileName } from './file-name'
import { answer } from './http'

/** How long a body will be, on its way past Next, which drops Content-Length from what routes answer. */
export const LENGTH_HEADER = 'x-file-length'

export interface ServedFile {
  mediaType: string
  /** Changes exactly when the bytes do. */
  tag: string
  size: number
  /** Both ends included. */
  open(range: { start: number; end: number }): Promise<{ stream: Readable }>
}

/** A file that is made as it is asked for. */
export function textFile(text: string, mediaType: string, tag: string): ServedFile {
  const bytes = Buffer.from(text)
  const open: ServedFile['open'] = async ({ start, end }) => ({
    stream: Readable.from([bytes.subarray(start, end + 1)]),
  })
  return { mediaType, tag, size: bytes.length, open }
}

/** An address holds the fingerprint of what it names, so a browser need never ask again; nobody else may keep it. */
const FOR_EVER = 'private, max-age=31536000, immutable'
/** Kept, and asked about each time: for an address whose file may become another, or nobody's. */
export const ASK_EACH_TIME = 'private, no-cache'

export async function answerFile(
  request: Request,
  file: ServedFile,
  caching: string = FOR_EVER,
): Promise<Response> {
  const etag = `"${file.tag}"`
  const headers: Record<string, string> = {
    'content-type': file.mediaType,
    'accept-ranges': 'bytes',
    'cache-control': caching,
    etag,
  }
  if (matches(request.headers.get('if-none-match'), etag)) return new Response(null, { status: 304, headers })
  const range = rangeOf(request, etag, file.size)
  if (range === 'unsatisfiable') {
    const error = new StudioError(
      'invalid_input',
      `The file has ${file.size} bytes; no part of that range is in it.`,
    )
    return answer(416, { error: errorShape(error) }, { 'content-range': `bytes */${file.size}` })
  }
  const { start, end } = range ?? { start: 0, end: file.size - 1 }
  headers[LENGTH_HEADER] = String(end - start + 1)
  if (range) headers['content-range'] = `bytes ${start}-${end}/${file.size}`
  const isEmpty = request.method === 'HEAD' || file.size === 0
  const body = isEmpty ? null : webStream(async () => (await file.open({ start, end })).stream)
  return new Response(body, { status: range ? 206 : 200, headers })
}

function matches(header: string | null, etag: string): boolean {
  if (header === null) return false
  return header.split(',').some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === etag)
}

type RangeAnswer = { start: number; end: number } | 'unsatisfiable' | null

/** One range is served; several at once, other units and nonsense get the whole file, as the RFC allows. */
function rangeOf(request: Request, etag: string, size: number): RangeAnswer {
  const condition = request.headers.get('if-range')
  if (condition !== null && condition !== etag) return null
  return parseRange(request.headers.get('range'), size)
}

export function parseRange(header: string | null, size: number): RangeAnswer {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(header?.replace(/\s/g, '') ?? '') ?? []
  if (first === '' && last === '') return null
  if (first === '') {
    const length = Math.min(Number(last), size)
    return length > 0 ? { start: size - length, end: size - 1 } : 'unsatisfiable'
  }
  const start = Number(first)
  if (last !== '' && Number(last) < start) return null
  if (start >= size) return 'unsatisfiable'
  return { start, end: last === '' ? size - 1 : Math.min(Number(last), size - 1) }
}

/**
 * Opened when it is first read, so that an answer nobody reads holds no file. Node's own `Readable.toWeb` throws past
 * every handler when a browser lets go in the middle.
 */
export function webStream(open: () => Promise<Readable>): ReadableStream<Uint8Array> {
  let stream: Readable | undefined
  let chunks: AsyncIterator<Uint8Array> | undefined
  let isLeft = false
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        if (!chunks) {
          stream = await open()
          // The reader left while it opened, and nobody else knows of this file.
          if (isLeft) {
            stream.destroy()
            return
          }
          chunks = stream[Symbol.asyncIterator]()
        }
        const { done, value } = await chunks.next()
        if (done) controller.close()
        else controller.enqueue(value)
      },
      cancel() {
        isLeft = true
        stream?.destroy()
      },
    },
    { highWaterMark: 0 },
  )
}

/**
 * A file to keep, named after a title in any letters. `ending`: what follows the title, its dot included. RFC 6266 and
 * RFC 8187: a name of plain letters for old programs, the true one for all others.
 */
export function attachment(title: string, ending: string): string {
  const name = `${fileName(title) || 'film'}${ending}`
  const plain = name.replace(/[^\w .-]/g, '_')
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16)}`)
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`
}
