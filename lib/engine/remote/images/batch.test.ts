import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { FrameEngine, FrameRequest } from '@/lib/engine/contract'
import {
  aRequest,
  b64,
  bodyOf,
  card,
  closeServices,
  engineOver,
  forgetAddresses,
  full,
  sizeOf,
} from '@/tests/kit/images'
import { aContext, type TestContext } from '@/tests/kit/remote'
import type { ServiceAnswers } from '@/tests/kit/service'

beforeEach(forgetAddresses)
afterEach(closeServices)

type Outcome = { made: { facts: Record<string, unknown> } } | { error: { code: string; retry: boolean } }

async function makeAll(
  engine: FrameEngine,
  requests: FrameRequest[],
  contexts = requests.map(() => aContext()),
) {
  const outcomes: Outcome[] = []
  const orders = requests.map((request, i) => ({
    request,
    context: contexts[i] as TestContext,
    settle: (outcome: unknown) => {
      expect(outcomes[i], 'settled once').toBeUndefined()
      outcomes[i] = outcome as Outcome
    },
  }))
  await engine.batch?.makeFrames(orders)
  return outcomes
}

/** Killed after its first picture. */
const half: ServiceAnswers = ({ body }, response) => {
  const { items, size } = JSON.parse(String(body))
  const item = { event: 'item', item: items[0].id, b64_json: b64(...sizeOf(size)), seed: items[0].seed }
  response.write(`${JSON.stringify(item)}\n`, () => response.destroy())
}

describe('a batch', () => {
  it('is one call for pictures that differ in words and seed, and another for another size', async () => {
    const { engine, asked } = await engineOver(card, full())
    const requests = [aRequest({ seed: 1 }), aRequest({ seed: 2 }), aRequest({ seed: 3, width: 256 })]
    const outcomes = await makeAll(engine, requests)
    expect(outcomes.map((outcome) => 'made' in outcome && outcome.made.facts.seed)).toEqual([1, 2, 3])
    expect(asked().map((request) => bodyOf(request).items.length)).toEqual([2, 1])
  })

  it('asks no more at once than the service takes', async () => {
    const { engine, asked } = await engineOver({ ...card, limits: { ...card?.limits, max_batch: 2 } }, full())
    expect(engine.batch?.most).toBe(2)
    await makeAll(
      engine,
      [1, 2, 3, 4, 5].map((seed) => aRequest({ seed })),
    )
    expect(asked().map((request) => bodyOf(request).items.length)).toEqual([2, 2, 1])
  })

  it('settles each alone: an error of one, a useless one and a good one', async () => {
    const error = { message: 'The GPU ran out of memory.', code: 'gpu_out_of_memory', retryable: true }
    const { engine } = await engineOver(
      card,
      full((event) => {
        if (event.event !== 'item') return event
        if (event.item === '0') return { event: 'item_error', item: '0', error }
        return event.item === '1' ? { ...event, b64_json: b64(8, 8) } : event
      }),
    )
    const [first, second, third] = await makeAll(
      engine,
      [1, 2, 3].map((seed) => aRequest({ seed })),
    )
    expect(first).toMatchObject({
      error: { code: 'engine_failed', retry: true, message: expect.stringContaining('memory') },
    })
    expect(second).toMatchObject({ error: { code: 'engine_failed', retry: true } })
    expect(third).toMatchObject({ made: { facts: { seed: 3 } } })
  })

  it('keeps what came before the service was killed; the rest has failed and may be tried again', async () => {
    const { engine } = await engineOver(card, half)
    const [first, second] = await makeAll(engine, [aRequest({ seed: 1 }), aRequest({ seed: 2 })])
    expect(first).toMatchObject({ made: { facts: { seed: 1 } } })
    expect(second).toMatchObject({ error: { code: 'engine_failed', retry: true } })
  })

  it('asks another address for what the first one left, and for nothing else', async () => {
    const { engine, services } = await engineOver(card, half, full())
    const outcomes = await makeAll(engine, [aRequest({ seed: 1 }), aRequest({ seed: 2 })])
    expect(outcomes.map((outcome) => 'made' in outcome)).toEqual([true, true])
    expect(bodyOf(services[1]?.requests[0]).items).toMatchObject([{ seed: 2 }])
  })

  it('goes on without the picture that is cancelled', async () => {
    const asked = Promise.withResolvers<void>()
    const goOn = Promise.withResolvers<void>()
    const { engine } = await engineOver(card, async (request, response) => {
      asked.resolve()
      await goOn.promise
      await full()(request, response)
    })
    const contexts = [aContext(), aContext()]
    const making = makeAll(engine, [aRequest({ seed: 1 }), aRequest({ seed: 2 })], contexts)
    await asked.promise
    contexts[0]?.cancel()
    goOn.resolve()
    expect(await making).toMatchObject([{ error: { code: 'cancelled' } }, { made: { facts: { seed: 2 } } }])
  })
})
