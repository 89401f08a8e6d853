import { fingerprintOf } from '@/lib/asset/fingerprint'
import type { Recipe } from '@/lib/asset/recipe'
import { findAssets } from '@/lib/asset/store'
import type { Tx } from '@/lib/base/db'
import type { Knowledge } from '@/lib/plan/knowledge'
import { workOf } from '@/lib/plan/slots'
import type { WorkType } from '@/lib/task/schema'
import type { WantedWork } from './wanted'

/** Assets asked for by their recipes: those whose inputs are here can be made, the others wait for them. */
export async function remadeWork(
  tx: Tx,
  recipes: readonly Recipe[],
  known: Knowledge,
): Promise<WantedWork[]> {
  const named = recipes.flatMap((recipe) => [fingerprintOf(recipe), ...Object.values(recipe.inputs)])
  const assets = await findAssets(named, tx)
  return recipes.map((recipe) => {
    const work = workOf(recipe, null, { ...known, assets })
    const waits = Object.entries(recipe.inputs).flatMap(([role, input]) => (assets.has(input) ? [] : [role]))
    const isBlocked = work.state === 'missing' && waits.length > 0
    return {
      type: recipe.kind as WorkType,
      work: isBlocked ? { ...work, state: 'blocked' as const, blockedBy: waits } : work,
    }
  })
}
