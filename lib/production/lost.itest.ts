import { rm } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { findAsset } from '@/lib/asset/store'
import { db, inTransaction } from '@/lib/base/db'
import { env } from '@/lib/base/env'
import { StudioError } from '@/lib/base/errors'
import { findFilms } from '@/lib/project/store'
import { storage } from '@/lib/storage/storage'
import { listWork, type TaskRow } from '@/lib/task/store'
import { openStudio, type TestStudio } from '@/tests/kit/studio'

let studio: TestStudio
let count = 0

beforeAll(async () => {
  studio = await openStudio()
})
afterAll(async () => {
  await studio.close()
})

async function aFilm(): Promise<string> {
  count += 1
  const projectId = await studio.makeProject(
    `Log ${count} was lost at sea. Log ${count} came home. It was read.`,
  )
  expect(await make(projectId)).toMatchObject({ status: 'done', error: null })
  return projectId
}

const make = async (projectId: string): Promise<TaskRow> =>
  await studio.ended((await studio.start(projectId)).id)

const typesOf = async (target: TaskRow): Promise<string[]> =>
  (await inTransaction((tx) => listWork(tx, target.id))).map((row) => row.type)

const digestOf = async (projectId: string): Promise<string | undefined> => {
  const [film] = await findFilms([projectId])
  return (await findAsset(film?.fingerprint ?? ''))?.digest
}

/** Files of a kind go, as from a disk that was tidied by hand; their rows know nothing of it. */
async function lose(...kinds: string[]): Promise<string[]> {
  const rows = await db().asset.findMany({ where: { kind: { in: kinds } } })
  await Promise.all(rows.map(({ key }) => rm(path.join(env.dataFolder, key), { force: true })))
  return rows.map(({ key }) => key)
}

it('makes a film again whose file is gone, from what is left', async () => {
  const projectId = await aFilm()
  const before = await digestOf(projectId)
  await lose('film')
  const again = await make(projectId)
  expect(again).toMatchObject({ status: 'done', error: null })
  expect(await typesOf(again)).toEqual(['film'])
  expect(await digestOf(projectId)).toBe(before)
})

it('makes pictures, clips and voices again that are gone, though the film is there', async () => {
  const projectId = await aFilm()
  const keys = await lose('frame', 'clip', 'narration')
  expect(await make(projectId)).toMatchObject({ status: 'done', error: null })
  const own = await db().take.findMany({ where: { projectId }, select: { asset: { select: { key: true } } } })
  expect(own.length).toBe(9)
  for (const { asset } of own) {
    expect(keys).toContain(asset.key)
    expect(await storage().has(asset.key)).toBe(true)
  }
})

it('comes upon cuts, seams and sounds that are gone, and makes them before it goes on', async () => {
  const projectId = await aFilm()
  const before = await digestOf(projectId)
  await lose('film', 'segment', 'seam', 'unit', 'score', 'clip')
  const again = await make(projectId)
  expect(again).toMatchObject({ status: 'done', error: null })
  expect(await digestOf(projectId)).toBe(before)
  expect(await db().asset.count({ where: { lost: true, takes: { some: { projectId } } } })).toBe(0)
})

it('gives up where what was just made is gone again', async () => {
  const projectId = await studio.makeProject('A disk forgot. It kept no picture. Nobody could say why.')
  const fetchTo = storage().fetchTo.bind(storage())
  const forgetful = vi.spyOn(storage(), 'fetchTo').mockImplementation(async (key, folder, name) => {
    if (key.startsWith('frames/')) throw new StudioError('not_found', 'no such file')
    return await fetchTo(key, folder, name)
  })
  const target = await make(projectId)
  forgetful.mockRestore()
  expect(target).toMatchObject({ status: 'error', error: { code: 'not_found' } })
  expect(await make(projectId)).toMatchObject({ status: 'done', error: null })
})
