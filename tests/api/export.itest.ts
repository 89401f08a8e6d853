import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import * as paper from '@/app/api/projects/[id]/storyboard.pdf/route'
import { closeDb, db } from '@/lib/base/db'
import { env } from '@/lib/base/env'
import { probeMedia } from '@/lib/media/probe'
import type { Manifest } from '@/lib/plan/manifest'
import { compareWith } from '@/lib/project/bundle/compare'
import { readManifest, rebuildFilm } from '@/lib/project/bundle/rebuild'
import { getProjectView } from '@/lib/project/service'
import { findFilms } from '@/lib/project/store'
import { readFrom, reportOf } from '@/scripts/film/again'
import { aPicture } from '@/tests/kit/files'
import { openStudio, type TestStudio } from '@/tests/kit/studio'
import { bringFile, entriesOf, exportProject, withJson, type ZipEntry, zipOf } from './bundles'
import { getFile } from './caller'
import { aFilm, boardOf, pin, type SmallFilm, upload } from './take-caller'

let studio: TestStudio
let film: SmallFilm
let packed: Buffer
const own = aPicture(256, 144, 'image/png')

beforeAll(async () => {
  studio = await openStudio()
  film = await aFilm(studio, 'The sea was calm. A boat came home.')
  const { body } = await upload(film, own, { name: 'mine.png' })
  await pin(film, body.fingerprint)
  expect((await studio.ended((await studio.start(film.id)).id)).status).toBe('done')
  packed = Buffer.from(await (await exportProject(film.id)).arrayBuffer())
})
afterAll(async () => {
  await studio.close()
  await closeDb()
})

/** As another studio is: no project, no asset, no file. */
async function emptyStudio(): Promise<void> {
  await db().project.deleteMany({})
  await db().asset.deleteMany({})
  for (const folder of ['frames', 'clips', 'audio', 'segments', 'final', 'storyboards']) {
    await rm(path.join(env.dataFolder, folder), { recursive: true, force: true })
  }
}
const counts = async () => [await db().project.count(), await db().asset.count(), await db().take.count()]

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
})

describe('a stranger’s project file', () => {
  beforeEach(emptyStudio)

  /** Answers the fault; nothing may have changed. */
  async function refused(file: Buffer): Promise<string> {
    const { status, body } = await bringFile(file)
    expect(body.error?.code).toBe('bad_media')
    expect(status).toBe(422)
    expect(await counts()).toEqual([0, 0, 0])
    return body.error.message
  }
  const changed = (change: (entries: ZipEntry[]) => ZipEntry[]) => async () =>
    await zipOf(change(await entriesOf(packed)))
  const frameOf = (entries: ZipEntry[]) =>
    entries.find((entry) => entry.name.startsWith('frames/')) as ZipEntry
  const other = (name: string) => (entry: ZipEntry) => entry.name !== name

  it.each<[string, RegExp, () => Promise<Buffer>]>([
    [
      'with a path that leads out',
      /relative path|invalid/i,
      changed((all) => [...all, { name: '../../evil.png', bytes: own }]),
    ],
    [
      'with an absolute path',
      /absolute path/i,
      changed((all) => [...all, { name: '/etc/cron.d/evil', bytes: own }]),
    ],
    [
      'with a Windows path',
      /invalid characters|belongs to no/i,
      changed((all) => [...all, { name: 'frames\\evil.png', bytes: own }]),
    ],
    [
      'with a file of another kind',
      /belongs to no project/,
      changed((all) => [...all, { name: 'run.sh', bytes: own }]),
    ],
    [
      'with a link',
      /link/,
      changed((all) => all.map((entry) => (entry === frameOf(all) ? { ...entry, mode: 0o120777 } : entry))),
    ],
    ['with a name twice', /twice/, changed((all) => [...all, frameOf(all)])],
    [
      'with an asset that is not its digest',
      /digest/,
      changed((all) =>
        all.map((entry) =>
          entry === frameOf(all) ? { ...entry, bytes: Buffer.from(entry.bytes).fill(7, 30, 40) } : entry,
        ),
      ),
    ],
    [
      'without an asset that it lists',
      /missing/,
      changed((all) => all.filter((entry) => entry !== frameOf(all))),
    ],
    ['without its list of assets', /no assets\.json/, changed((all) => all.filter(other('assets.json')))],
    [
      'with broken JSON',
      /JSON/,
      changed((all) =>
        all.map((entry) =>
          entry.name === 'assets.json' ? { ...entry, bytes: Buffer.from('{"assets": [') } : entry,
        ),
      ),
    ],
    [
      'with an asset of another recipe',
      /recipe/,
      () =>
        withJson(packed, 'assets.json', (value) => {
          value.assets[0].recipe.params.more = 1
          return value
        }),
    ],
    [
      'with an asset in another place',
      /wrong place/,
      () =>
        withJson(packed, 'assets.json', (value) => {
          value.assets[0].key = value.assets[1].key
          return value
        }),
    ],
    [
      'with a wrong field',
      /project\.json: storyboard/,
      () =>
        withJson(packed, 'project.json', (value) => {
          value.storyboard.scenes[0].camera = 'upside-down'
          return value
        }),
    ],
    ['that breaks off', /./, async () => packed.subarray(0, packed.length - 200)],
  ])('%s is refused, and nothing is changed', async (_, fault, file) => {
    expect(await refused(await file())).toMatch(fault)
  })

  it('that is a bomb is refused by its directory', async () => {
    const bomb = {
      name: `frames/aa/aa${'0'.repeat(62)}.png`,
      bytes: Buffer.alloc(30_000_000),
      compress: true,
    }
    expect(await refused(await zipOf([...(await entriesOf(packed)), bomb]))).toMatch(/times its size/)
  })

  it('that unpacks to more than it says is stopped', async () => {
    const entries = await entriesOf(packed)
    const zip = await zipOf(entries.map((entry) => ({ ...entry, compress: true })))
    // The size of the first asset in the central directory, made smaller by half.
    const { name, bytes } = frameOf(entries)
    const at = zip.lastIndexOf(name) - 46 + 24
    zip.writeUInt32LE(Math.floor(bytes.length / 2), at)
    await refused(zip)
  })

  it('of too many files is refused before they are read', async () => {
    const many = Array.from({ length: 4_001 }, (_, i) => ({
      name: `frames/${i}.png`,
      bytes: Buffer.alloc(0),
    }))
    expect(await refused(await zipOf([...(await entriesOf(packed)), ...many]))).toMatch(/more than/)
  })

  it('that is larger than the limit is refused by its announcement', async () => {
    const { status } = await bringFile(packed, 'film.zip', { 'content-length': '999999999999' })
    expect(status).toBe(413)
  })
})

