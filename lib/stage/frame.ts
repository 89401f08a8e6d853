import { checkPicture } from '@/lib/asset/check-picture'
import { keepAsset } from '@/lib/asset/store'
import { getEngine } from '@/lib/engine/registry'
import { frameRequestOf, referenceStrengthOf } from '@/lib/plan/recipes'
import type { StageHandler } from './contract'
import { fetchAsset, needAsset } from './inputs'

export const makeFrame: StageHandler = async (task, context) => {
  const { recipe } = task
  const request = frameRequestOf(recipe)
  const { width, height } = request
  if (recipe.inputs.reference) {
    const anchor = await needAsset(recipe.inputs.reference)
    const path = await fetchAsset(anchor, context.folder, `reference.${anchor.key.split('.').at(-1)}`)
    request.reference = { path, strength: referenceStrengthOf(recipe) }
  }
  const made = await (await getEngine(recipe.engine, 'frame')).makeFrame(request, context)
  await checkPicture(made.path, { width, height })
  await keepAsset({
    ...task,
    filePath: made.path,
    extension: 'png',
    mediaType: 'image/png',
    facts: { ...made.facts, width, height },
  })
}
