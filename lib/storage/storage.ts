import { env } from '@/lib/base/env'
import type { StorageDriver } from './driver'
import { localStorage } from './local'
import { s3Storage } from './s3'

let driver: StorageDriver | undefined

/** The studio's storage, as the environment says. */
export function storage(): StorageDriver {
  driver ??= env.storage === 's3' ? s3Storage(env.s3) : localStorage(env.dataFolder)
  return driver
}
