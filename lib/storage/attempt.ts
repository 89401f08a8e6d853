/**
 * Attempt folders: where one attempt at one task writes before anything is kept. They lie beside the assets, on the
 * same file system, so that keeping a file is a rename.
 */
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

const HALF_PUT_MAX_AGE_MS = 3_600_000

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
  await sweepHalfPuts(root, names)
  return dead.length
}

/** A `put` lasts seconds; what a power cut left of one is known by its age. */
async function sweepHalfPuts(root: string, names: string[]): Promise<void> {
  for (const name of names.filter((n) => n.startsWith('put-'))) {
    const stat = await fs.lstat(path.join(root, name)).catch(() => null)
    // ctime: a link keeps the old mtime of the file it was made from.
    if (stat && Date.now() - stat.ctimeMs > HALF_PUT_MAX_AGE_MS) {
      await fs.rm(path.join(root, name), { force: true })
    }
  }
}