describe('what else can be brought', () => {
  beforeEach(emptyStudio)

  it('a storyboard alone becomes a project with everything to make', async () => {
    const project = (await entriesOf(packed)).find((entry) => entry.name === 'project.json')
    const { storyboard } = JSON.parse(project?.bytes.toString() ?? '')
    const { body } = await bringFile(JSON.stringify(storyboard), 'board.json')
    expect(body).toMatchObject({ kind: 'storyboard' })
    expect((await boardOf(body.project_id)).scenes).toEqual(storyboard.scenes)
  })

  it('a text becomes a story', async () => {
    const { status, body } = await bringFile('# 月亮\n\n月亮升起来了。', '月亮.md')
    expect([status, body.kind]).toEqual([201, 'story'])
    const row = await db().project.findUniqueOrThrow({ where: { id: body.project_id } })
    expect(row).toMatchObject({ title: '月亮', story: expect.stringContaining('月亮升起来了。') })
    await studio.ended(body.task_id)
  })

  it('a Word document becomes a story', async () => {
    const w = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
    const line = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`
    const xml = `<w:document xmlns:w="${w}"><w:body>${line('The owl &amp; the moon.')}${line('They sang.')}</w:body></w:document>`
    const { status, body } = await bringFile(
      await zipOf([{ name: 'word/document.xml', bytes: Buffer.from(xml) }]),
      'owl.docx',
    )
    expect([status, body.kind]).toEqual([201, 'story'])
    const { story } = await db().project.findUniqueOrThrow({ where: { id: body.project_id } })
    expect(story).toBe('The owl & the moon.\n\nThey sang.')
    await studio.ended(body.task_id)
  })

  it.each<[string, Buffer | string, string, number]>([
    ['a picture', own, 'a.png', 422],
    ['nothing', '', 'a.txt', 422],
    ['broken JSON', '{', 'a.json', 400],
    ['JSON of another kind', '{"a": 1}', 'a.json', 400],
    ['no words', '!!!', 'a.txt', 400],
  ])('%s is refused', async (_, body, name, status) => {
    const answer = await bringFile(body, name)
    expect(answer.body.error.code).toBeTruthy()
    expect(answer.status).toBe(status)
    expect(await counts()).toEqual([0, 0, 0])
  })

  it('a Word document that names entities of its own is refused', async () => {
    const xml = '<!DOCTYPE a [<!ENTITY b "bbbb">]><a>&b;</a>'
    const answer = await bringFile(
      await zipOf([{ name: 'word/document.xml', bytes: Buffer.from(xml) }]),
      'a.docx',
    )
    expect(answer.status).toBe(422)
  })
})

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

describe('the sound of a film', () => {
  it.each(['m4a', 'mp3'])('alone is an %s as long as the film', async (format) => {
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
