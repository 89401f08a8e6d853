import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { env } from '@/lib/base/env'
import { aKey, storageLaws } from '@/tests/kit/storage-laws'
import { s3Storage } from './s3'

const { open, fileOf } = storageLaws('a bucket', () =>
  s3Storage({ ...env.s3, prefix: `laws/${randomUUID()}/` }),
)

describe('a bucket as storage', () => {
  it('says which bucket is missing', async () => {
    const store = s3Storage({ ...env.s3, bucket: 'nobody-made-it' })
    const failure = { code: 'storage_failed', retry: true, userMessage: expect.stringContaining('S3_BUCKET') }
    await expect(store.bytesUsed()).rejects.toMatchObject(failure)
    await expect(store.put(aKey, await fileOf('x'))).rejects.toMatchObject(failure)
  })

  it('has no bound that it knows of', async () => {
    expect(await open().bytesFree()).toBeNull()
  })
})
