import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as files from '@/app/api/projects/[id]/exports/[exportId]/file/route'
import { closeDb, db } from '@/lib/base/db'
import { startExport } from '@/lib/project/export/service'
import { getProjectView } from '@/lib/project/service'
import { openStudio, type TestStudio } from '@/tests/kit/studio'
import { getFile } from './caller'
import { aFilm, bringBack, discard, type SmallFilm } from './take-caller'

/** All that can be fetched of one project: addresses below `/data/`, its exports, and what comes of them. */
interface Owned {
  film: SmallFilm
  paths: string[]
  exports: string[]
  /** Of bytes that the other does not have. */
  tags: Set<string>
}

let studio: TestStudio
let projects: [Owned, Owned]

beforeAll(async () => {
  studio = await openStudio()
  const lamp = await owned('A lamp burned all night. Morning found it out.')
  const well = await owned('A well had no bottom. A coin fell for ever.')
  projects = [lamp, well]
  // Small engines may give two projects the same bytes; most are a project's own.
  for (const tag of lamp.tags) if (well.tags.has(tag)) for (const one of projects) one.tags.delete(tag)
  for (const { tags } of projects) expect(tags.size).toBeGreaterThan(5)
})
afterAll(async () => {
  await studio.close()
  await closeDb()
})

async function owned(story: string): Promise<Owned> {
  const film = await aFilm(studio, story)
  const view = await getProjectView(film.id)
  const slots = view.scenes.flatMap((scene) => Object.values(scene.slots).flatMap((slot) => slot.url ?? []))
  const own = view.film ? [view.film.url, view.film.subtitles, view.film.manifest, view.film.poster] : []
  const paths = [...slots, ...own]
  const { id } = await startExport(film.id, { format: 'pdf' })
  await studio.ended(id)
  const tags = new Set<string>()
  for (const path of paths) tags.add((await getFile(path)).headers.get('etag') ?? '')
  tags.add((await fetchExport(film.id, id)).headers.get('etag') ?? '')
  expect(paths).toHaveLength(10)
  return { film, paths, exports: [id], tags }
}

const fetchExport = (id: string, exportId: string): Promise<Response> =>
  files.GET(new Request(`http://localhost:3000/api/projects/${id}/exports/${exportId}/file`), {
    params: Promise.resolve({ id, exportId }),
  })

/** Pieces of the addresses of both projects, put together anyhow. */
function anyPath(): fc.Arbitrary<string> {
  const known = projects.flatMap(({ paths }) => paths.map((path) => path.split('/')))
  const piece = (at: number) => [...new Set(known.map((parts) => parts[at] ?? ''))]
  const prints = known.flatMap((parts) => parts.at(-1)?.match(/[0-9a-f]{64}/) ?? [])
  const scenes = projects.flatMap(({ film }) => film.scenes)
  const endings = ['png', 'mp4', 'wav', 'mp3', 'm4a', 'srt', 'vtt', 'jpg', 'manifest.json']
  const name = fc.oneof(
    fc.constantFrom(...piece(4)),
    fc
      .tuple(fc.constantFrom('', ...scenes), fc.constantFrom(...prints), fc.constantFrom(...endings))
      .map(([scene, print, ending]) => `${scene ? `${scene}-` : ''}${print}.${ending}`),
  )
  const odd = fc.constantFrom('', '/..', '/.', '/%2e%2e', '//')
  const mixed = fc
    .tuple(fc.constantFrom(...piece(2)), fc.constantFrom(...piece(3)), name, odd)
    .map(([folder, project, file, between]) => `/data/${folder}/${project}${between}/${file}`)
  // Some that are whole, so that the law is not about refusals alone.
  const whole = fc.constantFrom(...projects.flatMap(({ paths }) => paths))
  return fc.oneof({ weight: 1, arbitrary: whole }, { weight: 4, arbitrary: mixed })
}

const other = (owner: Owned): Owned => (owner === projects[0] ? projects[1] : projects[0])

describe('an address of one project', () => {
  it('never opens what another has, however its pieces are put together', async () => {
    let opened = 0
    await fc.assert(
      fc.asyncProperty(anyPath(), async (path) => {
        const response = await getFile(path)
        await response.body?.cancel()
        if (response.status !== 200) return
        opened += 1
        const owner = projects.find(({ film }) => path.split('/')[3] === film.id)
        const tag = response.headers.get('etag') ?? ''
        expect(owner && other(owner).tags.has(tag), path).toBe(false)
      }),
      { numRuns: 600 },
    )
    expect(opened).toBeGreaterThan(50)
  })

  it('never opens another’s export', async () => {
    for (const owner of projects) {
      for (const id of other(owner).exports) expect((await fetchExport(owner.film.id, id)).status).toBe(404)
    }
  })

  it('never reaches another’s takes', async () => {
    for (const owner of projects) {
      const takes = await db().take.findMany({ where: { projectId: other(owner).film.id } })
      for (const { slot, fingerprint } of takes) {
        for (let scene = 0; scene < owner.film.scenes.length; scene++) {
          const place = { slot: slot as 'frame', scene }
          expect((await discard(owner.film, fingerprint, place)).status).toBe(404)
          expect((await bringBack(owner.film, fingerprint, place)).status).toBe(404)
        }
      }
      expect(await db().take.count({ where: { deletedAt: { not: null } } })).toBe(0)
    }
  })
})
