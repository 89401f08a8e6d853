import { fingerprintOf } from '@/lib/asset/fingerprint'
import { SLOTS } from '@/lib/storyboard/schema'
import { getRevision } from '@/lib/storyboard/store'
import type { MakingType } from '@/lib/task/schema'
import { loadPlan } from './lookup'
import { revisionOf } from './store'
import type { TargetRequest } from './target'
import { wantedWork } from './wanted'

/** Assets that a target takes for ready or may begin from; what cuts and joins are made of, work itself comes upon. */
export async function standsOn(projectId: string, request: TargetRequest): Promise<string[]> {
  const { type, sceneIds = null, exported } = request
  if (exported) {
    return exported.recipes.flatMap((recipe) => [fingerprintOf(recipe), ...Object.values(recipe.inputs)])
  }
  const revision = type === 'storyboard' ? 0 : await revisionOf(projectId)
  if (revision === 0) return []
  const { storyboard } = await getRevision(projectId, revision)
  const { plan } = await loadPlan({ projectId, board: storyboard })
  const chosen = plan.board.flatMap(({ slots }) => SLOTS.flatMap((slot) => slots[slot].chosen ?? []))
  const wanted = wantedWork(plan, type as MakingType, sceneIds)
  return [...chosen, ...wanted.flatMap(({ work }) => work.fingerprint ?? [])]
}
