import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { sweepAssets } from '@/lib/asset/sweep'
import { closeDb, db } from '@/lib/base/db'
import { env } from '@/lib/base/env'
import { StudioError } from '@/lib/base/errors'
import { type Manifest, manifestAgain } from '@/lib/plan/manifest'
import { editStoryboard } from '@/lib/project/edit'
import { rebuildFilm } from '@/lib/project/rebuild/rebuild'
import { operationSchema } from '@/lib/storyboard/operations'
import { readFrom } from '@/scripts/film/again'
import { reportOf } from '@/scripts/film/report'
import { openStudio, type TestStudio } from '@/tests/kit/studio'
import {
  asFile,
  FILM_FILE,
  fileIn,
  filmBytes,
  likenesses,
  makeAgain,
  manifestOfZip,
  newestManifest,
} from './again'
import { aPackedFilm, bringFile, emptyStudio } from './bundles'
import { aFilm, pin, takesOf } from './take-caller'

let studio: TestStudio
let packed: Buffer
let folder: string
let file: string

beforeAll(async () => {
  studio = await openStudio()
  packed = (await aPackedFilm(studio)).packed
  folder = await mkdtemp(path.join(os.tmpdir(), 'again-'))
  file = path.join(folder, 'film.zip')
  await writeFile(file, packed)
})
afterAll(async () => {
  await rm(folder, { recursive: true })
  await studio.close()
  await closeDb()
})
beforeEach(emptyStudio)

const counts = async () => [await db().project.count(), await db().asset.count(), await db().take.count()]

describe('a film made again from its manifest', () => {
  it('needs the writer’s own files, and says which scenes show them', async () => {
    const manifest = await manifestOfZip(packed)
    await expect(rebuildFilm(manifest)).rejects.toMatchObject({ code: 'not_found', details: { scenes: [1] } })
    expect(await counts()).toEqual([0, 0, 0])
  })

  it('is the same byte for byte, asset for asset, with nothing but those files from the ZIP', async () => {
    const { manifest, takeUploads } = await readFrom(file)
    expect(await counts()).toEqual([0, 0, 0])
    await takeUploads()
    expect(await db().asset.count()).toBe(1)
    const made = await makeAgain(studio, manifest)
    expect(likenesses(made)).toEqual({
      own: ['frame'],
      same: ['clip', 'clip', 'film', 'frame', 'narration', 'narration', 'score', 'segment', 'segment'],
    })
    expect(made.bytes.equals(await fileIn(packed, FILM_FILE))).toBe(true)
    expect(reportOf(made.report)).toMatch(/^The film is identical\.\n/)
  })

  it('is not nearly done when its pictures are: it is cut and joined after that', async () => {
    const { manifest, takeUploads } = await readFrom(file)
    await takeUploads()
    const { camera } = studio.engines
    const seen: number[] = []
    const well = camera.before
    camera.before = async () => {
      const target = await db().task.findFirst({ where: { target: true, status: 'running' } })
      seen.push(target?.progress ?? 0)
    }
    await makeAgain(studio, manifest)
    camera.before = well
    expect(seen).toHaveLength(2)
    expect(Math.max(...seen)).toBeLessThan(0.5)
  })

  it.each(['film', 'poster'])(
    'is the same after everything that can be made again was swept, but for the %s',
    async (kept) => {
      await bringFile(packed)
      const days = 30 * 24 * 3_600_000
      expect(await sweepAssets({ cacheBytes: 0, now: Date.now() + days })).toBeGreaterThan(0)
      expect(await db().asset.count({ where: { kind: { in: ['segment', 'score', 'seam', 'unit'] } } })).toBe(
        0,
      )
      if (kept !== 'film') {
        await db().film.deleteMany({})
        await db().asset.deleteMany({ where: { kind: 'film' } })
      }
      const manifest = await manifestOfZip(packed)
      const again = await makeAgain(studio, manifest)
      expect(again.bytes.equals(await fileIn(packed, FILM_FILE))).toBe(true)
      expect(likenesses(again).same).toEqual([
        ...(kept === 'film' ? [] : ['film']),
        'score',
        'segment',
        'segment',
      ])
      // It can be made again from what is saved this time, too.
      expect(manifestAgain(again.made, manifest)).toEqual(manifest)
    },
  )

  it('says what is here with other bytes', async () => {
    await bringFile(packed)
    const manifest = await manifestOfZip(packed)
    const frame = manifest.assets?.find(({ recipe }) => recipe.engine === 'fake/painter@1')
    if (frame) frame.digest = '0'.repeat(64)
    const { report } = await makeAgain(studio, manifest)
    const others = report.assets.filter(({ likeness }) => likeness === 'other')
    expect(others.map(({ fingerprint }) => fingerprint)).toEqual([frame?.fingerprint])
    expect(reportOf(report)).toContain(
      `here already, with other bytes: 1 frame\n    frame ${frame?.fingerprint.slice(0, 12)}`,
    )
  })

  it('says what was made with other bytes', async () => {
    const { manifest, takeUploads } = await readFrom(file)
    await takeUploads()
    const clip = manifest.assets?.find(({ recipe }) => recipe.kind === 'clip')
    if (clip) clip.digest = '0'.repeat(64)
    expect(likenesses(await makeAgain(studio, manifest))).toMatchObject({ different: ['clip'] })
  })

  it('is refused where a recipe stands on a picture that is nowhere', async () => {
    const { manifest, takeUploads } = await readFrom(file)
    await takeUploads()
    manifest.assets = manifest.assets?.filter(({ recipe }) => recipe.engine !== 'fake/painter@1')
    await expect(rebuildFilm(manifest)).rejects.toMatchObject({
      code: 'invalid_input',
      details: [{ field: expect.stringMatching(/^assets\.\d+\.recipe\.inputs\.frame$/) }],
    })
    expect((await counts())[0]).toBe(0)
  })
})

