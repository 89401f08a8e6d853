/**
 * The storyboard by a language model. A small one cannot hold a story: the draft writer cuts it into scenes, finds the
 * cast and keeps the author's sentences; the model is asked for one scene at a time, and only for what it does better.
 */
import { env } from '@/lib/base/env'
import { StudioError } from '@/lib/base/errors'
import type {
  DraftScene,
  EngineContext,
  StoryboardDraft,
  StoryboardEngine,
  StoryboardRequest,
} from '@/lib/engine/contract'
import { writeStoryboard as writeDraft } from '@/lib/engine/draft/writer/write-storyboard'
import type { RemoteSource } from '../source'
import { askModel } from './chat'
import { rungsOf, type WrittenScene, writeScene } from './ladder'
import { SCENE_FORMAT } from './scene-answer'

/** After so many scenes without anything usable the model is not asked again. */
const PATIENCE = 5

export function createOllamaEngine(
  source: RemoteSource,
  largerModel: string | undefined = env.ollama.largerModel,
): StoryboardEngine {
  return {
    ...source.base,
    kind: 'storyboard',
    writeStoryboard: (request, context) => writeStoryboard(source, largerModel, request, context),
  }
}

async function writeStoryboard(
  source: RemoteSource,
  larger: string | undefined,
  request: StoryboardRequest,
  context: EngineContext,
): Promise<StoryboardDraft> {
  if (context.signal.aborted) throw new StudioError('cancelled', 'the storyboard was cancelled')
  const draft = writeDraft(request)
  const models = { usual: source.model, larger }
  let inVain = 0
  let done = 0
  const write = async (scene: DraftScene, index: number): Promise<WrittenScene> => {
    if (inVain >= PATIENCE) return { scene, model: null, problem: 'not asked any more' }
    const rungs = rungsOf(models, request.seed + index)
    const written = await writeScene(scene, draft.cast, rungs, (messages, { model, seed }) =>
      source.pool.use(context.signal, (address) =>
        askModel(address, { model, messages, format: SCENE_FORMAT, seed, signal: context.signal }),
      ),
    )
    inVain = written.model === null ? inVain + 1 : 0
    done += 1
    context.onProgress({ ratio: done / draft.scenes.length })
    return written
  }
  const written = await inLanes(draft.scenes, source.pool.urls.length, write)
  return { ...draft, scenes: written.map(({ scene }) => scene), ...credits(written, source.model, draft) }
}

/** As many at once as there are addresses, in order. An error lets nobody begin another. */
async function inLanes<T, R>(
  items: readonly T[],
  lanes: number,
  work: (item: T, index: number) => Promise<R>,
): Promise<R[]> {
  const results: R[] = []
  let next = 0
  const lane = async () => {
    try {
      for (let i = next++; i < items.length; i = next++) results[i] = await work(items[i] as T, i)
    } catch (error) {
      next = items.length
      throw error
    }
  }
  await Promise.all(Array.from({ length: Math.max(1, Math.min(lanes, items.length)) }, lane))
  return results
}

function credits(
  written: readonly WrittenScene[],
  usual: string,
  draft: StoryboardDraft,
): Pick<StoryboardDraft, 'writtenBy' | 'warnings'> {
  const models = [...new Set(written.flatMap(({ model }) => model ?? []))]
  const left = written.filter(({ model }) => model === null)
  const writers = [...models, ...(left.length > 0 ? [draft.writtenBy] : [])]
  const why = left[0]?.problem
  const warnings = [...draft.warnings]
  if (models.some((model) => model !== usual)) {
    const helped = written.filter(({ model }) => model !== null && model !== usual).length
    warnings.push(`${helped} of ${written.length} scenes were written by the larger model.`)
  }
  if (left.length > 0) {
    warnings.push(
      `${left.length} of ${written.length} scenes were written by the draft writer: ${usual} gave nothing usable (${why}).`,
    )
  }
  return { writtenBy: writers.join(', '), warnings }
}
