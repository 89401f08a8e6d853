import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import * as pause from '@/app/api/queue/pause/route'
import * as resume from '@/app/api/queue/resume/route'
import * as retryFailed from '@/app/api/queue/retry-failed/route'
import * as queue from '@/app/api/queue/route'
import * as front from '@/app/api/tasks/[id]/front/route'
import * as task from '@/app/api/tasks/[id]/route'
import { closeDb, db } from '@/lib/base/db'
import { StudioError } from '@/lib/base/errors'
import { defaultEngines, registerEngine } from '@/lib/engine/registry'
import { readHealth } from '@/lib/project/health'
import type { QueueTarget, QueueView } from '@/lib/project/queue/schema'
import { openStudio, type TestStudio } from '@/tests/kit/studio'
import type { Json } from './caller'

let studio: TestStudio
let count = 0

beforeAll(async () => {
  studio = await openStudio()
  const { writer, painter, camera, voice, score } = studio.engines
  const own = await defaultEngines()
  // The small engines under the draft engines' names: nothing stands in for what fails.
  Object.assign(writer, { identity: own.storyboard })
  Object.assign(painter, { identity: own.frame })
  Object.assign(camera, { identity: own.clip })
  Object.assign(voice, { identity: own.narration })
  Object.assign(score, { identity: own.score })
  for (const engine of [writer, painter, camera, voice, score]) registerEngine(engine)
})
afterEach(async () => {
  for (const engine of Object.values(studio.engines)) engine.before = async () => undefined
  await call(resume.POST, {}, 'POST')
})
afterAll(async () => {
  await studio.close()
  await closeDb()
})

type Handle<P> = (request: Request, context: { params: Promise<P> }) => Promise<Response>

async function call<P>(
  handle: Handle<P>,
  params: P,
  method = 'GET',
): Promise<{ status: number; body: Json }> {
  const request = new Request('http://localhost:3000/api', { method })
  const response = await handle(request, { params: Promise.resolve(params) })
  return { status: response.status, body: await response.json() }
}
const view = async (): Promise<QueueView> => (await call(queue.GET, {})).body
const of = (list: readonly QueueTarget[], id: string) => list.find((target) => target.task.id === id)

/** A project of three scenes whose storyboard is written. */
async function aProject(): Promise<string> {
  const own = await defaultEngines()
  count += 1
  const id = await studio.makeProject(
    `Well ${count} was deep. Well ${count} sang. Well ${count} slept.`,
    (brief) => {
      brief.settings.engines = own
    },
  )
  await studio.ended((await studio.start(id, 'storyboard')).id)
  return id
}

