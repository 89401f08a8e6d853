/** A film of twelve scenes on simulated cards: the services' times, four hundred times faster. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { db } from '@/lib/base/db'
import type { EngineContext } from '@/lib/engine/contract'
import { registerEngine } from '@/lib/engine/registry'
import { listWork } from '@/lib/task/store'
import { fakePress } from '@/tests/kit/press'
import { aCard, type Card } from '@/tests/kit/services/card'
import { openStudio, type TestStudio } from '@/tests/kit/studio'

const SCALE = 400
const SPEECH_MS = 2_000 / SCALE
const FRAME_MS = 300 / SCALE
const CLIP_MS = 40_000 / SCALE
const SWAP_MS = 8_000 / SCALE

const press = fakePress()
let studio: TestStudio

beforeAll(async () => {
  studio = await openStudio()
  registerEngine(press)
})
beforeEach(() => {
  press.calls.length = 0
})
afterAll(async () => {
  await studio.close()
})

interface Place {
  card: Card
  group: string
  lanes?: number
}

/** Puts each engine on its card; what `together` counts is how many of a group's calls ran at once. */
function place(places: { speech: Place; images: Place; videos: Place }) {
  const busy = new Map<string, number>()
  const most = new Map<string, number>()
  const on =
    (model: string, { card, group }: Place, ms: number) =>
    async (_: unknown, to: EngineContext) => {
      const count = (busy.get(group) ?? 0) + 1
      busy.set(group, count)
      most.set(group, Math.max(most.get(group) ?? 0, count))
      await card
        .take(model, (pause) => pause(ms), to.signal)
        .finally(() => {
          busy.set(group, (busy.get(group) ?? 1) - 1)
        })
    }
  const { voice, camera } = studio.engines
  for (const [engine, { group, lanes }] of [
    [voice, places.speech],
    [press, places.images],
    [camera, places.videos],
  ] as const) {
    Object.assign(engine, { resource: { queue: 'gpu', group, ...(lanes ? { lanes } : {}) } })
  }
  voice.before = on('speech', places.speech, SPEECH_MS)
  press.before = on('images', places.images, FRAME_MS)
  camera.before = on('videos', places.videos, CLIP_MS)
  return { together: (group: string) => most.get(group) ?? 0 }
}

async function film(animal: string) {
  const story = Array.from({ length: 12 }, (_, i) => `The ${animal} passed bridge ${i + 1}.`).join(' ')
  const id = await studio.makeProject(story, (brief) => {
    brief.settings.engines.frame = press.identity
  })
  const target = await studio.ended((await studio.start(id, 'clips')).id)
  expect(target.status).toBe('done')
  return await listWork(db(), target.id)
}

describe('twelve scenes', () => {
  it('on one exclusive card run one at a time, with three models brought in at most', async () => {
    const place1 = { card: aCard({ swapMs: SWAP_MS }), group: 'gpu' }
    const { together } = place({ speech: place1, images: place1, videos: place1 })
    const work = await film('barge')
    const clips = work.filter((row) => row.type === 'clip')
    expect(clips).toHaveLength(12)
    // Twelve pictures in calls of eight at most; whatever else asks for the card waits.
    expect(press.calls.flat()).toHaveLength(12)
    expect(Math.max(...press.calls.map((call) => call.length))).toBeLessThanOrEqual(8)
    expect(place1.card.swaps()).toBeLessThanOrEqual(3)
    expect(together('gpu')).toBeLessThanOrEqual(8)
    const spans = [...work.filter((row) => row.type === 'clip' || row.type === 'narration')]
      .map((row) => [row.startedAt?.getTime() ?? 0, row.endedAt?.getTime() ?? 0] as const)
      .toSorted((a, b) => a[0] - b[0])
    for (const [i, [startedAt]] of spans.entries()) {
      if (i > 0) expect(startedAt).toBeGreaterThanOrEqual(spans[i - 1]?.[1] ?? 0)
    }
  })

  it('on two cards begin to move before the last picture is drawn', async () => {
    const [first, second] = [aCard({ swapMs: SWAP_MS }), aCard({ swapMs: SWAP_MS })]
    const images = { card: first, group: 'images' }
    place({ speech: images, images, videos: { card: second, group: 'videos' } })
    const work = await film('ferry')
    const times = (type: string, at: 'startedAt' | 'endedAt') =>
      work.filter((row) => row.type === type).map((row) => row[at]?.getTime() ?? 0)
    expect(Math.min(...times('clip', 'startedAt'))).toBeLessThan(Math.max(...times('frame', 'endedAt')))
    expect(second.swaps()).toBe(1)
  })

  it('with two addresses for clips make two at once, never three', async () => {
    const images = { card: aCard(), group: 'images' }
    const videos = { card: aCard(), group: 'videos', lanes: 2 }
    const { together } = place({ speech: images, images, videos })
    const { camera } = studio.engines
    const work = camera.before
    const both = Promise.withResolvers<void>()
    let entered = 0
    // The first clip is in the making until a second one is, too.
    camera.before = async (request, context) => {
      entered += 1
      if (entered === 2) both.resolve()
      await Promise.all([work(request, context), both.promise])
    }
    await film('canoe')
    expect(together('videos')).toBe(2)
  })
})
