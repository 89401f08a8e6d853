import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { closeDb, db } from '@/lib/base/db'
import type { Scene } from '@/lib/storyboard/schema'
import { openStudio, type TestStudio } from '@/tests/kit/studio'
import {
  aPackedFilm,
  bringFile,
  emptyStudio,
  entriesOf,
  OWN_PICTURE,
  withJson,
  type ZipEntry,
  zipOf,
} from './bundles'
import { boardOf } from './take-caller'

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
      changed((all) => [...all, { name: '../../evil.png', bytes: OWN_PICTURE }]),
    ],
    [
      'with an absolute path',
      /absolute path/i,
      changed((all) => [...all, { name: '/etc/cron.d/evil', bytes: OWN_PICTURE }]),
    ],
    [
      'with a Windows path',
      /invalid characters|belongs to no/i,
      changed((all) => [...all, { name: 'frames\\evil.png', bytes: OWN_PICTURE }]),
    ],
    [
      'with a file of another kind',
      /belongs to no project/,
      changed((all) => [...all, { name: 'run.sh', bytes: OWN_PICTURE }]),
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
    const pins = storyboard.scenes.flatMap((scene: Scene) => Object.keys(scene.pins))
    expect(body).toMatchObject({ kind: 'storyboard', missing: pins.length })
    expect(pins).not.toEqual([])
    const scenes = storyboard.scenes.map((scene: Scene) => ({ ...scene, pins: {} }))
    expect((await boardOf(body.project_id)).scenes).toEqual(scenes)
  })

  it('a text becomes a story', async () => {
    const { status, body } = await bringFile('# 月亮\n\n月亮升起来了。', 'draft-3.md')
    expect([status, body.kind]).toEqual([201, 'story'])
    const row = await db().project.findUniqueOrThrow({ where: { id: body.project_id } })
    expect(row).toMatchObject({ title: '月亮', story: expect.stringContaining('月亮升起来了。') })
    await studio.ended(body.task_id)
  })

  it('Markdown becomes a story without its signs, and plain text stays as it is', async () => {
    const text =
      '---\ntitle: \u6708\u4eae\n---\n# \u591c\n\n- **\u6708\u4eae** 3 * 4\n\n> [\u661f\u661f](a.html)'
    const told = async (name: string) => {
      const { body } = await bringFile(text, name)
      const { title, story } = await db().project.findUniqueOrThrow({ where: { id: body.project_id } })
      await studio.ended(body.task_id)
      return { title, story }
    }
    expect(await told('a.md')).toEqual({
      title: '\u6708\u4eae',
      story: expect.stringMatching(/^\u591c\s+\u6708\u4eae 3 \* 4\.?\s+\u661f\u661f$/),
    })
    expect(await told('a.txt')).toMatchObject({ title: 'a', story: expect.stringContaining('(a.html)') })
  })

  it('a Word document becomes a story', async () => {
    const w = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
    const style = (name: string) => name && `<w:pPr><w:pStyle w:val="${name}"/></w:pPr>`
    const line = (text: string, named = '') => `<w:p>${style(named)}<w:r><w:t>${text}</w:t></w:r></w:p>`
    const xml = `<w:document xmlns:w="${w}"><w:body>${line('Owl', 'Title')}${line('Night', 'Heading1')}${line('The owl &amp; the moon.')}${line('They sang.')}</w:body></w:document>`
    const { status, body } = await bringFile(
      await zipOf([{ name: 'word/document.xml', bytes: Buffer.from(xml) }]),
      'draft-3.docx',
    )
    expect([status, body.kind]).toEqual([201, 'story'])
    const { title, story } = await db().project.findUniqueOrThrow({ where: { id: body.project_id } })
    expect(title).toBe('Owl')
    expect(story).toMatch(/^Owl\s+Night\s+The owl & the moon\.\s+They sang\.$/)
    await studio.ended(body.task_id)
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
