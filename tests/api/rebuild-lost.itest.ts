import { chmod, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { storedDigest } from '@/lib/asset/lost'
import { listTakes } from '@/lib/asset/takes'
import { closeDb, db } from '@/lib/base/db'
import { env } from '@/lib/base/env'
import type { Manifest } from '@/lib/plan/manifest'
import { rebuildFilm } from '@/lib/project/rebuild/rebuild'
import { getProjectView } from '@/lib/project/service'
import { readFrom } from '@/scripts/film/again'
import { reportOf } from '@/scripts/film/report'
import { openStudio, type TestStudio } from '@/tests/kit/studio'
import { FILM_FILE, fileIn, likenesses, makeAgain, manifestOfZip } from './again'
import { aPackedFilm, bringFile, emptyStudio } from './bundles'
import { bytesOf } from './take-caller'

let studio: TestStudio
let packed: Buffer
let manifest: Manifest
let projectId: string
/** How many assets the whole studio has; 0 before there is one. */
let count = 0

beforeAll(async () => {
  studio = await openStudio()
  packed = (await aPackedFilm(studio)).packed
})
afterAll(async () => {
  await studio.close()
  await closeDb()
})
/** A studio that has the film and all that went into it, seams and sound units included: after most tests it has again. */
beforeEach(async () => {
  if (count > 0 && (await isWhole())) return
  await emptyStudio()
  projectId = (await bringFile(packed)).body.project_id
  manifest = await manifestOfZip(packed)
  await db().film.deleteMany({})
  await db().asset.deleteMany({ where: { kind: 'film' } })
  expect((await studio.ended((await studio.start(projectId)).id)).status).toBe('done')
  count = await db().asset.count()
  expect(await isWhole()).toBe(true)
})

const rows = (where: object = {}) => db().asset.findMany({ where })
const fileOf = ({ key }: { key: string }) => path.join(env.dataFolder, key)
const own = { recipe: { path: ['engine'], equals: 'upload/file@1' } }
const film = () => fileIn(packed, FILM_FILE)

/** Every file is here with the bytes that its row tells of. */
async function isWhole(): Promise<boolean> {
  const assets = await rows({ lost: false })
  const stored = await Promise.all(assets.map(({ key }) => storedDigest(key)))
  return assets.length === count && assets.every(({ digest }, i) => digest === stored[i])
}

async function spoil(asset: { key: string } | undefined): Promise<void> {
  const file = fileOf(asset ?? { key: '' })
  await chmod(file, 0o644)
  await writeFile(file, 'nothing of the kind')
}

describe('a studio that lost the files of its assets, and not their rows', () => {
  it('makes them and the film again, byte for byte, and everything that holds them has them back', async () => {
    const takes = await listTakes(projectId)
    for (const asset of await rows({ NOT: own })) await rm(fileOf(asset))
    const again = await makeAgain(studio, manifest)
    expect(again.bytes.equals(await film())).toBe(true)
    expect(likenesses(again)).toEqual({
      own: ['frame'],
      same: ['clip', 'clip', 'film', 'frame', 'narration', 'narration', 'score', 'segment', 'segment'],
    })
    expect(reportOf(again.report)).toMatch(/Files that this studio had lost: \d\d\./)
    expect(await listTakes(projectId)).toEqual(takes)
    const view = await getProjectView(projectId)
    for (const { slots } of view.scenes) {
      for (const slot of Object.values(slots))
        expect((await bytesOf(slot.url ?? '')).length).toBeGreaterThan(0)
    }
    expect(await db().asset.count({ where: { lost: true } })).toBe(0)
  })

  it.each(['frame', 'narration', 'score', 'segment', 'seam', 'unit', 'film'])(
    'makes the %s again that alone is gone, and the film',
    async (kind) => {
      // With the film gone, too, whatever is left has to be what a film is made of.
      for (const asset of await rows({ kind: { in: [kind, 'film'] }, NOT: own })) await rm(fileOf(asset))
      const again = await makeAgain(studio, manifest)
      expect(again.bytes.equals(await film())).toBe(true)
    },
  )

  it('needs the writer’s own file from the ZIP, and nothing is changed without', async () => {
    for (const asset of await rows(own)) await rm(fileOf(asset))
    await expect(rebuildFilm(manifest)).rejects.toMatchObject({ code: 'not_found', details: { scenes: [1] } })
    expect(await db().asset.count({ where: { lost: true } })).toBe(0)
  })
})

describe('a studio whose disk has spoilt files', () => {
  it.each(['frame', 'clip', 'narration', 'segment', 'seam', 'unit', 'film'])(
    'builds on no spoilt %s: it is made again',
    async (kind) => {
      const [asset] = await rows({ kind, NOT: own })
      await spoil(asset)
      for (const made of await rows({ kind: 'film' })) if (made.key !== asset?.key) await rm(fileOf(made))
      const again = await makeAgain(studio, manifest)
      expect(again.bytes.equals(await film())).toBe(true)
      expect(again.report.spoilt).toBe(1)
      expect(reportOf(again.report)).toContain('Files that were spoilt on this disk: 1.')
    },
  )

  it('has the writer’s own file mended from the ZIP', async () => {
    const [asset] = await rows(own)
    await spoil(asset)
    await expect(rebuildFilm(manifest)).rejects.toMatchObject({ code: 'not_found', details: { scenes: [1] } })
    const zip = path.join(env.dataFolder, 'project.zip')
    await writeFile(zip, packed)
    await (await readFrom(zip)).takeUploads()
    expect(likenesses(await makeAgain(studio, manifest)).own).toEqual(['frame'])
  })
})
