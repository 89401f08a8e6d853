import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, stat } from 'node:fs/promises'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type Entry, openPromise, type ZipFile } from 'yauzl'
import { isStudioError } from '@/lib/base/errors'
import { BUNDLE_LIMITS } from '@/lib/bundle/schema'
import { asStorageError } from '@/lib/storage/failure'
import { refuseBundle } from '../refusal'
import { type EntryHead, faultOf } from './entry'

export interface OpenBundle {
  names: ReadonlySet<string>
  bytesOf(name: string): number
  /** The JSON of an entry. Throws `bad_media`. */
  json(name: string): Promise<unknown>
  /** Unpacks an entry to a file of our own naming and answers the SHA-256 of its bytes. */
  unpack(name: string, filePath: string, signal: AbortSignal): Promise<string>
  close(): void
}

/** Opens a stranger's ZIP and refuses it by its directory alone where that is enough. Throws `bad_media`. */
export async function openBundle(filePath: string): Promise<OpenBundle> {
  const { size } = await stat(filePath)
  const zip = await refusing(() =>
    openPromise(filePath, { lazyEntries: true, autoClose: false, strictFileNames: true }),
  )
  try {
    if (zip.entryCount > BUNDLE_LIMITS.entries) throw refuseBundle(`more than ${BUNDLE_LIMITS.entries} files`)
    const entries = await refusing(() => listEntries(zip))
    const fault = faultOf(entries.map(headOf), size)
    if (fault) throw refuseBundle(fault)
    return bundleOf(zip, new Map(entries.map((entry) => [entry.fileName, entry])))
  } catch (error) {
    zip.close()
    throw error
  }
}

async function listEntries(zip: ZipFile): Promise<Entry[]> {
  const entries: Entry[] = []
  for await (const entry of zip.eachEntry()) entries.push(entry)
  return entries
}

const headOf = (entry: Entry): EntryHead => ({
  name: entry.fileName,
  bytes: entry.uncompressedSize,
  packedBytes: entry.compressedSize,
  isEncrypted: entry.isEncrypted(),
  mode: entry.externalFileAttributes >>> 16,
})

function bundleOf(zip: ZipFile, entries: ReadonlyMap<string, Entry>): OpenBundle {
  const entryOf = (name: string): Entry => {
    const entry = entries.get(name)
    if (!entry) throw refuseBundle(`no ${name}`)
    return entry
  }
  // yauzl ends in an error as soon as an entry unpacks to more, or less, than its directory says.
  const open = (name: string): Promise<Readable> => zip.openReadStreamPromise(entryOf(name))
  return {
    names: new Set(entries.keys()),
    bytesOf: (name) => entryOf(name).uncompressedSize,
    json: (name) => refusing(async () => JSON.parse(await textOf(await open(name)))),
    unpack: (name, target, signal) =>
      refusing(async () => {
        await mkdir(path.dirname(target), { recursive: true })
        const hash = createHash('sha256')
        const hashed = async function* (chunks: AsyncIterable<Buffer>) {
          for await (const chunk of chunks) {
            hash.update(chunk)
            yield chunk
          }
        }
        await pipeline(await open(name), hashed, createWriteStream(target), { signal })
        return hash.digest('hex')
      }),
    close: () => zip.close(),
  }
}

async function textOf(stream: Readable): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk as Buffer)
  return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks))
}

/** A full disk is ours; whatever else breaks while a stranger's file is read is the file's. */
async function refusing<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (isStudioError(error)) throw error
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EACCES' || code === 'ABORT_ERR')
      throw asStorageError(error, 'unpack a project')
    throw refuseBundle(error instanceof Error ? error.message : String(error), error)
  }
}
