import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { db } from '@/lib/base/db'
import { createTestDatabase } from '@/tests/kit/database'
import { FIRST_GUESS } from './estimate'
import { findPlaces } from './line/store'
import { currentPace } from './pace'

const [IMAGES, VIDEOS, WRITER] = ['images/sd-turbo@1', 'videos/svd@1', 'ollama/qwen2.5:0.5b@1']
const DRAFT = 'draft/painter@1'
let projectId = ''

beforeAll(async () => {
  await createTestDatabase()
  const row = { title: '', story: '', style: '', brief: {} }
  projectId = (await db().project.create({ data: row })).id
})
beforeEach(async () => {
  await db().task.deleteMany()
  await db().engine.deleteMany()
})

const NOON = Date.now() - 3_600_000
/** Seconds after noon. */
const at = (s: number) => new Date(NOON + s * 1_000)

interface Work {
  type: string
  engine: string
  queue?: 'cpu' | 'gpu'
  group?: string
  begun?: number
  ended?: number
  priority?: number
  fingerprint?: string
}

const insert = (work: readonly Work[]) =>
  db().task.createManyAndReturn({
    data: work.map(
      ({ type, engine, queue = 'gpu', group = 'a', begun, ended, priority = 0, fingerprint }) => ({
        projectId,
        type,
        priority,
        payload: { queue, group },
        recipe: { engine, params: {}, inputs: {} },
        ...(fingerprint ? { fingerprint } : {}),
        ...(begun === undefined || ended === undefined
          ? {}
          : { status: 'done', startedAt: at(begun), endedAt: at(ended) }),
      }),
    ),
  })

/** Read anew: the pace is kept for a few seconds. */
function learnt() {
  Reflect.deleteProperty(globalThis, 'studioPace')
  return currentPace()
}

const anEngine = (identity: string, group: string, lanes: number) =>
  db().engine.create({
    data: { identity, service: 'videos', facts: { group, lanes }, state: 'ready', seenAt: new Date() },
  })

describe('the pace', () => {
  it('is learnt engine by engine, so that drafts say nothing of models', async () => {
    await insert([
      { type: 'frame', engine: DRAFT, queue: 'cpu', begun: 0, ended: 1 },
      { type: 'frame', engine: DRAFT, queue: 'cpu', begun: 0, ended: 1 },
      { type: 'frame', engine: IMAGES, begun: 10, ended: 15 },
    ])
    const { types, engines } = await learnt()
    expect(types).toEqual({ ...FIRST_GUESS, frame: 1_000 })
    expect(engines).toMatchObject({
      [DRAFT]: { ms: 1_000, group: null },
      [IMAGES]: { ms: 5_000, group: IMAGES },
    })
  })

  it('of a batch is what one more picture costs, though all of them began together', async () => {
    await insert([1, 2, 3, 4, 5].map((n) => ({ type: 'frame', engine: IMAGES, begun: 0, ended: n * 0.5 })))
    expect((await learnt()).engines[IMAGES]?.ms).toBe(500)
  })

  it('of two lanes is half of what one piece takes', async () => {
    await insert([0, 20, 40, 60, 80].map((s) => ({ type: 'clip', engine: VIDEOS, begun: s, ended: s + 40 })))
    expect((await learnt()).engines[VIDEOS]?.ms).toBe(20_000)
  })

  it('of a language model is told by scenes', async () => {
    const fingerprint = 'f'.repeat(64)
    await db().asset.create({
      data: {
        fingerprint,
        kind: 'storyboard',
        recipe: {},
        digest: fingerprint,
        key: 'x',
        mediaType: 'application/json',
        bytes: 1,
        facts: { storyboard: { scenes: Array(6).fill({}) } },
      },
    })
    await insert([{ type: 'storyboard', engine: WRITER, begun: 0, ended: 18, fingerprint }])
    expect((await learnt()).engines[WRITER]?.ms).toBe(3_000)
  })

  it('is guessed by the service and shared by its lanes while a known engine has made nothing', async () => {
    await anEngine(VIDEOS, 'card-1', 2)
    expect((await learnt()).engines[VIDEOS]).toEqual({ ms: 30_000, group: 'card-1' })
  })
})

describe('what comes before waiting work', () => {
  it('is only what it takes turns with', async () => {
    await anEngine(VIDEOS, 'b', 1)
    const rows = await insert([
      { type: 'clip', engine: VIDEOS, group: 'b', priority: 90 },
      { type: 'frame', engine: IMAGES, group: 'a', priority: 80 },
      { type: 'frame', engine: IMAGES, group: 'a', priority: 70 },
      { type: 'clip', engine: VIDEOS, group: 'b', priority: 60 },
    ])
    const pace = await learnt()
    const places = await findPlaces(
      rows.map((row) => row.id),
      { ...pace, engines: { ...pace.engines, [IMAGES]: { ms: 300, group: 'a' } } },
    )
    const aheadMs = rows.toSorted((a, b) => b.priority - a.priority).map((row) => places.get(row.id)?.aheadMs)
    expect(aheadMs).toEqual([0, 0, 300, 60_000])
  })
})
