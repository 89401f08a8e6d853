import { type Asset, findAsset } from '@/lib/asset/store'
import { env } from '@/lib/base/env'
import type { ErrorShape } from '@/lib/base/errors'
import { msOfPackets } from '@/lib/media/sound/clock'
import { type Knowledge, takeKey } from '@/lib/plan/knowledge'
import type { Manifest } from '@/lib/plan/manifest'
import type { Plan } from '@/lib/plan/plan'
import type { SlotPlan } from '@/lib/plan/slots'
import { loadPlan } from '@/lib/production/lookup'
import { countWork, wantedWork } from '@/lib/production/wanted'
import { getRevision } from '@/lib/storyboard/store'
import { estimateMs } from '@/lib/task/estimate'
import { currentPace } from '@/lib/task/pace'
import type { TaskView } from '@/lib/task/schema'
import { listFailures, listLiveWork, type TaskRow } from '@/lib/task/store'
import { taskViews } from '@/lib/task/view'
import { filmUrl, slotUrl } from './address'
import type { FilmView, ProjectView, RenderPreview, SceneView, SlotView } from './schema'
import { stateOf } from './state'
import { type FilmRow, findFilms, type ProjectRow } from './store'
import { writerWarnings } from './writer-warnings'

/** Everything the project page shows, in one answer. */
export async function viewOf(project: ProjectRow, targets: readonly TaskRow[]): Promise<ProjectView> {
  const [newestFilm] = await findFilms([project.id])
  const shown = {
    id: project.id,
    title: project.title,
    story: project.story,
    state: stateOf(project.revision, targets[0], newestFilm !== undefined),
    revision: project.revision,
    targets: await taskViews(targets),
    createdAt: project.createdAt.toISOString(),
    updatedAt: project.updatedAt.toISOString(),
  }
  if (project.revision === 0) {
    return { ...shown, storyboard: null, scenes: [], film: null, render: null, warnings: [] }
  }
  const { storyboard } = await getRevision(project.id, project.revision)
  const failures = await listFailures(targets[0]?.id)
  const { plan, known } = await loadPlan({ projectId: project.id, board: storyboard, failures })
  const live = await taskViews(await listLiveWork(project.id))
  const film = newestFilm ? await filmView(newestFilm, plan, project) : null
  return {
    ...shown,
    storyboard,
    scenes: plan.board.map((_, i) => sceneView(project.id, plan, i, known, live)),
    film,
    render: await renderPreview(plan),
    warnings: await writerWarnings(project),
  }
}

function slotView(projectId: string, slot: SlotPlan, known: Knowledge, live: readonly TaskView[]): SlotView {
  const { shown, chosen, why, error } = slot
  // An asset is served once it is a take of the scene, which `produce` makes it, and says so, a moment after it is there.
  const takes = known.takes.get(takeKey(slot.sceneId, slot.slot)) ?? []
  const served = shown && takes.includes(shown) ? shown : (takes.at(-1) ?? null)
  return {
    state: shown !== null && chosen === null ? 'stale' : slot.state,
    url: served && slotUrl(projectId, slot.sceneId, slot.slot, served),
    fingerprint: shown,
    engine: (shown && known.assets.get(shown)?.recipe.engine) ?? null,
    why,
    error: error as ErrorShape | null,
    task: live.find((task) => task.type === slot.slot && task.sceneId === slot.sceneId) ?? null,
  }
}

function sceneView(
  projectId: string,
  plan: Plan,
  index: number,
  known: Knowledge,
  live: readonly TaskView[],
): SceneView {
  const scene = plan.board[index] as Plan['board'][number]
  const view = (slot: SlotPlan) => slotView(projectId, slot, known, live)
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

/** What a press of the one button would run and reuse. */
async function renderPreview(plan: Plan): Promise<RenderPreview> {
  const wanted = wantedWork(plan, 'render', null)
  const counts = countWork(wanted, plan)
  const toMake = Object.values(counts.left).reduce((sum, n) => sum + n, 0)
  const scenes = plan.board.filter((scene) =>
    [scene.slots.frame, scene.slots.clip, scene.slots.narration].some((slot) => slot.state !== 'ready'),
  )
  return {
    toMake,
    reused: counts.ready,
    scenesToRemake: scenes.length,
    estimateMs: estimateMs(counts.left, await currentPace(), env.cpuSlots),
  }
}

/** A film is stale when the newest storyboard asks for another one. */
async function filmView(row: FilmRow, plan: Plan, project: ProjectRow): Promise<FilmView | null> {
  const asset: Asset | undefined = await findAsset(row.fingerprint)
  if (!asset) return null
  const manifest = row.manifest as unknown as Manifest
  const url = (extension: string) => filmUrl(project.id, row.fingerprint, extension)
  return {
    id: row.id,
    revision: row.revision,
    url: url('mp4'),
    subtitles: url('srt'),
    manifest: url('manifest.json'),
    poster: url('jpg'),
    durationMs: manifest.durationMs,
    bytes: asset.bytes,
    width: manifest.width,
    height: manifest.height,
    stale: plan.film.fingerprint !== row.fingerprint,
    chapters: manifest.scenes.map(({ title, startMs, sceneId }) => ({ title, startMs, sceneId })),
    fallbacks: manifest.scenes.flatMap((scene) =>
      scene.fallbacks.map(({ reason }) => ({ sceneId: scene.sceneId, reason })),
    ),
    createdAt: row.createdAt.toISOString(),
  }
}
