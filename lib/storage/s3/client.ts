import type { S3Client } from '@aws-sdk/client-s3'
import type { S3Env } from '@/lib/base/env'

/** Milliseconds: a server that cannot be reached, and one that does not begin to answer. */
export interface S3Patience {
  connectMs: number
  answerMs: number
  /** Between two pieces of a file that is being read. */
  stallMs: number
}

export const PATIENCE: S3Patience = { connectMs: 5_000, answerMs: 60_000, stallMs: 30_000 }

/** Each viewer of a film holds a connection for as long as the player reads; the library's own bound is 50. */
const MAX_SOCKETS = 512

export type S3Sdk = typeof import('@aws-sdk/client-s3')

export interface S3Connection {
  sdk: S3Sdk
  client: S3Client
}

/** Loaded when it is first used: a studio that keeps films in a folder does without its 20 MB. */
export async function connectS3(settings: S3Env, patience: S3Patience): Promise<S3Connection> {
  const sdk = await import('@aws-sdk/client-s3')
  const agent = { maxSockets: MAX_SOCKETS, keepAlive: true }
  const client = new sdk.S3Client({
    endpoint: settings.endpoint,
    region: settings.region,
    forcePathStyle: settings.forcePathStyle,
    credentials: { accessKeyId: settings.accessKey, secretAccessKey: settings.secretKey },
    maxAttempts: 3,
    // Newer checksums travel in a trailer that older MinIO, Ceph and several clouds refuse; the signature covers the bytes.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: {
      connectionTimeout: patience.connectMs,
      requestTimeout: patience.answerMs,
      throwOnRequestTimeout: true,
      httpAgent: agent,
      httpsAgent: agent,
    },
  })
  return { sdk, client }
}
