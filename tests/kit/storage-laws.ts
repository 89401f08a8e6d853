/** What every storage driver promises, as tests that are run against each of them. */
import { randomBytes } from 'node:crypto'
import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { buffer, text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { StorageDriver } from '@/lib/storage/driver'
import { storageKey } from '@/lib/storage/key'

export const aKey = storageKey('frame', 'ab'.padEnd(64, '1'), 'png')

export interface LawContext {
  /** A storage with nothing in it. */
  open(): StorageDriver
  /** Where the source files lie. */
  folder(): string
  fileOf(words: string | Buffer): Promise<string>
}

/** `openEmpty(folder)` makes a storage of its own for each law; `folder` is new for each. */
export function storageLaws(name: string, openEmpty: (folder: string) => StorageDriver): LawContext {
  let root: string
  let count = 0
  const context: LawContext = {
    open: () => openEmpty(path.join(root, `storage-${++count}`)),
    folder: () => root,
    async fileOf(words) {
      const file = path.join(root, `source-${++count}`)
      await fs.writeFile(file, words)
      return file
    },
  }
  beforeAll(async () => {
    root = await fs.mkdtemp(path.join(os.tmpdir(), 'storage-'))
  })
  afterAll(async () => await fs.rm(root, { recursive: true, force: true }))
  describe(name, () => laws(context))
  return context
}

function laws({ open, folder, fileOf }: LawContext): void {
  it('gives back what was put, whole or by range', async () => {
    const store = open()
    await store.put(aKey, await fileOf('0123456789'))
    const whole = await store.open(aKey)
    expect(whole.size).toBe(10)
    expect(await text(whole.stream)).toBe('0123456789')
    for (const [range, words] of [
      [{ start: 2, end: 4 }, '234'],
      [{ start: 9, end: 9 }, '9'],
      [{ start: 0, end: 9 }, '0123456789'],
    ] as const) {
      const part = await store.open(aKey, range)
      expect(part.size).toBe(10)
      expect(await text(part.stream)).toBe(words)
    }
    expect(await store.size(aKey)).toBe(10)
    expect(await store.has(aKey)).toBe(true)
    expect(await store.bytesUsed()).toBe(10)
    const free = await store.bytesFree()
    if (free !== null) expect(free).toBeGreaterThan(0)
  })

  it('keeps files of any size: empty, and larger than one piece of an upload', async () => {
    const store = open()
    await store.put(aKey, await fileOf(''))
    expect(await store.size(aKey)).toBe(0)
    expect(await text((await store.open(aKey)).stream)).toBe('')
    const large = randomBytes(20 * 1024 ** 2 + 7)
    await store.put(aKey, await fileOf(large))
    expect(await store.size(aKey)).toBe(large.length)
    expect((await buffer((await store.open(aKey)).stream)).equals(large)).toBe(true)
    const end = await store.open(aKey, { start: large.length - 5, end: large.length - 1 })
    expect((await buffer(end.stream)).equals(large.subarray(-5))).toBe(true)
  })

  it('replaces a file for new readers while an old reader keeps the old bytes', async () => {
    const store = open()
    await store.put(aKey, await fileOf('old'))
    const old = await store.open(aKey)
    await store.put(aKey, await fileOf('newer'))
    expect(await text(old.stream)).toBe('old')
    expect(await text((await store.open(aKey)).stream)).toBe('newer')
  })

  it('keeps what it had when a new file cannot be read', async () => {
    const store = open()
    await store.put(aKey, await fileOf('kept'))
    await expect(store.put(aKey, path.join(folder(), 'nowhere'))).rejects.toMatchObject({ code: 'not_found' })
    expect(await text((await store.open(aKey)).stream)).toBe('kept')
  })

  it('measures all it holds, and nothing of its neighbours', async () => {
    const store = open()
    const neighbour = open()
    const keys = ['0', '1', '2'].map((end) => storageKey('clip', 'cd'.padEnd(64, end), 'mp4'))
    for (const key of keys) await store.put(key, await fileOf('four'))
    await neighbour.put(aKey, await fileOf('elsewhere'))
    expect(await store.bytesUsed()).toBe(12)
    expect(await store.has(aKey)).toBe(false)
  })

  it('hands an engine a readable file under a name of its choice, as often as it asks', async () => {
    const store = open()
    await store.put(aKey, await fileOf('for an engine'))
    const attempt = await fs.mkdtemp(path.join(folder(), 'attempt-'))
    const first = await store.fetchTo(aKey, attempt, 'frame.png')
    expect(first).toBe(path.join(attempt, 'frame.png'))
    expect(await fs.readFile(await store.fetchTo(aKey, attempt, 'frame.png'), 'utf8')).toBe('for an engine')
    expect(await store.fetchTo(aKey, attempt)).toBe(path.join(attempt, path.basename(aKey)))
    expect((await fs.readdir(attempt)).sort()).toEqual([path.basename(aKey), 'frame.png'].sort())
    await fs.rm(attempt, { recursive: true })
    expect(await store.has(aKey)).toBe(true)
  })

  it('says not_found for what is not there, and removes it without complaint', async () => {
    const store = open()
    expect(await store.has(aKey)).toBe(false)
    expect(await store.size(aKey)).toBeNull()
    expect(await store.bytesUsed()).toBe(0)
    await expect(store.open(aKey)).rejects.toMatchObject({ code: 'not_found' })
    await expect(store.fetchTo(aKey, folder(), 'gone.png')).rejects.toMatchObject({ code: 'not_found' })
    expect(await fs.readdir(folder())).not.toContain('gone.png')
    await store.remove(aKey)
    await store.put(aKey, await fileOf('here'))
    await store.remove(aKey)
    expect(await store.has(aKey)).toBe(false)
  })

  it('lets a reader go in the middle', async () => {
    const store = open()
    await store.put(aKey, await fileOf(randomBytes(3_000_000)))
    const { stream } = await store.open(aKey)
    for await (const piece of stream) {
      expect(piece.length).toBeGreaterThan(0)
      break
    }
    expect(stream.destroyed).toBe(true)
    const unread = await store.open(aKey)
    await new Promise<void>((resolve) => unread.stream.once('close', resolve).destroy())
  })

  it('refuses a key that leads elsewhere', async () => {
    const store = open()
    await expect(store.open('../a/frames')).rejects.toMatchObject({ code: 'invalid_input' })
    await expect(store.has('/etc/passwd')).rejects.toMatchObject({ code: 'invalid_input' })
    await expect(store.put('frames/../x', await fileOf('x'))).rejects.toMatchObject({ code: 'invalid_input' })
  })
}
