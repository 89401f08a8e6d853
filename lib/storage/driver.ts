/**
 * Storage: the bytes of assets, by key. Only this room touches them: everyone else holds a key and asks `storage()`.
 * Two drivers stand behind one contract: `local`, a folder on disk, and `s3`, a bucket.
 */
import type { Readable } from 'node:stream'

/** Bytes `start` to `end`, both included, as in an HTTP range. */
export interface ByteRange {
  start: number
  end: number
}

export interface OpenFile {
  /** Of the whole file, also when a range is read. */
  size: number
  stream: Readable
}

/** Every method throws `disk_full`, `not_found` or `storage_failed` (retry), and `invalid_input` for a bad key. */
export interface StorageDriver {
  /**
   * Keeps a finished file under a key: whole or not at all, also through a power cut. An older file of that key is
   * replaced. The driver may keep the very same file, so nobody writes to `filePath` afterwards.
   */
  put(key: string, filePath: string): Promise<void>
  open(key: string, range?: ByteRange): Promise<OpenFile>
  /** Bytes of the file, or null when there is none. */
  size(key: string): Promise<number | null>
  has(key: string): Promise<boolean>
  /** Gives engines and ffmpeg a readable file `folder/name` (the key's own name by default); they never write to it. */
  fetchTo(key: string, folder: string, name?: string): Promise<string>
  /** Nothing happens when there is no such file. */
  remove(key: string): Promise<void>
  bytesUsed(): Promise<number>
  /** Room left for new files, or null when there is no such bound. */
  bytesFree(): Promise<number | null>
}
