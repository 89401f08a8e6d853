import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { storageKey } from './key'
import { localStorage } from './local'

let folder: string
let other: string | undefined
const key = storageKey('frame', 'ab'.padEnd(64, '1'), 'png')

beforeAll(async () => {
  folder = await fs.mkdtemp(path.join(os.tmpdir(), 'storage-'))
  other = await fs.mkdtemp('/dev/shm/storage-').catch(() => undefined)
})
afterAll(async () => {
  await fs.rm(folder, { recursive: true, force: true })
  if (other) await fs.rm(other, { recursive: true, force: true })
})

async function fileOf(words: string, where = folder): Promise<string> {
  const file = path.join(where, `source-${words.length}`)
  await fs.rm(file, { force: true })
  await fs.writeFile(file, words)
  return file
}

describe('local storage', () => {
  it('gives back what was put, whole or by range', async () => {
    const store = localStorage(path.join(folder, 'a'))
    await store.put(key, await fileOf('0123456789'))
    const whole = await store.open(key)
    expect(whole.size).toBe(10)
    expect(await text(whole.stream)).toBe('0123456789')
    const part = await store.open(key, { start: 2, end: 4 })
    expect(part.size).toBe(10)
    expect(await text(part.stream)).toBe('234')
    expect(await store.size(key)).toBe(10)
    expect(await store.bytesUsed()).toBe(10)
    expect(await store.bytesFree()).toBeGreaterThan(0)
  })

  it('replaces a file for new readers while an old reader keeps the old bytes', async () => {
    const store = localStorage(path.join(folder, 'b'))
    await store.put(key, await fileOf('old'))
    const old = await store.open(key)
    await store.put(key, await fileOf('newer'))
    expect(await text(old.stream)).toBe('old')
    expect(await text((await store.open(key)).stream)).toBe('newer')
  })

  it('leaves nothing but the asset behind, also when the same file is put twice', async () => {
    const root = path.join(folder, 'c')
    const store = localStorage(root)
    const file = await fileOf('twice')
    await store.put(key, file)
    await store.put(key, file)
    expect(await fs.readdir(path.join(root, 'tmp'))).toEqual([])
    expect(await text((await store.open(key)).stream)).toBe('twice')
  })

  it('takes files from another file system', async (context) => {
    if (!other) return context.skip()
    const store = localStorage(path.join(folder, 'd'))
    await store.put(key, await fileOf('far away', other))
    expect(await text((await store.open(key)).stream)).toBe('far away')
  })

  it('hands an engine a readable file under a name of its choice, as often as it asks', async () => {
    const store = localStorage(path.join(folder, 'e'))
    await store.put(key, await fileOf('for an engine'))
    const attempt = path.join(folder, 'attempt')
    await fs.mkdir(attempt)
    const first = await store.fetchTo(key, attempt, 'frame.png')
    expect(first).toBe(path.join(attempt, 'frame.png'))
    expect(await fs.readFile(await store.fetchTo(key, attempt, 'frame.png'), 'utf8')).toBe('for an engine')
    await fs.rm(attempt, { recursive: true })
    expect(await store.has(key)).toBe(true)
  })

  it('says not_found for what is not there, and removes it without complaint', async () => {
    const store = localStorage(path.join(folder, 'f'))
    expect(await store.has(key)).toBe(false)
    expect(await store.size(key)).toBeNull()
    expect(await store.bytesUsed()).toBe(0)
    await expect(store.open(key)).rejects.toMatchObject({ code: 'not_found' })
    await store.remove(key)
  })

  it('says disk_full when the disk is, keeps what it had and leaves no rest', async () => {
    const root = path.join(folder, 'g')
    const store = localStorage(root)
    await store.put(key, await fileOf('kept'))
    const full = Object.assign(new Error('no space left on device'), { code: 'ENOSPC' })
    const spy = vi.spyOn(fs, 'rename').mockRejectedValueOnce(full)
    await expect(store.put(key, await fileOf('lost to the full disk'))).rejects.toMatchObject({
      code: 'disk_full',
    })
    spy.mockRestore()
    expect(await text((await store.open(key)).stream)).toBe('kept')
    expect(await fs.readdir(path.join(root, 'tmp'))).toEqual([])
  })

  it('refuses a key that leads elsewhere', async () => {
    const store = localStorage(path.join(folder, 'h'))
    await expect(store.open('../a/frames')).rejects.toMatchObject({ code: 'invalid_input' })
    await expect(store.has('/etc/passwd')).rejects.toMatchObject({ code: 'invalid_input' })
  })
})
