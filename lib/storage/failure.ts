import { isStudioError, StudioError } from '@/lib/base/errors'

/** A file system's error as the studio's: what people read says what was kept and what to do. */
export function asStorageError(error: unknown, doing: string): StudioError {
  if (isStudioError(error)) return error
  const code = (error as NodeJS.ErrnoException).code
  const message = `storage: ${doing}: ${error instanceof Error ? error.message : String(error)}`
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new StudioError('disk_full', message, {
      cause: error,
      userMessage: 'The disk is full. Free some space, then try again; finished work is kept.',
    })
  }
  if (code === 'ENOENT') {
    return new StudioError('not_found', message, { cause: error, userMessage: 'This file is not here.' })
  }
  return new StudioError('storage_failed', message, {
    cause: error,
    retry: true,
    userMessage: 'A file could not be read or written. The log has the details.',
  })
}
