import { createHash } from 'node:crypto'
import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { closeDb, db } from '@/lib/base/db'
import { storage } from '@/lib/storage/storage'
import { createTestDatabase } from '@/tests/kit/database'
import { fingerprintOf } from './fingerprint'
import type { Recipe } from './recipe'
import { findAssets, keepAsset } from './store'
import { keepTake, listTakes } from './takes'

let folder: string
beforeAll(async () => {
  folder = await fs.mkdtemp(path.join(os.tmpdir(), 'assets-'))
  await createTestDatabase()
})
afterAll(async () => {
  await closeDb()
  await fs.rm(folder, { recursive: true, force: true })
})

let files = 0
async function newFrame(words: string, recipe: Partial<Recipe> = {}) {
  const filePath = path.join(folder, `made-${++files}.png`)
  await fs.writeFile(filePath, words)
  const whole: Recipe = {
    kind: 'frame',
    engine: 'test/painter@1',
    seed: 1,
    params: { test: 'assets' },
    inputs: {},
    ...recipe,
  }
  return {
    recipe: whole,
    fingerprint: fingerprintOf(whole),
    filePath,
    extension: 'png',
    mediaType: 'image/png',
    facts: { words },
  }
}
async function waitingMakers(): Promise<number> {
  const [row] = await db().$queryRaw<{ n: bigint }[]>`
    select count(*) as n from pg_locks where locktype = 'advisory' and not granted
      and database = (select oid from pg_database where datname = current_database())`
  return Number(row?.n)
}

const bytesOf = async (key: string) => await text((await storage().open(key)).stream)

describe('an asset', () => {
  it('is kept with its bytes, their digest and its recipe', async () => {
    const frame = await newFrame('a picture', { seed: 100 })
    const asset = await keepAsset(frame)
    expect(asset.digest).toBe(createHash('sha256').update('a picture').digest('hex'))
    expect(asset.bytes).toBe(9)
    expect(await bytesOf(asset.key)).toBe('a picture')
    const found = await findAssets([frame.fingerprint, 'f'.repeat(64)])
    expect([...found.keys()]).toEqual([frame.fingerprint])
    expect(found.get(frame.fingerprint)).toEqual(asset)
    expect(asset.recipe).toEqual(frame.recipe)
  })

  it('never changes its bytes, however often and by however many it is kept', async () => {
    const makers = await Promise.all(
      Array.from({ length: 6 }, (_, i) => newFrame(`maker ${i}`, { seed: 200 })),
    )
    const realPut = storage().put
    const put = vi.spyOn(storage(), 'put').mockImplementation(async (key, filePath) => {
      // The first maker is slow: it goes on when the others either wait for it or came past it.
      while ((await waitingMakers()) < 5 && put.mock.calls.length < 6);
      await realPut(key, filePath)
    })
    const kept = await Promise.all(makers.map(keepAsset))
    expect(put).toHaveBeenCalledTimes(1)
    put.mockRestore()
    const [first] = kept
    expect(new Set(kept.map((asset) => asset.digest)).size).toBe(1)
    const bytes = await bytesOf(first?.key ?? '')
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(first?.digest)
    await keepAsset(await newFrame('a later one', { seed: 200 }))
    expect(await bytesOf(first?.key ?? '')).toBe(bytes)
  })

  it('whose bytes were lost is mended by the next maker', async () => {
    const asset = await keepAsset(await newFrame('lost', { seed: 300 }))
    await storage().remove(asset.key)
    const mended = await keepAsset(await newFrame('made again', { seed: 300 }))
    expect(mended.digest).not.toBe(asset.digest)
    expect(await bytesOf(mended.key)).toBe('made again')
  })

  it('has no row when its bytes could not be kept', async () => {
    const frame = await newFrame('gone', { seed: 400 })
    await fs.rm(frame.filePath)
    await expect(keepAsset(frame)).rejects.toMatchObject({ code: 'not_found' })
    expect(await findAssets([frame.fingerprint])).toEqual(new Map())
  })
})

describe('takes', () => {
  it('are listed oldest first, each once', async () => {
    const project = await db().project.create({ data: { title: 't', story: 's', style: '', brief: {} } })
    const old = await keepAsset(await newFrame('old', { seed: 500 }))
    const young = await keepAsset(await newFrame('young', { seed: 501 }))
    const take = (fingerprint: string) => ({
      projectId: project.id,
      sceneId: 'scene-1',
      slot: 'frame' as const,
      fingerprint,
    })
    expect(await keepTake(db(), take(old.fingerprint))).toBe(true)
    expect(await keepTake(db(), take(young.fingerprint))).toBe(true)
    expect(await keepTake(db(), take(old.fingerprint))).toBe(false)
    const takes = await listTakes(project.id, 'scene-1')
    expect(takes.map((t) => t.fingerprint)).toEqual([old.fingerprint, young.fingerprint])
    expect(await listTakes(project.id, 'scene-2')).toEqual([])
  })
})
