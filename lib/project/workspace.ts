import type { AssetView } from '@/lib/asset/schema'
import { findAsset, findAssets } from '@/lib/asset/store'
import { listTakes, takeView } from '@/lib/asset/takes'
import { env } from '@/lib/base/env'
import { filmParamsOf } from '@/lib/plan/film-recipe'
import { jsonOfKnowledge } from '@/lib/plan/knowledge'
import type { Manifest } from '@/lib/plan/manifest'
import { loadPlan } from '@/lib/production/lookup'
import { getRevision } from '@/lib/storyboard/store'
import { currentPace } from '@/lib/task/pace'
import { MAKING_TYPES } from '@/lib/task/schema'
import { listLiveWork, listProjectFailures, listTargets } from '@/lib/task/store'
import { taskViews } from '@/lib/task/view'
import { filmUrl } from './address'
import type { MadeFilm, Workspace } from './schema'
import { type FilmRow, findFilms, getProject } from './store'
import { writerWarnings } from './writer-warnings'

const MOST_TARGETS = 20

/** What the project page works with, in one answer. Throws `not_found`. */
export async function getWorkspace(id: string): Promise<Workspace> {
  const project = await getProject(id)
  const [newestFilm] = await findFilms([id])
  const shared = {
    id,
    title: project.title,
    story: project.story,
    revision: project.revision,
    targets: await taskViews(await listTargets(id, MOST_TARGETS, MAKING_TYPES)),
    work: await taskViews(await listLiveWork(id)),
    pace: await currentPace(),
    slots: env.cpuSlots,
    createdAt: project.createdAt.toISOString(),
    updatedAt: project.updatedAt.toISOString(),
  }
  if (project.revision === 0) {
    return { ...shared, storyboard: null, knowledge: null, takes: [], film: null, warnings: [] }
  }
  const { storyboard } = await getRevision(id, project.revision)
  const failures = await listProjectFailures(id)
  const { known } = await loadPlan({ projectId: id, board: storyboard, failures })
  const { takes: _, ...knowledge } = jsonOfKnowledge(known)
  return {
    ...shared,
    storyboard,
    knowledge,
    takes: (await listTakes(id)).map(takeView),
    film: newestFilm ? await madeFilm(id, newestFilm) : null,
    warnings: await writerWarnings(project),
  }
}

async function madeFilm(projectId: string, row: FilmRow): Promise<MadeFilm | null> {
  const asset = await findAsset(row.fingerprint)
  if (!asset) return null
  const manifest = row.manifest as unknown as Manifest
  const url = (extension: string) => filmUrl(projectId, row.fingerprint, extension)
  return {
    id: row.id,
    fingerprint: row.fingerprint,
    revision: row.revision,
    title: manifest.title,
    url: url('mp4'),
    subtitles: url('srt'),
    manifest: url('manifest.json'),
    poster: url('jpg'),
    durationMs: manifest.durationMs,
    bytes: asset.bytes,
    width: manifest.width,
    height: manifest.height,
    burnt: filmParamsOf(asset.recipe).burnt,
    chapters: manifest.scenes.map(({ title, startMs, sceneId }) => ({ title, startMs, sceneId })),
    fallbacks: manifest.scenes.flatMap((scene) =>
      scene.fallbacks.map(({ reason }) => ({ sceneId: scene.sceneId, reason })),
    ),
    createdAt: row.createdAt.toISOString(),
  }
}

/** Those of the fingerprints that exist, for a page that plans on its own and has worked out new recipes. */
export async function listKnown(projectId: string, fingerprints: readonly string[]): Promise<AssetView[]> {
  await getProject(projectId)
  const found = await findAssets(fingerprints)
  return [...found.values()].map(({ fingerprint, recipe, facts }) => ({ fingerprint, recipe, facts }))
}
