import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findAssets } from '@/lib/asset/store'
import { listTakes } from '@/lib/asset/takes'
import { closeDb, db } from '@/lib/base/db'
import { editStoryboard, stepBack } from '@/lib/project/edit'
import { deleteProject, duplicateProject, getProjectView } from '@/lib/project/service'
import { cleanUp } from '@/lib/runner/clean-up'
import { operationSchema } from '@/lib/storyboard/operations'
import { SLOTS } from '@/lib/storyboard/schema'
import { toneWav } from '@/tests/kit/engines'
import { aPicture, aVideo } from '@/tests/kit/files'
import { openStudio, type TestStudio } from '@/tests/kit/studio'
import { getFile } from './caller'
import { aFilm, boardOf, bringBack, discard, pin, type SmallFilm, takesOf, upload } from './take-caller'

const DAY_MS = 24 * 3_600_000
const writer = { client: 'writer' }

let studio: TestStudio
let film: SmallFilm

beforeAll(async () => {
  studio = await openStudio()
  film = await aFilm(studio, 'The sea was calm. A boat came home.')
})
afterAll(async () => {
  await studio.close()
  await closeDb()
})

let widths = 100
/** A picture nobody has uploaded before; answers its fingerprint. */
async function newTake(place: { scene?: number } = {}): Promise<string> {
  return (await upload(film, aPicture(++widths, 100, 'image/png'), place)).body.fingerprint
}
const prints = async () => (await takesOf(film)).map((take) => take.fingerprint)

async function setPrompt(value: string, before: string): Promise<void> {
  const edits = [{ field: 'prompt', value, before }]
  const operation = operationSchema.parse({ type: 'scene.update', sceneId: film.scenes[0], edits })
  await editStoryboard(film.id, operation, writer)
}

describe('a take thrown away', () => {
  it('is out of every list, can be brought back to its place, and its address goes on working', async () => {
    const { url, fingerprint } = (await upload(film, aPicture(99, 99, 'image/png'))).body
    await newTake()
    const before = await takesOf(film)
    expect((await discard(film, fingerprint)).status).toBe(204)
    expect((await discard(film, fingerprint)).status).toBe(204)
    expect(await takesOf(film)).toEqual(before.filter((take) => take.fingerprint !== fingerprint))
    expect((await getFile(url)).status).toBe(200)
    const copy = await listTakes(await duplicateProject(film.id))
    expect(copy.map((take) => take.fingerprint)).not.toContain(fingerprint)
    expect((await bringBack(film, fingerprint)).status).toBe(204)
    expect(await takesOf(film)).toEqual(before)
  })

  it('comes back when the same file is uploaded again', async () => {
    const file = aPicture(77, 77, 'image/png')
    const { fingerprint } = (await upload(film, file)).body
    await discard(film, fingerprint)
    expect((await upload(film, file)).body.fingerprint).toBe(fingerprint)
    expect(await prints()).toContain(fingerprint)
  })

  it('is never the one that the film uses: neither a pinned one nor the current recipe’s', async () => {
    const [current = ''] = await prints()
    expect(await discard(film, current)).toMatchObject({ status: 409, body: { error: { code: 'conflict' } } })
    const mine = await newTake()
    await pin(film, mine)
    expect((await discard(film, mine)).status).toBe(409)
    expect((await discard(film, current)).status).toBe(204)
    await pin(film, null)
    await bringBack(film, current)
  })

  it('comes back when an undo makes it what the film uses', async () => {
    const [current = ''] = await prints()
    const prompt = (await boardOf(film.id)).scenes[0]?.prompt ?? ''
    await setPrompt('another sea', prompt)
    expect((await discard(film, current)).status).toBe(204)
    await stepBack(film.id, 'undo', writer)
    expect(await prints()).toContain(current)

    const mine = await newTake()
    await pin(film, mine)
    await pin(film, null)
    await discard(film, mine)
    await stepBack(film.id, 'undo', writer)
    expect(await prints()).toContain(mine)
    await pin(film, null)
    await discard(film, mine)
    await pin(film, mine)
    expect(await prints()).toContain(mine)
    await pin(film, null)
  })

  it('says 404 for what never was one', async () => {
    expect((await discard(film, 'f'.repeat(64))).status).toBe(404)
    expect((await bringBack(film, 'f'.repeat(64))).status).toBe(404)
    expect((await discard(film, 'x')).status).toBe(404)
  })

  it('is swept after a week with its asset, unless another take holds that', async () => {
    const [alone, shared] = [await newTake(), await newTake()]
    await upload(film, aPicture(widths, 100, 'image/png'), { scene: 1 })
    await discard(film, alone)
    await discard(film, shared)
    await cleanUp(Date.now() + 6 * DAY_MS)
    expect((await findAssets([alone, shared])).size).toBe(2)
    await cleanUp(Date.now() + 8 * DAY_MS)
    expect([...(await findAssets([alone, shared])).keys()]).toEqual([shared])
    expect((await bringBack(film, alone)).status).toBe(404)
  })
})

