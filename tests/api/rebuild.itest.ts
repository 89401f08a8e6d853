import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { closeDb, db } from '@/lib/base/db'
import type { Manifest } from '@/lib/plan/manifest'
import { compareWith } from '@/lib/project/bundle/compare'
import { readManifest, rebuildFilm } from '@/lib/project/bundle/rebuild'
import { findFilms } from '@/lib/project/store'
import { readFrom, reportOf } from '@/scripts/film/again'
import { openStudio, type TestStudio } from '@/tests/kit/studio'
import { aPackedFilm, bringFile, emptyStudio, entriesOf } from './bundles'

let studio: TestStudio
let packed: Buffer

beforeAll(async () => {
  studio = await openStudio()
  packed = (await aPackedFilm(studio)).packed
})
afterAll(async () => {
  await studio.close()
  await closeDb()
})

const counts = async () => [await db().project.count(), await db().asset.count(), await db().take.count()]

describe('a film made again from its manifest', () => {
  beforeEach(emptyStudio)
  const manifestIn = async (file: Buffer): Promise<unknown> =>
    JSON.parse(
      (await entriesOf(file)).find((entry) => entry.name === 'manifest.json')?.bytes.toString() ?? '',
    )

  it('needs the writer’s own files, and says which scenes show them', async () => {
    const manifest = readManifest(await manifestIn(packed))
    await expect(rebuildFilm(manifest)).rejects.toMatchObject({ code: 'not_found', details: { scenes: [1] } })
    expect(await counts()).toEqual([0, 0, 0])
  })

  it('is the same byte for byte, asset for asset, with nothing but those files from the ZIP', async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'again-'))
    const file = path.join(folder, 'film.zip')
    await writeFile(file, packed)
    const startedAt = new Date()
    const manifest = await readFrom(file)
    expect(await db().asset.count()).toBe(1)
    const { projectId, targetId } = await rebuildFilm(manifest)
    expect((await studio.ended(targetId)).status).toBe('done')
    const compared = await compareWith(manifest, startedAt)
    expect(compared.filter(({ likeness }) => likeness !== 'same')).toEqual([])
    const [again] = await findFilms([projectId])
    expect(again?.fingerprint).toBe(manifest.fingerprint)
    expect(reportOf(compared, true)).toContain('The film is identical.')
    await rm(folder, { recursive: true })
  })

  it('says what came out with other bytes', async () => {
    const manifest = (await manifestIn(packed)) as Manifest
    const { body } = await bringFile(packed)
    expect(body.kind).toBe('project')
    const frame = manifest.assets?.find((asset) => asset.recipe.kind === 'frame')
    const other = {
      ...manifest,
      assets: manifest.assets?.map((asset) =>
        asset === frame ? { ...asset, digest: '0'.repeat(64) } : asset,
      ),
    }
    const compared = await compareWith(other, new Date(Date.now() + 1_000))
    expect(
      compared.filter(({ likeness }) => likeness === 'different').map(({ fingerprint }) => fingerprint),
    ).toEqual([frame?.fingerprint])
    expect(compared.filter(({ likeness }) => likeness === 'kept').length).toBe(compared.length - 1)
  })

  it.each([[{}], [{ version: 3 }], [null], [[]]])('from %j is refused as input', (value) => {
    expect(() => readManifest(value)).toThrow(expect.objectContaining({ code: 'invalid_input' }))
  })
})
