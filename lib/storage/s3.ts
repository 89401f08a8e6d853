/**
 * The `s3` driver: a bucket of MinIO or any S3. An object appears whole or not at all by the server's own promise, so
 * there is nothing to rename; what an upload that was killed leaves half-sent is no object and costs no name.
 */
import { createReadStream, createWriteStream } from 'node:fs'
import fs from 'node:fs/promises'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { S3Env } from '@/lib/base/env'
import { isStudioError } from '@/lib/base/errors'
import type { StorageDriver } from './driver'
import { asStorageError } from './failure'
import { checkedKey } from './key'
import { connectS3, PATIENCE, type S3Connection, type S3Patience } from './s3/client'
import { asS3Error, isMissing } from './s3/failure'
import { type GetPart, openObject } from './s3/read'

/** Larger files travel in parts of this size, three at once: at most 24 MB of memory an upload, files up to 80 GB. */
const PART_BYTES = 8 * 1024 ** 2
const PARTS_AT_ONCE = 3

export function s3Storage(settings: S3Env, patience: S3Patience = PATIENCE): StorageDriver {
  const { bucket, prefix } = settings
  let connection: Promise<S3Connection> | undefined
  const connect = () => {
    connection ??= connectS3(settings, patience)
    return connection
  }
  const target = (key: string) => ({ Bucket: bucket, Key: `${prefix}${checkedKey(key)}` })

  const part =
    (key: string): GetPart =>
    async (range, tag, abortSignal) => {
      const { sdk, client } = await connect()
      const command = new sdk.GetObjectCommand({
        ...target(key),
        ...(range && { Range: `bytes=${range.start}-${range.end ?? ''}` }),
        ...(tag && { IfMatch: tag }),
      })
      const answer = await client.send(command, { abortSignal })
      const size = Number(answer.ContentRange?.split('/')[1] ?? answer.ContentLength ?? 0)
      return { body: answer.Body as Readable, size, tag: answer.ETag }
    }
  const open: StorageDriver['open'] = async (key, range) =>
    await guarded(`open ${key}`, () => openObject(part(key), range, patience.stallMs))

  const size: StorageDriver['size'] = async (key) =>
    await guarded(`look for ${key}`, async () => {
      const object = target(key)
      const { sdk, client } = await connect()
      try {
        return (await client.send(new sdk.HeadObjectCommand(object))).ContentLength ?? 0
      } catch (error) {
        if (isMissing(error)) return null
        throw error
      }
    })

  return {
    put: async (key, filePath) => {
      const object = target(key)
      // A file that cannot be read is the disk's fault, not the bucket's.
      await fs.access(filePath, fs.constants.R_OK).catch((error) => {
        throw asStorageError(error, `read ${key}`)
      })
      await guarded(`keep ${key}`, async () => {
        const [{ client }, { Upload }] = await Promise.all([connect(), import('@aws-sdk/lib-storage')])
        const params = { ...object, Body: createReadStream(filePath) }
        await new Upload({ client, params, partSize: PART_BYTES, queueSize: PARTS_AT_ONCE }).done()
      })
    },
    open,
    size,
    has: async (key) => (await size(key)) !== null,
    fetchTo: async (key, folder, name = path.basename(key)) => {
      const file = await open(key)
      return await download(file.stream, path.join(folder, name))
    },
    remove: async (key) => {
      await guarded(`remove ${key}`, async () => {
        const object = target(key)
        const { sdk, client } = await connect()
        await client.send(new sdk.DeleteObjectCommand(object))
      })
    },
    bytesUsed: async () =>
      await guarded('measure', async () => {
        const { sdk, client } = await connect()
        let total = 0
        const pages = sdk.paginateListObjectsV2({ client }, { Bucket: bucket, Prefix: prefix })
        for await (const { Contents = [] } of pages) for (const { Size = 0 } of Contents) total += Size
        return total
      }),
    bytesFree: async () => null,
  }
}

async function guarded<T>(doing: string, action: () => Promise<T>): Promise<T> {
  try {
    return await action()
  } catch (error) {
    throw asS3Error(error, doing)
  }
}

/** Under another name until the last byte is there: an engine that is given the path reads a whole file. */
async function download(stream: Readable, target: string): Promise<string> {
  const half = `${target}.part`
  try {
    await pipeline(stream, createWriteStream(half))
    await fs.rename(half, target)
    return target
  } catch (error) {
    await fs.rm(half, { force: true })
    throw isStudioError(error) ? error : asStorageError(error, `fetch ${path.basename(target)}`)
  }
}