describe('a film with a stand-in for what an engine could not make', () => {
  it('says so in its manifest, and is the same again though the engine is well by then', async () => {
    const { painter, camera } = studio.engines
    const fails = async () => {
      throw new StudioError('engine_failed', 'out of paint')
    }
    const well = [painter.before, camera.before] as const
    painter.before = async ({ prompt }) => (prompt.scene.startsWith('A boat') ? fails() : undefined)
    let isFirst = true
    camera.before = async () => {
      const was = isFirst
      isFirst = false
      if (was) await fails()
    }
    const { id } = await aFilm(studio, 'The harbour slept. A boat came home. The moon rose.')
    painter.before = well[0]
    camera.before = well[1]
    const first = asFile(await newestManifest(id))
    const bytes = await filmBytes(id, first)
    expect(first.ffmpeg).toMatch(/^ffmpeg/)
    expect(first.scenes[1]).toMatchObject({
      engines: { frame: expect.stringMatching(/^draft\/painter@/), narration: 'fake/voice@1' },
      fallbacks: expect.arrayContaining([{ slot: 'frame', reason: 'out of paint' }]),
    })
    expect(first.scenes.flatMap(({ fallbacks }) => fallbacks.map(({ slot }) => slot))).toContain('clip')
    await emptyStudio()
    const made = await makeAgain(studio, first)
    expect(Object.keys(likenesses(made))).toEqual(['same'])
    expect(made.bytes.equals(bytes)).toBe(true)
    // Saved beside it is the manifest that it was made from, stand-ins included.
    expect(made.made.scenes.flatMap(({ fallbacks }) => fallbacks)).toEqual([])
    expect(manifestAgain(made.made, first)).toEqual(first)
  })
})

describe('a manifest of the first kind, without recipes and digests', () => {
  const firstKind = ({ assets: _, ...manifest }: Manifest) => asFile({ ...manifest, version: 1 })

  it('is read, its film made again, and nothing is claimed of its bytes', async () => {
    const { id } = await aFilm(studio, 'The harbour slept. The moon rose.')
    const second = await newestManifest(id)
    const bytes = await filmBytes(id, second)
    await emptyStudio()
    const again = await makeAgain(studio, firstKind(second))
    expect(again.bytes.equals(bytes)).toBe(true)
    expect(Object.keys(likenesses(again))).toEqual(['untold'])
    expect(again.report.identical).toBeNull()
    expect(reportOf(again.report)).toMatch(
      /cannot be said\.\n(.*\n)*.*of the first kind, without recipes and digests/,
    )
  })

  it('says what its storyboard does not make', async () => {
    await bringFile(packed)
    const first = firstKind(await manifestOfZip(packed))
    const frame = first.scenes[1]?.assets.frame ?? ''
    // An older take: no recipe is known of it, so the film shows what the storyboard asks for.
    if (first.scenes[1])
      first.scenes[1].assets.frame = frame.replace(/^./, (digit) => (digit === '0' ? '1' : '0'))
    const again = await makeAgain(studio, first)
    expect(likenesses(again).absent).toEqual(['frame'])
  })

  it('needs the writer’s own files, too', async () => {
    const first = firstKind(await manifestOfZip(packed))
    await expect(rebuildFilm(first)).rejects.toMatchObject({ code: 'not_found', details: { scenes: [1] } })
    expect(await counts()).toEqual([0, 0, 0])
  })

  it('is made again where only the files are gone, older takes by the recipes that are still here', async () => {
    const film = await aFilm(studio, 'The harbour slept. The moon rose.')
    const [older] = await takesOf(film)
    await pin(film, older?.fingerprint ?? '')
    const edits = [{ field: 'prompt', value: 'a harbour by day', before: 'The harbour slept.' }]
    const operation = operationSchema.parse({ type: 'scene.update', sceneId: film.scenes[0], edits })
    await editStoryboard(film.id, operation, { client: 'writer' })
    expect((await studio.ended((await studio.start(film.id)).id)).status).toBe('done')
    const second = await newestManifest(film.id)
    const bytes = await filmBytes(film.id, second)
    await rm(path.join(env.dataFolder, 'frames'), { recursive: true })
    await rm(path.join(env.dataFolder, 'clips'), { recursive: true })
    await rm(path.join(env.dataFolder, 'final'), { recursive: true })
    const again = await makeAgain(studio, firstKind(second))
    // The small painter's colours come of the seed alone: the recipes tell one take from the other.
    expect(again.made.fingerprint).toBe(second.fingerprint)
    expect(again.bytes.equals(bytes)).toBe(true)
  })
})
