/**
 * The view of a project, worked out of the storyboard and what is known: pure and free of Node, so that the page shows
 * an edit before the server has heard of it, and shows the very same afterwards.
 */
import { fingerprintOf } from '@/lib/asset/fingerprint'
import type { TakeView } from '@/lib/asset/schema'
import { msOfPackets } from '@/lib/media/sound/clock'
import { titled } from '@/lib/plan/film-recipe'
import { type Knowledge, knowledgeOf, takeKey } from '@/lib/plan/knowledge'
import { type Plan, plan } from '@/lib/plan/plan'
import type { SlotPlan } from '@/lib/plan/slots'
import { countWork, wantedWork } from '@/lib/production/wanted'
import type { Storyboard } from '@/lib/storyboard/schema'
import { estimateMs } from '@/lib/task/estimate'
import type { MakingType, TaskView } from '@/lib/task/schema'
import { slotUrl } from './address'
import type {
  FilmView,
  MadeFilm,
  ProjectView,
  RenderPreview,
  SceneView,
  SlotView,
  TargetPreview,
  Workspace,
} from './schema'
import { stateOf } from './state'

/** What a workspace knows, as the plan wants it. */
export const knownIn = (
  knowledge: NonNullable<Workspace['knowledge']>,
  takes: readonly TakeView[],
): Knowledge =>
  knowledgeOf({
    ...knowledge,
    takes: [...Map.groupBy(takes, (take) => takeKey(take.sceneId, take.slot))].map(([key, list]) => [
      key,
      list.map((take) => take.fingerprint),
    ]),
  })

/** Everything the project page shows. */
export function viewOf(workspace: Workspace): ProjectView {
  const { storyboard, knowledge, takes } = workspace
  if (!storyboard || !knowledge) return projectView(workspace, null)
  const known = knownIn(knowledge, takes)
  return projectView(workspace, { board: storyboard, plan: plan(storyboard, known), known })
}

export interface Planned {
  board: Storyboard
  plan: Plan
  known: Knowledge
}

/** The same over a plan that is made already. */
export function projectView(workspace: Workspace, planned: Planned | null): ProjectView {
  const { id, story, revision, targets, warnings, createdAt, updatedAt, film } = workspace
  const title = titleOf(workspace, planned?.board)
  const shared = { id, title, story, revision, targets, createdAt, updatedAt }
  const state = stateOf(revision, targets[0]?.status, film !== null)
  if (!planned) {
    return { ...shared, state, storyboard: null, scenes: [], film: null, render: null, warnings: [] }
  }
  return {
    ...shared,
    state,
    storyboard: planned.board,
    scenes: planned.plan.board.map((_, i) => sceneView(id, planned, i, workspace.work)),
    film: film && filmView(film, planned.plan),
    render: renderPreview(planned.plan, workspace),
    warnings,
  }
}

/** The storyboard on screen may have been named since the workspace was read. */
const titleOf = ({ title, storyboard }: Workspace, board = storyboard): string =>
  board && board.title !== storyboard?.title ? board.title : title

function slotView(projectId: string, slot: SlotPlan, known: Knowledge, work: readonly TaskView[]): SlotView {
  const { shown, chosen, why, error } = slot
  // An asset is served once it is a take of the scene, which `produce` makes it, and says so, a moment after it is there.
  const takes = known.takes.get(takeKey(slot.sceneId, slot.slot)) ?? []
  const served = shown && takes.includes(shown) ? shown : (takes.at(-1) ?? null)
  return {
    state: shown !== null && chosen === null ? 'stale' : slot.state,
    url: served && slotUrl(projectId, slot.sceneId, slot.slot, served),
    fingerprint: shown,
    wanted: slot.fingerprint,
    engine: (shown && known.assets.get(shown)?.recipe.engine) ?? null,
    why,
    error,
    task: taskOf(projectId, slot, work),
  }
}

/** The task of the slot's recipe, whoever asked for it; else one of an older recipe of the scene. */
function taskOf(projectId: string, slot: SlotPlan, live: readonly TaskView[]): TaskView | null {
  const own = (task: TaskView) =>
    task.type === slot.slot && task.sceneId === slot.sceneId && task.projectId === projectId
  const made = live.find((task) => task.fingerprint !== null && task.fingerprint === slot.fingerprint)
  return made ?? live.find(own) ?? null
}

function sceneView(
  projectId: string,
  { plan, known }: Planned,
  index: number,
  work: readonly TaskView[],
): SceneView {
  const scene = plan.board[index] as Plan['board'][number]
  const view = (slot: SlotPlan) => slotView(projectId, slot, known, work)
  const { frame, clip, narration } = scene.slots
  const fallback = frame.fallback ?? clip.fallback ?? narration.fallback
  return {
    id: scene.sceneId,
    startMs: Math.round(msOfPackets(scene.timing.startPacket)),
    durationMs: Math.round(msOfPackets(scene.timing.packets)),
    estimated: scene.estimated,
    slots: { frame: view(frame), clip: view(clip), narration: view(narration) },
    fallback: fallback?.message ?? null,
  }
}

/** What asking for a target would run, what it would reuse, and how long it should take. */
export function previewTarget(
  made: Plan,
  type: MakingType,
  sceneIds: readonly string[] | null,
  { pace, slots }: Pick<Workspace, 'pace' | 'slots'>,
): TargetPreview {
  const counts = countWork(wantedWork(made, type, sceneIds), made)
  return {
    left: counts.left,
    load: counts.load,
    toMake: Object.values(counts.left).reduce((sum, n) => sum + n, 0),
    reused: counts.ready,
    estimateMs: estimateMs(counts.load, pace, slots),
  }
}

/** What a press of the one button would run and reuse. */
function renderPreview(made: Plan, workspace: Workspace): RenderPreview {
  const scenes = made.board.filter((scene) =>
    [scene.slots.frame, scene.slots.clip, scene.slots.narration].some((slot) => slot.state !== 'ready'),
  )
  return { ...previewTarget(made, 'render', null, workspace), scenesToRemake: scenes.length }
}

/** A film is stale when the newest storyboard asks for another one. */
function filmView(
  { fingerprint, ...film }: MadeFilm,
  { film: { recipe, fingerprint: wanted } }: Plan,
): FilmView {
  const stale = wanted !== fingerprint
  // A title that is the same cannot be what has changed: while somebody types, nothing is worked out here.
  const isNamedAnew = stale && recipe !== null && recipe.params.title !== film.title
  const renamed = isNamedAnew && fingerprintOf(titled(recipe, film.title)) === fingerprint
  return { ...film, stale, renamed }
}
