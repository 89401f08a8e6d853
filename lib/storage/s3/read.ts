/** Reading an object as one stream that survives its connection. */
import { Readable } from 'node:stream'
import { StudioError } from '@/lib/base/errors'
import type { ByteRange, OpenFile } from '../driver'
import { asS3Error } from './failure'

export interface ObjectPart {
  body: Readable
  /** Of the whole object. */
  size: number
  /** Changes when somebody replaces the object. */
  tag: string | undefined
}

/** Asks for bytes from `start` to `end` (to the last when undefined) of the version `tag`. */
export type GetPart = (
  range: { start: number; end?: number } | undefined,
  tag: string | undefined,
  signal: AbortSignal,
) => Promise<ObjectPart>

/** Connections that brought nothing, in a row, after which reading is given up. */
const LOST_TRIES = 3

/**
 * Opens an object. The connection ends with the reader: whoever destroys the stream ends the request. A reader that
 * pauses (a player does for minutes) may find its connection closed by the server; reading then goes on at the same
 * byte of the same version.
 */
export async function openObject(
  get: GetPart,
  range: ByteRange | undefined,
  stallMs: number,
): Promise<OpenFile> {
  const gone = new AbortController()
  const first = await get(range, undefined, gone.signal)
  const end = range?.end ?? first.size - 1
  const rest = (start: number) => get({ start, end }, first.tag, gone.signal)
  const pieces = readOn(first, range?.start ?? 0, Math.min(end, first.size - 1), rest, stallMs, gone.signal)
  const stream = Readable.from(pieces, { objectMode: false, highWaterMark: 64 * 1024 })
  stream.once('close', () => {
    gone.abort()
    // Also when nobody has read a byte: the generator has not begun then and would not end it.
    first.body.destroy()
  })
  return { size: first.size, stream }
}

async function* readOn(
  first: ObjectPart,
  start: number,
  end: number,
  rest: (start: number) => Promise<ObjectPart>,
  stallMs: number,
  gone: AbortSignal,
): AsyncGenerator<Buffer> {
  let at = start
  let part: ObjectPart | undefined = first
  for (let lost = 0; at <= end; ) {
    try {
      part ??= await rest(at)
      for await (const piece of untilStalled(part.body, stallMs, gone)) {
        lost = 0
        at += piece.length
        yield piece
      }
      if (at > end) return
      throw new StudioError('storage_failed', `object storage: the file ends at byte ${at} of ${end + 1}`, {
        retry: true,
      })
    } catch (error) {
      if (gone.aborted) return
      if (++lost >= LOST_TRIES) throw asS3Error(error, `read from byte ${at}`)
    } finally {
      part?.body.destroy()
      part = undefined
    }
  }
}

/** Time counts only while somebody waits for the next piece, never while the reader is busy with the last. */
async function* untilStalled(body: Readable, stallMs: number, gone: AbortSignal): AsyncGenerator<Buffer> {
  const pieces = body[Symbol.asyncIterator]()
  const leave = () => body.destroy(new Error('the reader is gone'))
  gone.addEventListener('abort', leave)
  try {
    for (;;) {
      const timer = setTimeout(() => body.destroy(new Error(`no byte for ${stallMs / 1000} s`)), stallMs)
      const { done, value } = await pieces.next().finally(() => clearTimeout(timer))
      if (done) return
      yield value
    }
  } finally {
    gone.removeEventListener('abort', leave)
  }
}
