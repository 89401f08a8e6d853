import { StudioError } from '@/lib/base/errors'
import type { FrameOrder, MadeFrame } from '@/lib/engine/contract'
import { digestOf } from '../digest'
import { errorOfBody } from '../envelope'
import { failed } from '../failure'
import { type Address, callService } from '../http'
import { readLines } from '../ndjson'
import type { RemoteSource } from '../source'
import { keepPicture } from './keep'
import { promptOf, sharedFields } from './request'
import { batchEventSchema } from './schema'

/** Of a whole batch, behind others; a service that hangs is known by its silence long before. */
const DEADLINE_MS = 30 * 60_000
/** A NOTIFY has to hold it. */
const LONGEST_PREVIEW = 4_096

interface Waiting {
  orders: Map<string, FrameOrder>
  settle(id: string, outcome: { made: MadeFrame } | { error: unknown }): void
}

/**
 * Pictures that are drawn alike in one call, each settled as it comes. What a broken stream leaves is asked of another
 * address; where there is none it has failed. A picture that is cancelled leaves the others alone.
 */
export async function drawTogether(source: RemoteSource, orders: readonly FrameOrder[]): Promise<void> {
  const left = new Map(orders.map((order, i) => [String(i), order]))
  const end = new AbortController()
  const waiting: Waiting = {
    orders: left,
    settle(id, outcome) {
      const order = left.get(id)
      if (!left.delete(id)) return
      order?.settle(outcome)
    },
  }
  const cancels = [...left].map(([id, { context }]) => {
    const cancel = () => {
      waiting.settle(id, { error: new StudioError('cancelled', 'the picture was cancelled') })
      if (left.size === 0) end.abort()
    }
    context.signal.addEventListener('abort', cancel)
    if (context.signal.aborted) cancel()
    return () => context.signal.removeEventListener('abort', cancel)
  })
  try {
    if (left.size > 0)
      await source.pool.use(end.signal, (address) => drawAt(address, source, waiting, end.signal))
  } catch (error) {
    for (const id of [...left.keys()]) waiting.settle(id, { error })
  } finally {
    for (const release of cancels) release()
  }
}

async function drawAt(
  address: Address,
  source: RemoteSource,
  waiting: Waiting,
  signal: AbortSignal,
): Promise<void> {
  const [first] = waiting.orders.values()
  if (!first) return
  const items = [...waiting.orders].map(([id, { request }]) => ({
    id,
    prompt: promptOf(source, request),
    seed: request.seed,
  }))
  const json = { ...(await sharedFields(source, first.request)), items }
  const answer = await callService(address, {
    path: '/v1/images/batch',
    json,
    idempotencyKey: digestOf(first.context.folder, JSON.stringify(json)),
    deadlineMs: DEADLINE_MS,
    mostBytes: items.length * 64 * 1024 * 1024,
    signal,
  })
  for await (const line of readLines(answer)) {
    await take(line, answer.host, source, waiting)
    if (waiting.orders.size === 0) return
  }
  if (waiting.orders.size > 0) {
    throw failed(answer.host, `ended without ${waiting.orders.size} of ${items.length} pictures`)
  }
}

async function take(line: unknown, host: string, source: RemoteSource, waiting: Waiting): Promise<void> {
  // Events may be added to the contract; one that means nothing here is passed over, and what never comes has failed.
  const event = batchEventSchema.safeParse(line).data
  if (!event || !('item' in event)) return
  const order = waiting.orders.get(event.item)
  if (!order) return
  if (event.event === 'progress') {
    const image = `data:image/jpeg;base64,${event.preview ?? ''}`
    order.context.onProgress({
      ratio: Math.min(1, event.step / event.steps) * 0.95,
      ...(event.preview && image.length < LONGEST_PREVIEW ? { preview: image } : {}),
    })
  } else if (event.event === 'item_error') {
    waiting.settle(event.item, { error: errorOfBody(host, event.error) })
  } else {
    const { request, context } = order
    const outcome = await keepPicture(source, host, event, request, context.folder).then(
      (made) => ({ made }),
      (error: unknown) => ({ error }),
    )
    waiting.settle(event.item, outcome)
  }
}
