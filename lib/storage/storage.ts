import { env } from '@/lib/base/env'
import type { StorageDriver } from './driver'
import { localStorage } from './local'

let driver: StorageDriver | undefined

/** The studio's storage. An S3 driver joins here, chosen by `env.storage`. */
export function storage(): StorageDriver {
  driver ??= localStorage(env.dataFolder)
  return driver
}