describe('a take of the writer’s own', () => {
  it('survives new seeds everywhere: the film shows it, and nothing is made in its place', async () => {
    const own = await aFilm(studio, 'A cat slept. A cat woke.')
    const { body } = await upload(own, aPicture(256, 144, 'image/png'))
    await pin(own, body.fingerprint)
    const steps = (await boardOf(own.id)).scenes.map(({ id: sceneId, seeds }) => ({
      type: 'scene.update',
      sceneId,
      edits: SLOTS.map((slot) => ({ field: `seeds.${slot}`, value: seeds[slot] + 1, before: seeds[slot] })),
    }))
    await editStoryboard(own.id, operationSchema.parse({ type: 'batch', name: 'again', steps }), writer)
    const painted = studio.engines.painter.requests.length
    expect((await studio.ended((await studio.start(own.id)).id)).status).toBe('done')
    expect(studio.engines.painter.requests.length).toBe(painted + 1)
    const view = await getProjectView(own.id)
    const { fingerprint, url } = body
    const engine = 'upload/file@1'
    expect(view.scenes[0]?.slots.frame).toMatchObject({ state: 'ready', why: [], fingerprint, url, engine })
    expect(view.film?.stale).toBe(false)
  })

  it('can be a clip, which is cut or slowed to the scene’s length', async () => {
    const own = await aFilm(studio, 'A lamp was lit at noon.')
    const { fingerprint } = (await upload(own, await aVideo(1), { slot: 'clip' })).body
    await pin(own, fingerprint, { slot: 'clip' })
    expect((await studio.ended((await studio.start(own.id)).id)).status).toBe('done')
    const segments = await db().asset.findMany({ where: { kind: 'segment' } })
    const clips = segments.map((row) => (row.recipe as { inputs: { clip: string } }).inputs.clip)
    expect(clips).toContain(fingerprint)
  })

  it('falls behind only when it speaks and the line is another one', async () => {
    const own = await aFilm(studio, 'A gull cried.')
    const { fingerprint } = (await upload(own, toneWav(900), { slot: 'narration' })).body
    await pin(own, fingerprint, { slot: 'narration' })
    const shown = async () => (await getProjectView(own.id)).scenes[0]?.slots.narration
    expect(await shown()).toMatchObject({ state: 'ready', why: [], fingerprint })
    const edits = [{ field: 'narration', before: 'A gull cried.', value: 'A gull laughed.' }]
    const operation = operationSchema.parse({ type: 'scene.update', sceneId: own.scenes[0], edits })
    await editStoryboard(own.id, operation, writer)
    expect(await shown()).toMatchObject({ state: 'ready', why: ['narration'], fingerprint })
  })

  it('goes with its project', async () => {
    const own = await aFilm(studio, 'An owl sat.')
    const { fingerprint } = (await upload(own, aPicture(222, 111, 'image/png'))).body
    await deleteProject(own.id)
    expect((await upload(own, aPicture(90, 90, 'image/png'))).status).toBe(404)
    await cleanUp(Date.now() + 31 * DAY_MS)
    expect((await findAssets([fingerprint])).size).toBe(0)
  })
})
