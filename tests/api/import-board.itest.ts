import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { closeDb, db } from '@/lib/base/db'
import { env } from '@/lib/base/env'
import { getProjectView } from '@/lib/project/service'
import type { Slot, Storyboard } from '@/lib/storyboard/schema'
import { openStudio, type TestStudio } from '@/tests/kit/studio'
import { aPackedFilm, bringFile } from './bundles'
import { getFile } from './caller'
import { boardOf, type SmallFilm, takesOf } from './take-caller'

let studio: TestStudio
let film: SmallFilm
let board: Storyboard

beforeAll(async () => {
  studio = await openStudio()
  film = (await aPackedFilm(studio)).film
  board = await boardOf(film.id)
})
afterAll(async () => {
  await studio.close()
  await closeDb()
})

const chosenOf = async (slot: Slot, scene: number): Promise<string> => {
  const view = await getProjectView(film.id)
  return view.scenes[scene]?.slots[slot].fingerprint ?? ''
}

async function arrived(value: unknown): Promise<SmallFilm> {
  const { status, body } = await bringFile(JSON.stringify(value), 'board.json')
  expect([status, body.kind]).toEqual([201, 'storyboard'])
  return { id: body.project_id, scenes: board.scenes.map((scene) => scene.id) }
}

/** Every address of the project's view below /data/, with the answer to it. */
async function mediaOf({ id }: SmallFilm): Promise<[url: string, status: number][]> {
  const text = JSON.stringify(await getProjectView(id))
  const urls = [...new Set([...text.matchAll(/"(\/data\/[^"]+)"/g)].map((match) => match[1] ?? ''))]
  return await Promise.all(urls.map(async (url) => [url, (await getFile(url)).status] as [string, number]))
}

const withPin = (slot: Slot, fingerprint: string): Storyboard => ({
  ...board,
  scenes: board.scenes.map((scene, i) =>
    i === 0 ? { ...scene, pins: { ...scene.pins, [slot]: fingerprint } } : scene,
  ),
})

it('all that a storyboard names and that is here comes along: nothing is made again, and every address answers', async () => {
  const clip = await chosenOf('clip', 1)
  const pinned = {
    ...board,
    scenes: board.scenes.map((scene, i) => (i === 1 ? { ...scene, pins: { clip } } : scene)),
  }
  const own = await arrived(pinned)
  const view = await getProjectView(own.id)
  expect(view.render).toMatchObject({ scenesToRemake: 0 })
  expect((await boardOf(own.id)).scenes.map((scene) => scene.pins)).toEqual([board.scenes[0]?.pins, { clip }])
  const media = await mediaOf(own)
  expect(media.length).toBeGreaterThanOrEqual(6)
  expect(media.filter(([, status]) => status !== 200)).toEqual([])
  for (const { slots } of view.scenes) {
    expect(Object.values(slots).map(({ state, url }) => [state, url !== null])).toEqual(
      Array.from({ length: 3 }, () => ['ready', true]),
    )
  }
})

it('so does what the storyboard in a manifest names', async () => {
  const own = await arrived({ version: 2, storyboard: board })
  expect((await mediaOf(own)).every(([, status]) => status === 200)).toBe(true)
  expect((await takesOf(own)).map(({ label }) => label)).toEqual(['mine.png'])
})

it.each<[string, () => Promise<[Slot, string]>]>([
  ['that nobody here knows', async () => ['frame', 'f'.repeat(64)]],
  ['of something that is no clip', async () => ['clip', await chosenOf('narration', 0)]],
])('a pin %s is gone', async (_, of) => {
  const [slot, fingerprint] = await of()
  const own = await arrived(withPin(slot, fingerprint))
  const [first] = (await boardOf(own.id)).scenes
  expect(first?.pins).not.toHaveProperty(slot)
  expect((await takesOf(own, { slot })).map((take) => take.fingerprint)).not.toContain(fingerprint)
  expect((await mediaOf(own)).every(([, status]) => status === 200)).toBe(true)
})

it('the look of a character comes along where its picture is here, and is gone elsewhere', async () => {
  const look = await chosenOf('frame', 1)
  const member = (id: string, anchor: string) => ({ id, name: id, aliases: [], description: '', anchor })
  const own = await arrived({
    ...board,
    cast: [member('mei', look), member('tom', 'e'.repeat(64)), member('ann', await chosenOf('clip', 0))],
    scenes: board.scenes.map((scene) => ({ ...scene, cast: ['mei'] })),
  })
  expect((await boardOf(own.id)).cast.map(({ anchor }) => anchor)).toEqual([look, null, null])
  const seen = (await Promise.all([0, 1].map((scene) => takesOf(own, { scene })))).flat()
  expect(seen.map((take) => take.fingerprint)).toContain(look)
})

it('a pin whose bytes are spoilt is gone, and its asset is made again', async () => {
  const clip = await chosenOf('clip', 0)
  const { key } = await db().asset.findUniqueOrThrow({ where: { fingerprint: clip } })
  await writeFile(path.join(env.dataFolder, key), 'spoilt')
  const own = await arrived(withPin('clip', clip))
  expect((await boardOf(own.id)).scenes[0]?.pins).not.toHaveProperty('clip')
  const view = await getProjectView(own.id)
  expect(view.scenes[0]?.slots.clip).toMatchObject({ state: 'missing', url: null })
})
