import { fingerprintOf } from '@/lib/asset/fingerprint'
import type { Recipe } from '@/lib/asset/recipe'
import { findAssets } from '@/lib/asset/store'
import type { Tx } from '@/lib/base/db'
import type { ErrorShape } from '@/lib/base/errors'
import { bareKnowledge } from '@/lib/plan/knowledge'
import { workOf } from '@/lib/plan/slots'
import type { WorkType } from '@/lib/task/schema'
import type { WantedWork } from './wanted'

type Failures = ReadonlyMap<string, ErrorShape>

/** Assets asked for by their recipes: those whose inputs are here can be made, the others wait for them. */
export async function remadeWork(
  tx: Tx,
  recipes: readonly Recipe[],
  failures: Failures,
): Promise<WantedWork[]> {
  const named = recipes.flatMap((recipe) => [fingerprintOf(recipe), ...Object.values(recipe.inputs)])
  const known = bareKnowledge(await findAssets(named, tx), failures)
  return recipes.map((recipe) => {
    const work = workOf(recipe, null, known)
    const waits = Object.entries(recipe.inputs).flatMap(([role, input]) =>
      known.assets.has(input) ? [] : [role],
    )
    const isBlocked = work.state === 'missing' && waits.length > 0
    return {
      type: recipe.kind as WorkType,
      work: isBlocked ? { ...work, state: 'blocked' as const, blockedBy: waits } : work,
    }
  })
}

/** Of these recipes, what the last one needs and is not here, and itself: what a ready asset was made of is not asked for. */
export async function neededWork(
  tx: Tx,
  recipes: readonly Recipe[],
  failures: Failures,
): Promise<WantedWork[]> {
  const all = await remadeWork(tx, recipes, failures)
  const byPrint = new Map(all.map((one) => [one.work.fingerprint ?? '', one]))
  const needed = new Set<WantedWork>()
  const need = (one: WantedWork | undefined) => {
    if (!one || needed.has(one)) return
    needed.add(one)
    if (one.work.state === 'ready') return
    for (const input of Object.values(one.work.recipe?.inputs ?? {})) need(byPrint.get(input))
  }
  need(all.at(-1))
  return all.filter((one) => needed.has(one))
}
