import { checkPicture } from '@/lib/asset/check-picture'
import { keepAsset } from '@/lib/asset/store'
import { StudioError } from '@/lib/base/errors'
import type { FrameEngine, FrameOrder, FrameRequest, MadeFrame } from '@/lib/engine/contract'
import { getEngine } from '@/lib/engine/registry'
import { frameRequestOf, referenceStrengthOf } from '@/lib/plan/recipes'
import type { StageContext, StageHandler, StageTask } from './contract'
import { fetchAsset, needAsset } from './inputs'

export const makeFrame: StageHandler = async (task, context) => {
  const request = await requestOf(task, context)
  const engine = await getEngine(task.recipe.engine, 'frame')
  await keep(task, request, await engine.makeFrame(request, context))
}

export type FrameBatch = NonNullable<FrameEngine['batch']>

/** One picture of a batch; `settle` is called once, without an error when its asset is kept. */
export interface FramePiece {
  task: StageTask
  context: StageContext
  settle(error?: unknown): void
}

/** The same for several pictures in one call. Settles every piece as its picture comes, throws nothing. */
export async function makeFrames(batch: FrameBatch, pieces: readonly FramePiece[]): Promise<void> {
  const orders = (await Promise.all(pieces.map(orderOf))).flatMap((order) => order ?? [])
  if (orders.length === 0) return
  const error = await batch.makeFrames(orders).then(
    () => new StudioError('engine_failed', 'the batch ended without this picture', { retry: true }),
    (thrown: unknown) => thrown,
  )
  for (const order of orders) order.settle({ error })
}

/** Undefined for a piece that has failed already. */
async function orderOf({ task, context, settle }: FramePiece): Promise<FrameOrder | undefined> {
  let isSettled = false
  try {
    const request = await requestOf(task, context)
    return {
      request,
      context,
      settle(outcome) {
        if (isSettled) return
        isSettled = true
        if ('made' in outcome) keep(task, request, outcome.made).then(() => settle(), settle)
        else settle(outcome.error)
      },
    }
  } catch (error) {
    settle(error)
    return undefined
  }
}

async function requestOf({ recipe }: StageTask, { folder }: StageContext): Promise<FrameRequest> {
  const request = frameRequestOf(recipe)
  if (recipe.inputs.reference) {
    const anchor = await needAsset(recipe.inputs.reference)
    const path = await fetchAsset(anchor, folder, `reference.${anchor.key.split('.').at(-1)}`)
    request.reference = { path, strength: referenceStrengthOf(recipe) }
  }
  return request
}

async function keep(task: StageTask, { width, height }: FrameRequest, made: MadeFrame): Promise<void> {
  await checkPicture(made.path, { width, height })
  await keepAsset({
    ...task,
    filePath: made.path,
    extension: 'png',
    mediaType: 'image/png',
    facts: { ...made.facts, width, height },
  })
}
