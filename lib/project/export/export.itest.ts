import { chmod, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Asset, findAsset } from '@/lib/asset/store'
import { sweepAssets } from '@/lib/asset/sweep'
import { db, inTransaction } from '@/lib/base/db'
import { env } from '@/lib/base/env'
import { packBundle } from '@/lib/bundle/write'
import { probeMedia } from '@/lib/media/probe'
import { drawPaper } from '@/lib/paper/pdf'
import type { Manifest } from '@/lib/plan/manifest'
import { cancelTask, retryTask } from '@/lib/production/target'
import { storage } from '@/lib/storage/storage'
import { listWork, type TaskRow } from '@/lib/task/store'
import { openStudio, type TestStudio } from '@/tests/kit/studio'
import { cardsOf } from '../card'
import { keepFilmSound } from '../gateway/film-sound'
import { getQueueView } from '../queue/view'
import { getProjectView } from '../service'
import { findFilms, getProject } from '../store'
import { getWorkspace } from '../workspace'
import { collectBundle } from './collect'
import { paperOf } from './content'
import type { ExportRequest, ExportView } from './schema'
import { findExport, listExports, startExport } from './service'

const DAY_MS = 24 * 3_600_000

let studio: TestStudio
let projectId: string

beforeAll(async () => {
  studio = await openStudio()
  projectId = await studio.makeProject('Export began at sea. The keeper lit a lamp. Then morning came.')
  expect(await studio.ended((await studio.start(projectId)).id)).toMatchObject({
    status: 'done',
    error: null,
  })
  for (const engine of Object.values(studio.engines)) engine.requests.length = 0
})
afterAll(async () => {
  await studio.close()
})

/** The export once its task has ended. */
async function exported(request: ExportRequest): Promise<{ view: ExportView; row: TaskRow }> {
  const { id } = await startExport(projectId, request)
  const row = await studio.ended(id)
  const view = (await listExports(projectId)).find((one) => one.id === id)
  if (!view) throw new Error('an export that is not listed')
  return { view, row }
}

async function bytesOf(view: ExportView): Promise<Buffer> {
  const { file } = await findExport(projectId, view.id)
  return buffer((await file.open({ start: 0, end: file.size - 1 })).stream)
}

const ended = async () => (await getQueueView()).ended

const workOf = async (row: TaskRow): Promise<string[]> =>
  (await inTransaction((tx) => listWork(tx, row.id))).map((work) => work.type).toSorted()

async function probed(view: ExportView) {
  const row = await db().task.findUniqueOrThrow({ where: { id: view.id } })
  const { exported: wanted } = row.payload as unknown as { exported: { recipes: { kind: string }[] } }
  expect(wanted.recipes.at(-1)?.kind).toMatch(/film|export/)
  const { file } = await findExport(projectId, view.id)
  const asset = await db().asset.findFirstOrThrow({ where: { digest: file.tag } })
  const facts = await probeMedia(await storage().fetchTo(asset.key, env.dataFolder, `${view.id}.mp4`), {
    countFrames: true,
  })
  return facts
}

async function filmFacts() {
  const [film] = await findFilms([projectId])
  const asset = await findAsset(film?.fingerprint ?? '')
  return probeMedia(await storage().fetchTo(asset?.key ?? '', env.dataFolder, 'film.mp4'), {
    countFrames: true,
  })
}

describe('a film at another size', () => {
  it('is the film with other pixels: sound, subtitles, chapters and length stay', async () => {
    const { view, row } = await exported({ format: 'mp4', shortSide: 144 })
    expect(row).toMatchObject({ status: 'done', error: null, progress: 1 })
    expect(view).toMatchObject({ width: 256, height: 144, captions: true })
    expect(await workOf(row)).toEqual(['export'])
    const [film, made] = [await filmFacts(), await probed(view)]
    expect(made.video).toMatchObject({ width: 256, height: 144, codec: 'h264', pixFmt: 'yuv420p' })
    expect(made.chapters).toEqual(film.chapters)
    expect(made.subtitles).toEqual(film.subtitles)
    expect(made.audio).toMatchObject({ codec: 'aac', sampleRate: 48_000 })
    expect(made.video?.frames).toBe(film.video?.frames)
    expect(Math.abs(made.durationMs - film.durationMs)).toBeLessThan(1000 / 24)
    expect(Math.abs((made.audio?.durationMs ?? 0) - (film.audio?.durationMs ?? 0))).toBeLessThan(1)
  })

  it('is made once, however often it is asked for: while it is made, and when it lies ready', async () => {
    const ask = () => startExport(projectId, { format: 'mp4', shortSide: 160 })
    const [first, second] = await Promise.all([ask(), ask()])
    expect(second.id).toBe(first.id)
    expect((await studio.ended(first.id)).status).toBe('done')
    expect(await ask()).toMatchObject({ id: first.id, file: { bytes: expect.any(Number) } })
    expect((await ended()).filter(({ exported }) => exported?.height === 160)).toHaveLength(1)
  })

  it('of its own size is the film itself', async () => {
    const { view, row } = await exported({ format: 'mp4' })
    expect(await workOf(row)).toEqual([])
    const [film] = await findFilms([projectId])
    expect((await bytesOf(view)).equals(await readFile(await filmPath(film?.fingerprint ?? '')))).toBe(true)
  })
})

