/** One file of a model: fetched, resumed where an earlier try stopped, and checked before it gets its name. */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import fs from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { FetchFailure } from './failure.mjs'

const TRIES = 6
const STALL_MS = 30_000

/**
 * `read(start, signal)` answers with a response. `onBytes(count)` is told of all bytes that lie on the disk, those of an
 * earlier run at first, and negative ones where they turn out useless.
 *
 * @param {{
 *   file: { path: string, size: number, sha256?: string, gitSha1?: string }, target: string,
 *   read: (start: number, signal: AbortSignal) => Promise<Response>,
 *   onBytes?: (count: number) => void, signal?: AbortSignal, stallMs?: number, firstPauseMs?: number,
 * }} options
 */
export async function downloadFile({
  file,
  target,
  read,
  onBytes = () => undefined,
  signal,
  stallMs = STALL_MS,
  firstPauseMs = 1_000,
}) {
  const part = `${target}.part`
  await fs.mkdir(path.dirname(target), { recursive: true })
  let have = await sizeOf(part)
  if (have > file.size) have = 0
  onBytes(have)
  const setHave = (bytes) => {
    onBytes(bytes - have)
    have = bytes
  }
  let isSpoilt = false
  for (let tries = 1; ; tries++) {
    const before = have
    try {
      if (have < file.size || file.size === 0)
        await append({ file, part, read, have, setHave, stallMs, signal })
      if (await isGenuine(part, file)) return await fs.rename(part, target)
      await fs.rm(part, { force: true })
      setHave(0)
      const wrong = new FetchFailure(`${file.path}: the bytes are not the ones the hub promises (checksum).`)
      // Once may be a broken line; twice is the server.
      if (isSpoilt) throw wrong
      isSpoilt = true
    } catch (error) {
      if (!(error instanceof FetchFailure) || !error.canRetry) throw error
      // A line that breaks every few minutes still ends: only tries that bring nothing count.
      if (have > before) tries = 0
      if (tries >= TRIES) throw error
      await pause(Math.min(30_000, firstPauseMs * 2 ** Math.max(0, tries - 1)))
    }
  }
}

async function append({ file, part, read, have, setHave, stallMs, signal }) {
  const stop = new AbortController()
  const stalled = () =>
    stop.abort(new FetchFailure(`${file.path}: no byte for ${stallMs / 1000} s`, { canRetry: true }))
  let timer = setTimeout(stalled, stallMs)
  const ended = signal ? AbortSignal.any([stop.signal, signal]) : stop.signal
  let handle
  try {
    const response = await read(have, ended)
    // A server that knows no ranges sends the whole file; one that finds nothing behind `have` has another file.
    const start = response.status === 206 ? have : 0
    if (start !== have) setHave(0)
    if (response.status === 416)
      throw new FetchFailure(`${file.path}: the hub's file is shorter`, { canRetry: true })
    handle = await fs.open(part, start > 0 ? 'a' : 'w')
    let at = start
    for await (const piece of response.body ?? []) {
      clearTimeout(timer)
      timer = setTimeout(stalled, stallMs)
      await handle.write(piece)
      at += piece.length
      setHave(at)
      if (at > file.size) break
    }
    if (at < file.size) throw new FetchFailure(`${file.path}: the connection ended early`, { canRetry: true })
  } catch (error) {
    if (error instanceof FetchFailure) throw error
    if (ended.aborted) throw ended.reason
    if (error.code === 'ENOSPC')
      throw new FetchFailure(`The disk is full; ${file.path} goes on where it stopped.`)
    if (error.syscall && error.path) throw error
    throw new FetchFailure(`${file.path}: ${error.message}`, { canRetry: true, cause: error })
  } finally {
    clearTimeout(timer)
    await handle?.close()
  }
}

export const sizeOf = (name) =>
  fs.stat(name).then(
    (stat) => stat.size,
    () => 0,
  )

/** Large files have their SHA-256, small ones the name git gives to their bytes. */
export async function isGenuine(name, { size, sha256, gitSha1 }) {
  if ((await sizeOf(name)) !== size) return false
  const hash = sha256 ? createHash('sha256') : createHash('sha1').update(`blob ${size}\0`)
  for await (const piece of createReadStream(name)) hash.update(piece)
  return hash.digest('hex') === (sha256 ?? gitSha1)
}
