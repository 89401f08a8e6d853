import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import * as paper from '@/app/api/projects/[id]/storyboard.pdf/route'
import { closeDb } from '@/lib/base/db'
import { env } from '@/lib/base/env'
import { runFfprobe } from '@/lib/media/ffmpeg'
import { probeMedia } from '@/lib/media/probe'
import { editStoryboard } from '@/lib/project/edit'
import { getProjectView } from '@/lib/project/service'
import { operationSchema } from '@/lib/storyboard/operations'
import { openStudio, type TestStudio } from '@/tests/kit/studio'
import { aPackedFilm, bringFile, emptyStudio, entriesOf, exportProject } from './bundles'
import { getFile } from './caller'
import { boardOf, type SmallFilm } from './take-caller'

let studio: TestStudio
let film: SmallFilm
let packed: Buffer

beforeAll(async () => {
  studio = await openStudio()
  ;({ film, packed } = await aPackedFilm(studio))
})
afterAll(async () => {
  await studio.close()
  await closeDb()
})

describe('a project as a file', () => {
  it('holds the documents and every asset under its storage key', async () => {
    const response = await exportProject(film.id)
    expect(response.headers.get('content-type')).toBe('application/zip')
    expect(response.headers.get('content-disposition')).toContain('attachment; filename=')
    const names = (await entriesOf(packed)).map((entry) => entry.name)
    expect(names).toEqual(expect.arrayContaining(['project.json', 'assets.json', 'manifest.json']))
    expect(names.filter((name) => name.startsWith('frames/'))).toHaveLength(2)
    expect(names.some((name) => /^final\/.*\.mp4$/.test(name))).toBe(true)
  })

  it('is the same bytes each time', async () => {
    const again = Buffer.from(await (await exportProject(film.id)).arrayBuffer())
    expect(again.equals(packed)).toBe(true)
  })

  it('says in its manifest what every asset is and how it was made', async () => {
    const manifest = (await entriesOf(packed)).find((entry) => entry.name === 'manifest.json')
    const { version, assets, scenes, fingerprint, ffmpeg } = JSON.parse(manifest?.bytes.toString() ?? '')
    expect(version).toBe(2)
    expect(ffmpeg).not.toBe('')
    const listed = new Map(assets.map((asset: { fingerprint: string }) => [asset.fingerprint, asset]))
    for (const scene of scenes)
      for (const print of Object.values(scene.assets)) expect(listed.has(String(print))).toBe(true)
    expect(listed.get(fingerprint)).toMatchObject({ digest: expect.stringMatching(/^[0-9a-f]{64}$/) })
  })

  it('is refused for a project without a storyboard, and 404 for none', async () => {
    const empty = await studio.makeProject('An owl sat.')
    expect((await exportProject(empty)).status).toBe(409)
    expect((await exportProject('00000000-0000-4000-8000-000000000000')).status).toBe(404)
  })
})

describe('the file in an empty studio', () => {
  it('gives the same plan with nothing to make, the writer’s own picture and the same film', async () => {
    const before = await getProjectView(film.id)
    const bytes = Buffer.from(await (await getFile(before.film?.url ?? '')).arrayBuffer())
    const board = await boardOf(film.id)
    const painted = studio.engines.painter.requests.length
    await emptyStudio()
    const { status, body } = await bringFile(packed)
    expect(body).toMatchObject({ kind: 'project', task_id: null })
    expect(status).toBe(201)
    const after = await getProjectView(body.project_id)
    expect(await boardOf(body.project_id)).toEqual(board)
    expect(after.render).toMatchObject({ toMake: 0, scenesToRemake: 0 })
    const prints = (view: typeof before) =>
      view.scenes.map(({ slots }) =>
        Object.values(slots).map(({ state, fingerprint }) => [state, fingerprint]),
      )
    expect(prints(after)).toEqual(prints(before))
    expect(after.film?.stale).toBe(false)
    const film2 = Buffer.from(await (await getFile(after.film?.url ?? '')).arrayBuffer())
    expect(film2.equals(bytes)).toBe(true)
    expect((await studio.ended((await studio.start(body.project_id)).id)).status).toBe('done')
    expect(studio.engines.painter.requests.length).toBe(painted)
    // Nothing was lost on the way: it packs to the same file again.
    const again = Buffer.from(await (await exportProject(body.project_id)).arrayBuffer())
    expect(new Set((await entriesOf(again)).map((entry) => entry.name))).toEqual(
      new Set((await entriesOf(packed)).map((entry) => entry.name)),
    )
  })

  it('is worked on there: a scene’s new seam is made though its neighbour’s ends did not travel', async () => {
    await emptyStudio()
    const { body } = await bringFile(packed)
    const [, second] = (await boardOf(body.project_id)).scenes
    const edits = [{ field: 'narration', value: 'A boat came back.', before: second?.narration }]
    const operation = operationSchema.parse({ type: 'scene.update', sceneId: second?.id, edits })
    await editStoryboard(body.project_id, operation, { client: 'writer' })
    const target = await studio.ended((await studio.start(body.project_id)).id)
    expect([target.status, target.error]).toEqual(['done', null])
  })
})

describe('the sound of a film', () => {
  it.each(['m4a', 'mp3'])('alone is an %s as long as the film, with its title', async (format) => {
    await emptyStudio()
    const { body } = await bringFile(packed)
    const { film: made } = await getProjectView(body.project_id)
    const response = await getFile((made?.url ?? '').replace(/mp4$/, format))
    expect(response.status).toBe(200)
    const file = path.join(env.dataFolder, `sound.${format}`)
    await writeFile(file, Buffer.from(await response.arrayBuffer()))
    const media = await probeMedia(file)
    expect(media.video).toBeNull()
    expect(Math.abs(media.durationMs - (made?.durationMs ?? 0))).toBeLessThan(100)
    const told = JSON.parse(await runFfprobe(['-show_entries', 'format_tags', '-of', 'json', file]))
    const { title } = await getProjectView(body.project_id)
    expect(told.format.tags).toEqual(format === 'mp3' ? { title } : expect.objectContaining({ title }))
  })
})

describe('the storyboard on paper', () => {
  beforeEach(emptyStudio)

  it('is a PDF with a picture for each scene', async () => {
    const { body } = await bringFile(packed)
    const id = body.project_id
    const request = new Request(`http://localhost:3000/api/projects/${id}/storyboard.pdf`)
    const response = await paper.GET(request, { params: Promise.resolve({ id }) })
    expect(response.headers.get('content-type')).toBe('application/pdf')
    const bytes = Buffer.from(await response.arrayBuffer())
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
    expect(bytes.toString('latin1').match(/\/Subtype \/Image/g)).toHaveLength(2)
  })
})
