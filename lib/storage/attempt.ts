/**
 * Attempt folders: where one attempt at one task writes before anything is kept. They lie beside the assets, on the
 * same file system, so that keeping a file is a rename.
 */
import { randomUUID } from 'node:crypto'
import fs from 'node:fs/promises'
import path from 'node:path'
import { env } from '@/lib/base/env'
import { asStorageError } from './failure'

export interface Attempt {
  taskId: string
  attempt: number
}

const NAME = /^([0-9a-f-]{36})\.(\d{1,9})$/

const folderOf = (taskId: string, attempt: number) => path.join(env.dataFolder, 'tmp', `${taskId}.${attempt}`)

/** An empty folder of this attempt's own. */
export async function attemptFolder(taskId: string, attempt: number): Promise<string> {
  const folder = folderOf(taskId, attempt)
  if (!NAME.test(path.basename(folder))) throw new RangeError(`no task id: ${taskId}`)
  try {
    await fs.rm(folder, { recursive: true, force: true })
    await fs.mkdir(folder, { recursive: true })
  } catch (error) {
    throw asStorageError(error, 'make an attempt folder')
  }
  return folder
}

export async function removeAttemptFolder(taskId: string, attempt: number): Promise<void> {
  await fs.rm(folderOf(taskId, attempt), { recursive: true, force: true, maxRetries: 3 })
}

/** Runs work in an attempt's folder and removes it afterwards, however the work ends. */
export async function withAttemptFolder<T>(
  taskId: string,
  attempt: number,
  work: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = await attemptFolder(taskId, attempt)
  try {
    return await work(folder)
  } finally {
    await removeAttemptFolder(taskId, attempt)
  }
}

const UPLOAD = 'upload-'

/** Runs work in a folder of its own that no task stands for, and removes it afterwards. */
export async function withUploadFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = path.join(env.dataFolder, 'tmp', `${UPLOAD}${randomUUID()}`)
  await fs.mkdir(folder, { recursive: true }).catch((error) => {
    throw asStorageError(error, 'make an upload folder')
  })
  try {
    return await work(folder)
  } finally {
    await fs.rm(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}

const HOUR_MS = 3_600_000
/** What a power cut leaves is known by its age alone: a `put` lasts seconds, an upload at most the hours of a slow line. */
const OLDEST_MS = { 'put-': HOUR_MS, [UPLOAD]: 24 * HOUR_MS }

/**
 * Removes what dead attempts left behind; a starting runner calls it. `isDead` looks into the task table: other
 * runners may share this folder, and their attempts live. Answers how many folders went.
 */
export async function sweepAttempts(isDead: (attempts: Attempt[]) => Promise<Attempt[]>): Promise<number> {
  const root = path.join(env.dataFolder, 'tmp')
  const names = await fs.readdir(root).catch(() => [])
  const attempts = names.flatMap((name) => {
    const [, taskId, attempt] = NAME.exec(name) ?? []
    return taskId && attempt ? [{ taskId, attempt: Number(attempt) }] : []
  })
  const dead = attempts.length > 0 ? await isDead(attempts) : []
  for (const { taskId, attempt } of dead) await removeAttemptFolder(taskId, attempt)
  for (const [prefix, oldestMs] of Object.entries(OLDEST_MS)) {
    await sweepByAge(
      names.filter((name) => name.startsWith(prefix)).map((name) => path.join(root, name)),
      oldestMs,
    )
  }
  return dead.length
}

async function sweepByAge(paths: readonly string[], oldestMs: number): Promise<void> {
  for (const target of paths) {
    const stat = await fs.lstat(target).catch(() => null)
    // ctime: a link keeps the old mtime of the file it was made from.
    if (stat && Date.now() - stat.ctimeMs > oldestMs) await fs.rm(target, { recursive: true, force: true })
  }
}
