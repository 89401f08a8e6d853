import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { expect, it } from 'vitest'
import { env } from '@/lib/base/env'
import { s3Storage } from '@/lib/storage/s3'

const makeBucket = (change: Record<string, string>) =>
  spawnSync(process.execPath, ['docker/make-bucket.mjs'], {
    env: { ...process.env, ...change },
    encoding: 'utf8',
  })

it('a bucket is made once, and found the next time', async () => {
  const bucket = `made-${randomBytes(4).toString('hex')}`
  expect(makeBucket({ S3_BUCKET: bucket })).toMatchObject({
    status: 0,
    stdout: `The bucket ${bucket} was made.\n`,
  })
  expect(makeBucket({ S3_BUCKET: bucket }).stdout).toBe(`The bucket ${bucket} is there.\n`)
  expect(await s3Storage({ ...env.s3, bucket }).bytesUsed()).toBe(0)
})

it('a bucket that cannot be made says where and why', () => {
  const { status, stderr } = makeBucket({ S3_ENDPOINT: 'http://127.0.0.1:9' })
  expect(status).toBe(1)
  expect(stderr).toMatch(/http:\/\/127\.0\.0\.1:9 cannot be made/)
})
