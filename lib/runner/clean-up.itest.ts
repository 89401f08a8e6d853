import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findAssets } from '@/lib/asset/store'
import { sweepAssets } from '@/lib/asset/sweep'
import { db } from '@/lib/base/db'
import { deleteProject } from '@/lib/project/service'
import { findFilms } from '@/lib/project/store'
import { openStudio, type TestStudio } from '@/tests/kit/studio'
import { cleanUp } from './clean-up'

const DAY_MS = 24 * 3_600_000
let studio: TestStudio

beforeAll(async () => {
  studio = await openStudio()
})
afterAll(async () => {
  await studio.close()
})

describe('cleaning up', () => {
  it('keeps what takes and films hold, trims the cache, and frees a deleted project after a month', async () => {
    const projectId = await studio.makeProject('The sea was calm. A boat came home.')
    await studio.ended((await studio.start(projectId)).id)
    const [film] = await findFilms([projectId])
    const takes = await db().take.findMany({ where: { projectId } })
    const held = [film?.fingerprint ?? '', ...takes.map((take) => take.fingerprint)]

    await cleanUp(Date.now() + 8 * DAY_MS)
    expect((await findAssets(held)).size).toBe(new Set(held).size)

    await sweepAssets({ cacheBytes: 0, now: Date.now() + 2 * DAY_MS })
    expect(await db().asset.count({ where: { kind: { in: ['segment', 'seam', 'unit', 'score'] } } })).toBe(0)
    expect((await findAssets(held)).size).toBe(new Set(held).size)

    await deleteProject(projectId)
    await cleanUp(Date.now() + 31 * DAY_MS)
    expect(await db().project.count({ where: { id: projectId } })).toBe(0)
    expect((await findAssets(held)).size).toBe(0)
  })
})
