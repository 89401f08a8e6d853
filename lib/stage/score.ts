import { keepAsset } from '@/lib/asset/store'
import { StudioError } from '@/lib/base/errors'
import { getEngine } from '@/lib/engine/registry'
import { probeMedia } from '@/lib/media/probe'
import { msOfPackets } from '@/lib/media/sound/clock'
import { scoreRequestOf } from '@/lib/plan/recipes'
import type { StageHandler } from './contract'

export const makeScore: StageHandler = async (task, context) => {
  const request = scoreRequestOf(task.recipe)
  const engine = await getEngine(task.recipe.engine, 'score')
  const made = await engine.makeScore(request, context)
  const { durationMs } = await probeMedia(made.path)
  if (Math.abs(durationMs - msOfPackets(request.packets)) > 1) {
    throw new StudioError('engine_failed', `a score of ${durationMs} ms for ${request.packets} packets`)
  }
  await keepAsset({
    ...task,
    filePath: made.path,
    extension: 'wav',
    mediaType: 'audio/wav',
    facts: { ...made.facts, durationMs },
  })
}
