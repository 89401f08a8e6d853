/** What live events change in the workspace. Each answers with the same object when it says nothing new. */
import { isNews, patchTargets } from '@/components/live/patch'
import type { AssetView, TakeView } from '@/lib/asset/schema'
import type { Workspace } from '@/lib/project/schema'
import { isFinal, type TaskView } from '@/lib/task/schema'

type Knowledge = NonNullable<Workspace['knowledge']>

/** A task in its place: among the targets, or in the work of a scene. */
export function withTask(workspace: Workspace, task: TaskView): Workspace {
  if (task.target) {
    if (task.projectId !== workspace.id || task.type === 'export') return workspace
    const targets = patchTargets(workspace.targets, task)
    return targets === workspace.targets ? workspace : { ...workspace, targets }
  }
  const known = workspace.work.find((work) => work.id === task.id)
  if (known && !isNews(known, task)) return workspace
  const others = workspace.work.filter((work) => work.id !== task.id)
  const work = isFinal(task.status) ? others : [...others, task]
  if (!known && isFinal(task.status) && !task.error) return workspace
  return { ...workspace, work, knowledge: withOutcome(workspace.knowledge, task) }
}

/** A failure is known by what failed; a new try takes it off again. */
function withOutcome(knowledge: Workspace['knowledge'], task: TaskView): Workspace['knowledge'] {
  const { fingerprint, status, error } = task
  if (!knowledge || fingerprint === null) return knowledge
  const others = knowledge.failures.filter(([failed]) => failed !== fingerprint)
  if (status === 'error' && error) return { ...knowledge, failures: [...others, [fingerprint, error]] }
  return others.length === knowledge.failures.length ? knowledge : { ...knowledge, failures: others }
}

export function withTakes(
  workspace: Workspace,
  takes: readonly TakeView[],
  assets: readonly AssetView[],
): Workspace {
  const isKnown = (take: TakeView) =>
    workspace.takes.some(
      (t) => t.sceneId === take.sceneId && t.slot === take.slot && t.fingerprint === take.fingerprint,
    )
  const fresh = takes.filter((take) => !isKnown(take))
  const grown = withAssets(workspace, assets)
  return fresh.length === 0 ? grown : { ...grown, takes: [...grown.takes, ...fresh] }
}

export function withAssets(workspace: Workspace, assets: readonly AssetView[]): Workspace {
  const { knowledge } = workspace
  if (!knowledge) return workspace
  const known = new Set(knowledge.assets.map((asset) => asset.fingerprint))
  const fresh = assets.filter((asset) => !known.has(asset.fingerprint)) as Knowledge['assets']
  return fresh.length === 0
    ? workspace
    : { ...workspace, knowledge: { ...knowledge, assets: [...knowledge.assets, ...fresh] } }
}

/** The waiting tasks where they stand now. */
export function withPlaces(workspace: Workspace, places: Readonly<Record<string, number>>): Workspace {
  const work = workspace.work.map((task) => {
    const place = places[task.id]
    return place === undefined || task.status !== 'pending' || task.place === place
      ? task
      : { ...task, place }
  })
  return work.some((task, i) => task !== workspace.work[i]) ? { ...workspace, work } : workspace
}
