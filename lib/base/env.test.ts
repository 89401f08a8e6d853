import { describe, expect, it } from 'vitest'
import { ENV_NAMES, readEnv } from './env'

const bucket = {
  STORAGE: 's3',
  S3_ENDPOINT: 'http://minio:9000',
  S3_BUCKET: 'studio',
  S3_ACCESS_KEY: 'key',
  S3_SECRET_KEY: 'secret',
}
const fields = (source: Record<string, string>): string[] => {
  try {
    readEnv(source)
    return []
  } catch (error) {
    return (error as { details: { field: string }[] }).details.map(({ field }) => field)
  }
}

describe('the environment', () => {
  it('may be empty, and an empty variable is none', () => {
    const empty = Object.fromEntries(ENV_NAMES.map((name) => [name, '']))
    expect(readEnv(empty)).toEqual(readEnv({}))
  })

  it('names every bad variable at once', () => {
    expect(fields({ PORT: 'x', STORAGE: 'tape', PUBLIC_URL: 'here' }).sort()).toEqual([
      'PORT',
      'PUBLIC_URL',
      'STORAGE',
    ])
  })

  it('names everything that a bucket needs and lacks', () => {
    expect(fields({ STORAGE: 's3', S3_BUCKET: ' ' })).toEqual([
      'S3_ENDPOINT',
      'S3_BUCKET',
      'S3_ACCESS_KEY',
      'S3_SECRET_KEY',
    ])
    expect(fields({ ...bucket, S3_ENDPOINT: 'minio:9000' })).toEqual(['S3_ENDPOINT'])
    expect(fields({ S3_BUCKET: 'unused' })).toEqual([])
  })

  it('takes a bucket as MinIO has it, unless told otherwise', () => {
    expect(readEnv(bucket).s3).toMatchObject({ region: 'us-east-1', prefix: '', forcePathStyle: true })
    const amazon = readEnv({
      ...bucket,
      S3_PREFIX: '/films/',
      S3_FORCE_PATH_STYLE: '0',
      S3_REGION: 'eu-west-1',
    })
    expect(amazon.s3).toMatchObject({ region: 'eu-west-1', prefix: 'films/', forcePathStyle: false })
  })
})
