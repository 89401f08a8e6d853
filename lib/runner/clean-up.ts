import { sweepAssets } from '@/lib/asset/sweep'
import { env } from '@/lib/base/env'
import { log } from '@/lib/base/log'
import { removeOldProjects } from '@/lib/project/store'
import { removeOldTakes } from '@/lib/project/take/sweep'

const DAY_MS = 24 * 3_600_000
/** A project that an API call made for itself. */
const HIDDEN_FOR_MS = 7 * DAY_MS
/** Long after the desk's undo. */
const DELETED_FOR_MS = 30 * DAY_MS

/** Long after the toast that brings a take back. */
const DISCARDED_FOR_MS = 7 * DAY_MS

/** Projects and takes that nobody comes back to, then the assets that nobody holds. */
export async function cleanUp(now = Date.now()): Promise<void> {
  const projects = await removeOldProjects(new Date(now - HIDDEN_FOR_MS), new Date(now - DELETED_FOR_MS))
  const takes = await removeOldTakes(new Date(now - DISCARDED_FOR_MS))
  const bytes = await sweepAssets({ cacheBytes: env.cacheBytes, now })
  if (projects > 0 || takes > 0 || bytes > 0) log.info({ projects, takes, bytes }, 'cleaned up')
}
