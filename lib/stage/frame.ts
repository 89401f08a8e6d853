import { checkPicture } from '@/lib/asset/check-picture'
import { keepAsset } from '@/lib/asset/store'
import { getEngine } from '@/lib/engine/registry'
import { frameRequestOf } from '@/lib/plan/recipes'
import type { StageHandler } from './contract'

export const makeFrame: StageHandler = async (task, context) => {
  const request = frameRequestOf(task.recipe)
  const { width, height } = request
  const engine = await getEngine(task.recipe.engine, 'frame')
  const made = await engine.makeFrame(request, context)
  await checkPicture(made.path, { width, height })
  await keepAsset({
    ...task,
    filePath: made.path,
    extension: 'png',
    mediaType: 'image/png',
    facts: { ...made.facts, width, height },
  })
}
