/**
 * Clips by a service that speaks the video dialect of OpenAI and its kin: a job that is followed by its events, or asked
 * after where there are none. Their length is the model's own; the segment fits it to the scene.
 */
import { isStudioError, StudioError } from '@/lib/base/errors'
import type { ClipEngine, ClipRequest, EngineContext, MadeClip } from '@/lib/engine/contract'
import { withoutRefused } from '../dialect'
import { digestOf } from '../digest'
import { failed } from '../failure'
import type { Address } from '../http'
import type { RemoteSource } from '../source'
import { formBody } from './form'
import { createVideo, dropVideo, fetchVideo, followVideo, makeInOneCall, statusOf } from './job'
import { keepClip } from './keep'
import { type ClipOrder, clipOrder } from './request'
import type { Video } from './schema'

/** What a server of another kind may refuse: the segment fits any size and any seed. */
const PLAIN = { seed: null, size: null, prompt: null }

export function createVideosEngine(source: RemoteSource): ClipEngine {
  return {
    ...source.base,
    kind: 'clip',
    length: 'fixed',
    async makeClip(request, context) {
      if (context.signal.aborted) throw new StudioError('cancelled', 'the clip was cancelled')
      const order = await clipOrder(source, request)
      return await source.pool.use(context.signal, (address) =>
        makeAt(address, source, order, request, context),
      )
    },
  }
}

async function makeAt(
  address: Address,
  source: RemoteSource,
  order: ClipOrder,
  request: ClipRequest,
  context: EngineContext,
): Promise<MadeClip> {
  const made = await withoutRefused(order.fields, source.card.capabilities ? {} : PLAIN, async (fields) => {
    const body = formBody(fields, order.file)
    const key = digestOf(body.bytes)
    const asked = await askVideo(address, body, key, context)
    return asked ? await asJob(asked, source, context) : await inOneCall(address, body, key, context)
  })
  context.onProgress({ ratio: 1 })
  const { video, durationMs } = made
  const device = source.card.device_name ?? source.card.device ?? null
  return {
    path: made.path,
    facts: {
      engine: source.base.identity,
      model: source.model,
      seed: video?.seed ?? request.seed,
      steps: video?.steps ?? null,
      device,
      durationMs,
      ...(video?.rung ? { rung: video.rung } : {}),
    },
  }
}

interface Made {
  path: string
  durationMs: number
  /** What the service said of it; null from one without jobs. */
  video: Video | null
}
type Body = ReturnType<typeof formBody>

type Asked = Awaited<ReturnType<typeof createVideo>>

/** Null from a server that knows no jobs. */
async function askVideo(
  address: Address,
  body: Body,
  key: string,
  { folder, signal }: EngineContext,
): Promise<Asked | null> {
  const creating = createVideo(address, body, key, digestOf(key, folder))
  return await unlessCancelled(creating, signal, ({ job }) => dropVideo(job)).catch((error) => {
    if (statusOf(error) === 404 || statusOf(error) === 405) return null
    throw error
  })
}

async function asJob(
  { job, video: begun }: Asked,
  source: RemoteSource,
  context: EngineContext,
): Promise<Made> {
  const { signal } = context
  try {
    const video = await followVideo(job, begun, signal, (percent) =>
      context.onProgress({ ratio: Math.min(1, percent / 100) * 0.95 }),
    )
    if (source.card.capabilities && video.model && video.model !== source.model) {
      throw failed(job.host, `answered with a clip of ${video.model} instead of ${source.model}`)
    }
    const bytes = await fetchVideo(job, signal)
    return { ...(await keepClip(bytes, job.host, context)), video }
  } catch (error) {
    // Nobody waits for it any more, or it is of no use and must not be found again by the next attempt. Out of reach it
    // may still be in the making: whoever asks next finds it again.
    if (!isStudioError(error) || error.code !== 'engine_unavailable') await dropVideo(job)
    throw error
  }
}

async function inOneCall(address: Address, body: Body, key: string, context: EngineContext): Promise<Made> {
  const { bytes, host } = await makeInOneCall(address, body, digestOf(key, context.folder), context.signal)
  return { ...(await keepClip(bytes, host, context)), video: null }
}

/** Ends at a cancel at once; what comes all the same is taken back. */
async function unlessCancelled<T>(
  work: Promise<T>,
  signal: AbortSignal,
  takeBack: (made: T) => Promise<void>,
): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>()
  const cancel = () => {
    work.then(takeBack).catch(() => undefined)
    reject(new StudioError('cancelled', 'the clip was cancelled'))
  }
  signal.addEventListener('abort', cancel)
  try {
    if (signal.aborted) cancel()
    return await Promise.race([work, promise])
  } finally {
    signal.removeEventListener('abort', cancel)
  }
}
