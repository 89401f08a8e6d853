import { isStudioError, StudioError } from '@/lib/base/errors'

interface S3Fault {
  name?: string
  message?: string
  code?: string
  $metadata?: { httpStatusCode?: number }
}

/** The bucket's own words for "no such key": by name, and by status alone where an answer has no body. */
export function isMissing(error: unknown): boolean {
  const { name, $metadata } = error as S3Fault
  return (
    name === 'NoSuchKey' || name === 'NotFound' || (name === 'Unknown' && $metadata?.httpStatusCode === 404)
  )
}

const SETTINGS: Record<string, string> = {
  NoSuchBucket: 'The bucket does not exist: create it, or check S3_BUCKET.',
  InvalidAccessKeyId: 'The object storage does not know the key: check S3_ACCESS_KEY.',
  SignatureDoesNotMatch: 'The object storage refuses the key: check S3_SECRET_KEY.',
  AccessDenied: 'The key may not do this in the bucket: check its policy.',
}
const FULL = new Set(['XMinioStorageFull', 'QuotaExceeded', 'InsufficientStorage'])

/** An object storage's error as the studio's. Everything may pass, so everything may be tried again, save a full one. */
export function asS3Error(error: unknown, doing: string): StudioError {
  if (isStudioError(error)) return error
  const { name = '', message = String(error), code } = error as S3Fault
  const text = `object storage: ${doing}: ${[code, name, message].filter(Boolean).join(' ')}`
  if (isMissing(error)) {
    return new StudioError('not_found', text, { cause: error, userMessage: 'This file is not here.' })
  }
  if (FULL.has(name) || (error as S3Fault).$metadata?.httpStatusCode === 507) {
    return new StudioError('disk_full', text, {
      cause: error,
      userMessage: 'The object storage is full. Free some space, then try again; finished work is kept.',
    })
  }
  const userMessage =
    SETTINGS[name] ?? 'The object storage does not answer as it should. The log has the details.'
  return new StudioError('storage_failed', text, { cause: error, retry: true, userMessage })
}
