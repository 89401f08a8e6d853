import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { StudioError } from '@/lib/base/errors'
import { asStorageError } from '@/lib/storage/failure'
import { storage } from '@/lib/storage/storage'
import type { Slot } from '@/lib/storyboard/schema'
import { refusal, tooLarge } from './refusal'
import { UPLOAD_LIMITS } from './schema'

export interface IncomingFile {
  body: ReadableStream<Uint8Array> | null
  /** As the sender says; null when it does not. */
  bytes: number | null
  signal: AbortSignal
}

export interface ReceivedFile {
  path: string
  bytes: number
  /** SHA-256 of the bytes. */
  digest: string
}

/** What a body may be. */
export interface ReceivingRules {
  bytes: number
  tooLarge: () => StudioError
  empty: () => StudioError
}

/**
 * Writes a body to a file as it comes, however large it is, and stops at the slot's limit. Throws `too_large` (before
 * the first byte when the sender says how many there are), `disk_full`, `cancelled` when the sender goes away.
 */
export const receiveFile = (slot: Slot, incoming: IncomingFile, path: string): Promise<ReceivedFile> =>
  receiveBody(
    { bytes: UPLOAD_LIMITS[slot].bytes, tooLarge: () => tooLarge(slot), empty: () => refusal(slot, 'empty') },
    incoming,
    path,
  )

/** The same for what is no take. */
export async function receiveBody(
  rules: ReceivingRules,
  incoming: IncomingFile,
  path: string,
): Promise<ReceivedFile> {
  const { body, bytes: announced, signal } = incoming
  const limit = rules.bytes
  if (announced !== null && announced > limit) throw rules.tooLarge()
  if (body === null) throw rules.empty()
  await needRoom(announced ?? 0)
  const hash = createHash('sha256')
  let bytes = 0
  const counted = async function* (chunks: AsyncIterable<Uint8Array>) {
    for await (const chunk of chunks) {
      bytes += chunk.byteLength
      if (bytes > limit) throw rules.tooLarge()
      hash.update(chunk)
      yield chunk
    }
  }
  try {
    await pipeline(body as unknown as AsyncIterable<Uint8Array>, counted, createWriteStream(path), { signal })
  } catch (error) {
    if (signal.aborted) throw new StudioError('cancelled', 'the upload was broken off', { cause: error })
    throw asStorageError(error, 'receive an upload')
  }
  if (bytes === 0) throw rules.empty()
  return { path, bytes, digest: hash.digest('hex') }
}

/** Renders go on beside an upload: what they need is not given away to it. */
const RESERVE_BYTES = 200_000_000

export async function needRoom(bytes: number): Promise<void> {
  const free = await storage().bytesFree()
  if (free !== null && free < bytes + RESERVE_BYTES) {
    throw asStorageError(
      Object.assign(new Error('too little room for an upload'), { code: 'ENOSPC' }),
      'make room',
    )
  }
}
