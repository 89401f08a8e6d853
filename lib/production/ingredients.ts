import { fingerprintOf } from '@/lib/asset/fingerprint'
import type { Recipe } from '@/lib/asset/recipe'
import { findAssets } from '@/lib/asset/store'
import { StudioError } from '@/lib/base/errors'
import { isUpload } from '@/lib/plan/upload'

/**
 * Throws `conflict` where the last of the recipes stands on something that neither is here nor could be made again: a
 * take that was thrown away, or what a paper or a ZIP was to be made of, which is kept for a week.
 */
export async function needIngredients(recipes: readonly Recipe[]): Promise<void> {
  const makeable = new Map(recipes.map((recipe) => [fingerprintOf(recipe), recipe]))
  const named = recipes.flatMap((recipe) => Object.values(recipe.inputs))
  const known = await findAssets([...makeable.keys(), ...named])
  const isThere = (fingerprint: string): boolean => {
    if (known.has(fingerprint)) return true
    const recipe = makeable.get(fingerprint)
    return recipe !== undefined && !isUpload(recipe) && Object.values(recipe.inputs).every(isThere)
  }
  const [goal] = recipes.slice(-1)
  if (!goal || isThere(fingerprintOf(goal))) return
  throw new StudioError('conflict', 'an export without its ingredients', {
    userMessage: goal.inputs.content
      ? 'What this file was to be made of was cleaned away after a week. Export it again.'
      : 'Some pictures or clips of this film were thrown away. Render the film again, then export it.',
  })
}