const filmPath = async (fingerprint: string): Promise<string> =>
  storage().fetchTo((await findAsset(fingerprint))?.key ?? '', env.dataFolder, `${fingerprint}.mp4`)

describe('a film without its captions', () => {
  it('is cut anew and nothing else is made', async () => {
    const { view, row } = await exported({ format: 'mp4', captions: false })
    expect(row).toMatchObject({ status: 'done', error: null })
    expect(await workOf(row)).toEqual(['film', 'segment', 'segment', 'segment'])
    for (const engine of Object.values(studio.engines)) expect(engine.requests).toEqual([])
    expect(view.captions).toBe(false)
    const [film, made] = [await filmFacts(), await probed(view)]
    expect(made.video?.frames).toBe(film.video?.frames)
    // Nothing is burnt in, so the soft track is on.
    expect([film.subtitles[0]?.isDefault, made.subtitles[0]?.isDefault]).toEqual([false, true])
  })

  it('can be had at another size, too', async () => {
    const { row, view } = await exported({ format: 'mp4', captions: false, shortSide: 144 })
    expect(await workOf(row)).toEqual(['export'])
    expect((await probed(view)).video).toMatchObject({ width: 256, height: 144 })
  })

  it('leaves the project as it was: its film, its state and its targets', async () => {
    expect(await findFilms([projectId])).toHaveLength(1)
    const workspace = await getWorkspace(projectId)
    expect(workspace.targets.map((target) => target.type)).toEqual(['render'])
    expect(workspace.film?.burnt).toBe(true)
    const [card] = await cardsOf([await getProject(projectId)])
    expect(card).toMatchObject({ state: 'finished', task: null })
  })
})

describe('other files', () => {
  it('sound alone, as long as the film, the same bytes as it is fetched without a task', async () => {
    const { view } = await exported({ format: 'mp3' })
    const facts = await probed(view)
    expect(facts.video).toBeNull()
    expect(facts.audio?.codec).toBe('mp3')
    expect(Math.abs(facts.durationMs - (await filmFacts()).durationMs)).toBeLessThan(100)
    const [film] = await findFilms([projectId])
    const asset = await findAsset(film?.fingerprint ?? '')
    const streamed = await storage().open(await keepFilmSound(asset as Asset, 'mp3'))
    expect((await bytesOf(view)).equals(await buffer(streamed.stream))).toBe(true)
  })

  it('the storyboard on paper, the same bytes each time', async () => {
    const { view } = await exported({ format: 'pdf' })
    const bytes = await bytesOf(view)
    const text = bytes.toString('latin1')
    expect(text.slice(0, 5)).toBe('%PDF-')
    expect(text).not.toContain('Date')
    expect(new Set(text.match(/NotoSans-\w+/g))).toEqual(new Set(['NotoSans-Bold', 'NotoSans-Regular']))
    const paper = paperOf(await getProjectView(projectId))
    expect(paper && bytes.equals(await buffer(await drawPaper(paper)))).toBe(true)
  })

  it('the project as a ZIP, the same as it is packed directly', async () => {
    const { view } = await exported({ format: 'zip' })
    expect((await bytesOf(view)).equals(await buffer(packBundle(await collectBundle(projectId))))).toBe(true)
  })
})

