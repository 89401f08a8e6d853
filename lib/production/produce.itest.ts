import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { findAsset } from '@/lib/asset/store'
import { db, inTransaction } from '@/lib/base/db'
import { env } from '@/lib/base/env'
import { StudioError } from '@/lib/base/errors'
import { probeMedia } from '@/lib/media/probe'
import type { Manifest } from '@/lib/plan/manifest'
import { deleteProject } from '@/lib/project/service'
import { findFilms } from '@/lib/project/store'
import { storage } from '@/lib/storage/storage'
import { getRevision, writeRevision } from '@/lib/storyboard/store'
import { listWork, settleTask, type TaskRow } from '@/lib/task/store'
import { openStudio, type TestStudio } from '@/tests/kit/studio'
import { enqueueWork, type WantedAsset } from './enqueue'
import { cancelTask, retryTask } from './target'

let studio: TestStudio
let count = 0
/** Words of its own, so that no test finds another's assets. */
const aStory = () => {
  count += 1
  return `Tale ${count} began at sea. The keeper of tale ${count} lit a lamp. Then morning came to tale ${count}.`
}

beforeAll(async () => {
  studio = await openStudio()
})
beforeEach(() => {
  for (const engine of Object.values(studio.engines)) {
    engine.before = async () => undefined
    engine.requests.length = 0
  }
})
afterAll(async () => {
  await studio.close()
})

async function aFilm(): Promise<{ projectId: string; target: TaskRow }> {
  const projectId = await studio.makeProject(aStory())
  const target = await studio.ended((await studio.start(projectId)).id)
  expect(target).toMatchObject({ status: 'done', error: null })
  return { projectId, target }
}

const workOf = async (target: TaskRow): Promise<string[]> =>
  (await inTransaction((tx) => listWork(tx, target.id))).map((row) => row.type).toSorted()

/** A target is done once its assets are there, which the work says of itself a moment later. */
const endedWork = (target: TaskRow): Promise<TaskRow[]> =>
  studio.signals.first(async () => {
    const rows = await inTransaction((tx) => listWork(tx, target.id))
    return rows.every((row) => row.endedAt !== null) ? rows : null
  })

async function manifestOf(projectId: string): Promise<Manifest> {
  const [film] = await findFilms([projectId])
  if (!film) throw new Error('no film')
  return film.manifest as unknown as Manifest
}

async function edit(
  projectId: string,
  change: (board: Awaited<ReturnType<typeof getRevision>>['storyboard']) => void,
) {
  const { revision } = await db().project.findUniqueOrThrow({ where: { id: projectId } })
  const { storyboard } = await getRevision(projectId, revision)
  change(storyboard)
  await inTransaction((tx) => writeRevision(tx, projectId, { storyboard, operation: null, client: 'test' }))
}

/** A latch that a test opens: engines wait in it, and say that they do. */
function aGate() {
  const opened = Promise.withResolvers<void>()
  const entered = Promise.withResolvers<void>()
  return {
    entered: entered.promise,
    open: opened.resolve,
    async pass(signal: AbortSignal) {
      entered.resolve()
      const aborted = new Promise((_, reject) => signal.addEventListener('abort', reject, { once: true }))
      await Promise.race([opened.promise, aborted])
    },
  }
}

describe('a render', () => {
  it('turns a story into a film whose picture and sound are equally long', async () => {
    const { projectId } = await aFilm()
    const [film] = await findFilms([projectId])
    const asset = await findAsset(film?.fingerprint ?? '')
    const manifest = await manifestOf(projectId)
    expect(manifest.scenes).toHaveLength(3)
    const file = await storage().fetchTo(asset?.key ?? '', env.dataFolder, 'probe.mp4')
    const facts = await probeMedia(file, { countFrames: true })
    expect(facts.video).toMatchObject({ codec: 'h264', profile: 'High', pixFmt: 'yuv420p', width: 128 })
    expect(facts.audio).toMatchObject({ codec: 'aac', sampleRate: 48_000, channels: 2 })
    expect(Math.abs((facts.audio?.durationMs ?? 0) - facts.durationMs)).toBeLessThan(1000 / 24)
    expect(Math.abs(facts.durationMs - manifest.durationMs)).toBeLessThan(1000 / 24)
    expect(facts.chapters.map((c) => c.title)).toEqual(manifest.scenes.map((s) => s.title))
  })

  it('runs nothing when nothing has changed', async () => {
    const { projectId } = await aFilm()
    const again = await studio.ended((await studio.start(projectId)).id)
    expect(again.status).toBe('done')
    expect(await workOf(again)).toEqual([])
    expect(await findFilms([projectId])).toHaveLength(1)
  })

  it('remakes one scene when one line is reworded, and leaves the other pictures alone', async () => {
    const { projectId } = await aFilm()
    await edit(projectId, (board) => {
      if (board.scenes[1]) board.scenes[1].narration = 'A quite different and rather longer line it is now.'
    })
    const again = await studio.ended((await studio.start(projectId)).id)
    expect(await workOf(again)).toEqual(['clip', 'film', 'narration', 'segment'])
  })

  it('keeps the units of a soundtrack that an edit does not touch', async () => {
    const { projectId } = await aFilm()
    const before = await db().asset.count({ where: { kind: 'unit' } })
    await edit(projectId, (board) => {
      if (board.scenes[1]) board.scenes[1].durationMs = 6000
    })
    await studio.ended((await studio.start(projectId)).id)
    // One body and the junctions on either side of it.
    expect((await db().asset.count({ where: { kind: 'unit' } })) - before).toBe(3)
  })

  it('shares a task between two targets that want the same, and outlives the cancel of one of them', async () => {
    const projectId = await studio.makeProject(aStory())
    const gate = aGate()
    studio.engines.painter.before = (_, context) => gate.pass(context.signal)
    const first = await studio.start(projectId)
    await gate.entered
    const second = await studio.start(projectId)
    await cancelTask(first.id)
    gate.open()
    expect((await studio.ended(second.id)).status).toBe('done')
    expect(studio.engines.painter.requests).toHaveLength(3)
  })
})

