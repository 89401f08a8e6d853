import fs from 'node:fs/promises'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { aKey, storageLaws } from '@/tests/kit/storage-laws'
import { localStorage } from './local'

const { folder, fileOf } = storageLaws('a folder', localStorage)

let other: string | undefined
beforeAll(async () => {
  other = await fs.mkdtemp('/dev/shm/storage-').catch(() => undefined)
})
afterAll(async () => {
  if (other) await fs.rm(other, { recursive: true, force: true })
})

describe('a folder as storage', () => {
  it('leaves nothing but the asset behind, also when the same file is put twice', async () => {
    const root = path.join(folder(), 'c')
    const store = localStorage(root)
    const file = await fileOf('twice')
    await store.put(aKey, file)
    await store.put(aKey, file)
    expect(await fs.readdir(path.join(root, 'tmp'))).toEqual([])
    expect(await text((await store.open(aKey)).stream)).toBe('twice')
  })

  it('takes files from another file system', async (context) => {
    if (!other) return context.skip()
    const store = localStorage(path.join(folder(), 'd'))
    const file = path.join(other, 'source')
    await fs.writeFile(file, 'far away')
    await store.put(aKey, file)
    expect(await text((await store.open(aKey)).stream)).toBe('far away')
  })

  it('says disk_full when the disk is, keeps what it had and leaves no rest', async () => {
    const root = path.join(folder(), 'g')
    const store = localStorage(root)
    await store.put(aKey, await fileOf('kept'))
    const full = Object.assign(new Error('no space left on device'), { code: 'ENOSPC' })
    const spy = vi.spyOn(fs, 'rename').mockRejectedValueOnce(full)
    await expect(store.put(aKey, await fileOf('lost to the full disk'))).rejects.toMatchObject({
      code: 'disk_full',
    })
    spy.mockRestore()
    expect(await text((await store.open(aKey)).stream)).toBe('kept')
    expect(await fs.readdir(path.join(root, 'tmp'))).toEqual([])
  })
})