describe('an export', () => {
  it('that is cancelled leaves no file, and another try makes it', async () => {
    const { id } = await startExport(projectId, { format: 'mp4', shortSide: 1440 })
    await studio.signals.first(async () => {
      const [work] = await inTransaction((tx) => listWork(tx, id))
      return work?.status === 'running' ? work : null
    })
    await cancelTask(id)
    const [gone] = await listExports(projectId)
    expect(gone).toMatchObject({ id, file: null, task: { status: 'cancelled' } })
    await expect(findExport(projectId, id)).rejects.toMatchObject({ code: 'conflict' })
    const again = await studio.ended((await retryTask(id)).id)
    expect(again).toMatchObject({ status: 'done', type: 'export' })
    expect((await listExports(projectId))[0]).toMatchObject({ id: again.id, height: 1440 })
  })

  it.each(['mp3', 'pdf', 'zip'] as const)(
    'that was swept says so and can be made again: %s',
    async (format) => {
      const { view } = await exported({ format })
      await sweepAssets({ cacheBytes: env.cacheBytes, now: Date.now() + 8 * DAY_MS })
      const swept = (await listExports(projectId)).find(({ id }) => id === view.id)
      expect(swept).toMatchObject({ file: null, task: { status: 'done' } })
      await expect(findExport(projectId, view.id)).rejects.toMatchObject({ code: 'not_found' })
      const again = await exported({ format })
      expect(again.row).toMatchObject({ status: 'done', error: null })
      expect(again.view.file).toEqual({
        url: expect.stringContaining(again.view.id),
        bytes: view.file?.bytes,
        madeAt: expect.any(String),
      })
    },
  )

  it('is nobody else’s', async () => {
    const { view } = await exported({ format: 'pdf' })
    const other = await studio.makeProject('Another story. It ended.')
    await expect(findExport(other, view.id)).rejects.toMatchObject({ code: 'not_found' })
    const render = (await getWorkspace(projectId)).targets[0]
    await expect(findExport(projectId, render?.id ?? '')).rejects.toMatchObject({ code: 'not_found' })
    await expect(startExport(other, { format: 'mp4' })).rejects.toMatchObject({ code: 'conflict' })
    await expect(startExport(other, { format: 'pdf' })).rejects.toMatchObject({ code: 'conflict' })
  })

  it('of a film whose pictures were thrown away is refused with what to do, and its sizes are still made', async () => {
    const other = await studio.makeProject('Nobody kept a thing. All went overboard.')
    await studio.ended((await studio.start(other)).id)
    const [film] = await findFilms([other])
    const manifest = film?.manifest as unknown as Manifest
    const frames = manifest.scenes.flatMap((scene) => scene.assets.frame ?? [])
    const gone = manifest.scenes.flatMap(({ assets }) => Object.values(assets))
    await db().take.deleteMany({ where: { projectId: other } })
    await db().asset.deleteMany({ where: { fingerprint: { in: gone }, kind: { not: 'score' } } })
    const assets = manifest.assets?.filter((asset) => !frames.includes(asset.fingerprint))
    await db().film.update({
      where: { id: film?.id ?? '' },
      data: { manifest: { ...manifest, assets } as object },
    })
    await expect(startExport(other, { format: 'mp4', captions: false })).rejects.toMatchObject({
      code: 'conflict',
      userMessage: expect.stringContaining('thrown away'),
    })
    expect(await db().task.count({ where: { projectId: other, type: 'export' } })).toBe(0)
    const { id } = await startExport(other, { format: 'mp4', shortSide: 144 })
    expect(await studio.ended(id)).toMatchObject({ status: 'done' })
  })

  it('that failed stands in the queue until that very file is asked for again', async () => {
    const other = await studio.makeProject('A film was spoilt. Its row stayed.')
    await studio.ended((await studio.start(other)).id)
    const [film] = await findFilms([other])
    const spoilt = path.join(env.dataFolder, (await findAsset(film?.fingerprint ?? ''))?.key ?? '')
    await chmod(spoilt, 0o644)
    await writeFile(spoilt, 'no film')
    const failedIds = async () => (await getQueueView()).failed.map((target) => target.task.id)
    const { id } = await startExport(other, { format: 'mp4', shortSide: 144 })
    expect(await studio.ended(id)).toMatchObject({ status: 'error', error: { details: { stage: 'export' } } })
    await studio.ended((await startExport(other, { format: 'pdf' })).id)
    await studio.ended((await studio.start(other)).id)
    expect(await failedIds()).toContain(id)
    expect((await listExports(other)).at(-1)).toMatchObject({ id, file: null, task: { status: 'error' } })
    const again = await retryTask(id)
    expect(await failedIds()).not.toContain(id)
    await studio.ended(again.id)
  })

  it('that failed leaves the queue with what it would be made of, after a week', async () => {
    const other = await studio.makeProject('Paper was drawn. The disk was full.')
    await studio.ended((await studio.start(other, 'storyboard')).id)
    const { id } = await startExport(other, { format: 'pdf' })
    await studio.ended(id)
    const failFor = (days: number) =>
      db().task.update({
        where: { id },
        data: { status: 'error', createdAt: new Date(Date.now() - days * DAY_MS) },
      })
    const failedIds = async () => (await getQueueView()).failed.map((target) => target.task.id)
    await failFor(6.9)
    expect(await failedIds()).toContain(id)
    await failFor(7.1)
    expect(await failedIds()).not.toContain(id)
    await db().asset.deleteMany({ where: { kind: 'export' } })
    await expect(retryTask(id)).rejects.toMatchObject({
      code: 'conflict',
      userMessage: expect.stringContaining('Export it again'),
    })
  })

  it('makes again what caches held, and what engines made, when that is gone', async () => {
    const other = await studio.makeProject('The cache was small. It was emptied.')
    await studio.ended((await studio.start(other)).id)
    const [film] = await findFilms([other])
    const manifest = film?.manifest as unknown as Manifest
    await db().take.deleteMany({ where: { projectId: other } })
    const gone = manifest.assets?.map((asset) => asset.fingerprint).filter((one) => one !== film?.fingerprint)
    await db().asset.deleteMany({ where: { fingerprint: { in: gone }, kind: { not: 'score' } } })
    const { id } = await startExport(other, { format: 'mp4', captions: false })
    expect(await studio.ended(id)).toMatchObject({ status: 'done', error: null })
  })
})