describe('a cancelled target', () => {
  it('stops its running work and never changes again', async () => {
    const projectId = await studio.makeProject(aStory())
    const gate = aGate()
    const stopped = Promise.withResolvers<void>()
    studio.engines.painter.before = (_, context) => gate.pass(context.signal).finally(stopped.resolve)
    const target = await studio.start(projectId)
    await gate.entered
    await cancelTask(target.id)
    await stopped.promise
    const work = await endedWork(target)
    expect(work.map((row) => row.status)).toContain('cancelled')
    expect(await inTransaction((tx) => settleTask(tx, target.id, { status: 'done' }))).toBe(false)
    expect((await cancelTask(target.id)).status).toBe('cancelled')
  })

  it('is what remains when its project is deleted', async () => {
    const projectId = await studio.makeProject(aStory())
    const gate = aGate()
    studio.engines.painter.before = (_, context) => gate.pass(context.signal)
    const target = await studio.start(projectId)
    await gate.entered
    await deleteProject(projectId)
    expect((await studio.ended(target.id)).status).toBe('cancelled')
  })

  it('keeps what was made, and a new render goes on from there', async () => {
    const projectId = await studio.makeProject(aStory())
    const gate = aGate()
    studio.engines.camera.before = (_, context) => gate.pass(context.signal)
    const target = await studio.start(projectId)
    await gate.entered
    await cancelTask(target.id)
    gate.open()
    const drawn = studio.engines.painter.requests.length
    const again = await studio.ended((await retryTask(target.id)).id)
    expect(again.status).toBe('done')
    expect(studio.engines.painter.requests).toHaveLength(drawn)
  })
})

describe('a failure', () => {
  it('for good of one scene still gives a film, and the manifest says what stands in', async () => {
    const projectId = await studio.makeProject(aStory())
    studio.engines.voice.before = async (request) => {
      if ((request as { text: string }).text.startsWith('The keeper')) {
        throw new StudioError('engine_failed', 'lost its voice')
      }
    }
    const target = await studio.ended((await studio.start(projectId)).id)
    expect(target.status).toBe('done')
    const { scenes } = await manifestOf(projectId)
    expect(scenes.map((s) => s.fallbacks.map((f) => f.reason))).toEqual([[], ['lost its voice'], []])
    expect(scenes.map((s) => s.engines.narration)).toEqual(['fake/voice@1', 'draft/voice@1', 'fake/voice@1'])
  })

  it('that a plan did not know of yet is not tried anew for the same target', async () => {
    const projectId = await studio.makeProject(aStory())
    studio.engines.voice.before = async () => {
      throw new StudioError('engine_failed', 'lost its voice')
    }
    const target = await studio.ended((await studio.start(projectId, 'narration')).id)
    const before = await endedWork(target)
    const { fingerprint, recipe, sceneId } = before.find(({ status }) => status === 'error') ?? {}
    const late = {
      target,
      projectId,
      type: 'narration',
      sceneId,
      fingerprint,
      recipe,
    } as unknown as WantedAsset
    await inTransaction((tx) => enqueueWork(tx, late))
    expect(await inTransaction((tx) => listWork(tx, target.id))).toEqual(before)
    expect(await db().task.count({ where: { fingerprint } })).toBe(1)
  })

  it('of the storyboard ends the render with its cause, and a retry makes the film', async () => {
    const projectId = await studio.makeProject(aStory())
    studio.engines.writer.before = async () => {
      throw new StudioError('engine_failed', 'cannot write today')
    }
    const failed = await studio.ended((await studio.start(projectId)).id)
    expect(failed).toMatchObject({
      status: 'error',
      error: { code: 'engine_failed', message: 'cannot write today', details: { stage: 'storyboard' } },
    })
    studio.engines.writer.before = async () => undefined
    expect((await studio.ended((await retryTask(failed.id)).id)).status).toBe('done')
  })

  it('of an engine that cannot be reached is tried again', async () => {
    const projectId = await studio.makeProject(aStory())
    let tries = 0
    studio.engines.score.before = async () => {
      tries += 1
      if (tries === 1) throw new StudioError('engine_unavailable', 'not yet', { retry: true })
    }
    // A score of this project's own: another seed than any other's.
    expect((await studio.ended((await studio.start(projectId)).id)).status).toBe('done')
    expect(tries).toBe(2)
  })
})
