/**
 * Pictures by a service that speaks OpenAI's image dialect. Whatever size the model draws, the picture is exactly the
 * one wanted: asked for as near as the model takes, scaled and cut to size here.
 */
import { isStudioError } from '@/lib/base/errors'
import type { EngineContext, FrameEngine, FrameOrder, FrameRequest, MadeFrame } from '@/lib/engine/contract'
import type { Refusal } from '../failure'
import type { RemoteSource } from '../source'
import { drawTogether } from './batch'
import { hasBatch } from './request'
import { drawOne } from './single'

export function createImagesEngine(source: RemoteSource): FrameEngine {
  const most = source.base.abilities.batch
  return {
    ...source.base,
    kind: 'frame',
    makeFrame: (request, context) => makeFrame(source, request, context),
    ...(most > 1 ? { batch: { most, makeFrames: (orders) => makeFrames(source, orders, most) } } : {}),
  }
}

/** A batch of one shows how the picture forms, and its heartbeat tells a slow service from a dead one. */
async function makeFrame(
  source: RemoteSource,
  request: FrameRequest,
  context: EngineContext,
): Promise<MadeFrame> {
  if (!hasBatch(source)) return await drawOne(source, request, context)
  try {
    return await new Promise<MadeFrame>((resolve, reject) => {
      const settle: FrameOrder['settle'] = (outcome) =>
        'made' in outcome ? resolve(outcome.made) : reject(outcome.error)
      drawTogether(source, [{ request, context, settle }]).catch(reject)
    })
  } catch (error) {
    if (isMissing(error)) return await drawOne(source, request, context)
    throw error
  }
}

const isMissing = (error: unknown): boolean =>
  isStudioError(error) && !error.retry && (error.details as Partial<Refusal> | undefined)?.status === 404

/** Orders that differ in more than prompt and seed go in calls of their own. */
async function makeFrames(source: RemoteSource, orders: readonly FrameOrder[], most: number): Promise<void> {
  const alike = Map.groupBy(orders, ({ request: { prompt, seed: _, ...rest } }) =>
    JSON.stringify([rest, prompt.negative]),
  )
  for (const group of alike.values()) {
    for (let i = 0; i < group.length; i += most) await drawTogether(source, group.slice(i, i + most))
  }
}