describe('the queue', () => {
  it('shows what waits, where it stands and about when it begins, until it is paused', async () => {
    const id = await aProject()
    await call(pause.POST, {}, 'POST')
    const target = await studio.start(id, 'frames')
    const before = await view()
    expect(before.pausedSince).toEqual(expect.any(String))
    expect(before.runners).toBe(1)
    expect(before.counts).toMatchObject({ begun: 0, waiting: 1, tasks: { running: 0, waiting: 3 } })
    const shown = of(before.live, target.id)
    expect(shown).toMatchObject({ begun: false, sceneCount: null, startsInMs: null, more: 0 })
    expect(shown?.work.map((work) => work.task.place)).toEqual([0, 1, 2])
    expect(shown?.work.map((work) => work.scene?.number).toSorted()).toEqual([1, 2, 3])
    expect((await readHealth()).parts).toContainEqual(
      expect.objectContaining({
        name: 'queue',
        state: 'degraded',
        detail: expect.stringContaining('Paused'),
        finding: { code: 'paused', count: expect.any(Number), since: before.pausedSince },
      }),
    )

    const entered = Promise.withResolvers<void>()
    const opened = Promise.withResolvers<void>()
    studio.engines.painter.before = async () => {
      entered.resolve()
      await opened.promise
    }
    expect((await call(resume.POST, {}, 'POST')).body).toEqual({ pausedSince: null })
    await entered.promise
    const during = of((await view()).live, target.id)
    expect(during?.begun).toBe(true)
    expect(during?.work[0]?.task.status).toBe('running')
    const waiting = during?.work.filter((work) => work.task.status === 'pending') ?? []
    for (const work of waiting) expect(work.startsInMs).toBeGreaterThan(0)
    opened.resolve()
    await studio.ended(target.id)
    const after = await view()
    expect(of(after.live, target.id)).toBeUndefined()
    expect(of(after.ended, target.id)?.project).toMatchObject({ id, hidden: false })
    expect(of(after.ended, target.id)?.project.picture).toMatch(/^\/data\/frames\//)
  })

  it('moves a target to the front', async () => {
    const [a, b] = [await aProject(), await aProject()]
    await call(pause.POST, {}, 'POST')
    const [first, second] = [await studio.start(a, 'frames'), await studio.start(b, 'frames')]
    expect((await call(front.POST, { id: second.id }, 'POST')).status).toBe(200)
    expect((await view()).live.map((target) => target.task.id)).toEqual([second.id, first.id])
    for (const target of [first, second]) await call(task.DELETE, { id: target.id }, 'DELETE')
    const late = await call(front.POST, { id: second.id }, 'POST')
    expect(late).toMatchObject({ status: 409, body: { error: { code: 'conflict' } } })
    expect((await call(front.POST, { id: randomUUID() }, 'POST')).status).toBe(404)
  })

  it('says why something failed and what was kept; trying all again makes only what is missing', async () => {
    const id = await aProject()
    studio.engines.painter.before = async (request) => {
      if (request.prompt.scene.includes('sang')) throw new StudioError('engine_failed', 'no ink left')
    }
    const failed = await studio.ended((await studio.start(id, 'frames')).id)
    expect(failed.status).toBe('error')
    const shown = of((await view()).failed, failed.id)
    expect(shown).toMatchObject({
      task: { error: { code: 'engine_failed', message: 'no ink left' } },
      stoppedAt: { stage: 'frame', scene: { number: 2 } },
      kept: { frame: 2, clip: 0, narration: 0 },
    })
    expect(shown?.work.map((work) => work.scene?.number)).toEqual([2])

    studio.engines.painter.before = async () => undefined
    const drawn = studio.engines.painter.requests.length
    const { status, body } = await call(retryFailed.POST, {}, 'POST')
    expect(status).toBe(202)
    expect(body.tasks).toHaveLength(1)
    expect(body.tasks[0].id).not.toBe(failed.id)
    expect((await studio.ended(body.tasks[0].id)).status).toBe('done')
    expect(studio.engines.painter.requests).toHaveLength(drawn + 1)
    expect(await view()).toMatchObject({ failed: [], counts: { failed: 0 } })
    expect((await call(retryFailed.POST, {}, 'POST')).body.tasks).toEqual([])
  })

  it('takes a failure off once the film was made otherwise', async () => {
    const id = await aProject()
    studio.engines.painter.before = async () => {
      throw new StudioError('engine_failed', 'no ink left')
    }
    const failed = await studio.ended((await studio.start(id, 'frames')).id)
    expect(of((await view()).failed, failed.id)).toBeDefined()
    studio.engines.painter.before = async () => undefined
    await studio.ended((await studio.start(id, 'render')).id)
    expect(of((await view()).failed, failed.id)).toBeUndefined()
  })

  it('answers in a bounded size, however much waits', async () => {
    await call(pause.POST, {}, 'POST')
    for (let i = 0; i < 40; i++) {
      const { id: projectId } = await db().project.create({
        data: { title: '井', story: 's', style: '', brief: (await aBrief()) as object, hidden: i % 2 === 0 },
      })
      const target = await db().task.create({
        data: { projectId, type: 'render', target: true, payload: { sceneIds: null } },
      })
      const work = await db().task.createManyAndReturn({
        data: Array.from({ length: 100 }, () => ({
          projectId,
          type: 'frame',
          payload: { queue: 'gpu', group: 'card' },
          // Work without a job is ended by the runner when it has not changed for a while.
          updatedAt: new Date(Date.now() + 3_600_000),
          sceneId: 'scene-1',
          fingerprint: randomUUID().replaceAll('-', '').repeat(2),
        })),
      })
      await db().taskWant.createMany({ data: work.map((row) => ({ targetId: target.id, workId: row.id })) })
    }
    const shown = await view()
    expect(shown.counts.waiting).toBe(40)
    expect(shown.counts.tasks.waiting).toBeGreaterThanOrEqual(4_000)
    expect(shown.live.length).toBeLessThan(40)
    expect(shown.live[0]).toMatchObject({ project: { hidden: expect.any(Boolean) } })
    expect(shown.live[0]?.more).toBeGreaterThanOrEqual(88)
    expect(Buffer.byteLength(JSON.stringify(shown))).toBeLessThan(300_000)
    await db().task.deleteMany({ where: { project: { title: '井' } } })
  })
})

const aBrief = async () => (await db().project.findFirstOrThrow({ where: { title: { not: '井' } } })).brief
