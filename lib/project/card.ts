import { fingerprintOf } from '@/lib/asset/fingerprint'
import { findAssets } from '@/lib/asset/store'
import { listTakesOf } from '@/lib/asset/takes'
import type { Manifest } from '@/lib/plan/manifest'
import { posterRecipe } from '@/lib/plan/poster'
import { type StoryBrief, storyBriefSchema } from '@/lib/storyboard/brief'
import type { Storyboard } from '@/lib/storyboard/schema'
import { listNewestBoards } from '@/lib/storyboard/store'
import { listNewestTargets } from '@/lib/task/store'
import { taskViews } from '@/lib/task/view'
import { filmUrl, slotUrl } from './address'
import type { ProjectCard } from './schema'
import { stateOf } from './state'
import { type FilmRow, findFilms, type ProjectRow } from './store'

/** Posters of many projects with a handful of queries. */
export async function cardsOf(projects: readonly ProjectRow[]): Promise<ProjectCard[]> {
  if (projects.length === 0) return []
  const ids = projects.map((p) => p.id)
  const boards = await listNewestBoards(projects)
  const films = new Map<string, FilmRow>()
  for (const film of (await findFilms(ids)).reverse()) films.set(film.projectId, film)
  const targets = new Map((await listNewestTargets(ids)).map((row) => [row.projectId, row]))
  const views = new Map((await taskViews([...targets.values()])).map((view) => [view.id, view]))
  const posters = await findAssets(
    [...films.values()].map((film) => fingerprintOf(posterRecipe(film.fingerprint))),
  )
  const pictures = await firstPictures(projects, boards)
  return projects.map((project) => {
    const board = boards.get(project.id)
    const film = films.get(project.id)
    const target = targets.get(project.id)
    const brief: StoryBrief = storyBriefSchema.parse(project.brief)
    const manifest = film?.manifest as unknown as Manifest | undefined
    const poster =
      film && posters.has(fingerprintOf(posterRecipe(film.fingerprint)))
        ? filmUrl(project.id, film.fingerprint, 'jpg')
        : (pictures.get(project.id) ?? null)
    const isLive = target?.endedAt === null
    return {
      id: project.id,
      title: project.title,
      state: stateOf(project.revision, target?.status, film !== undefined),
      revision: project.revision,
      sceneCount: board?.scenes.length ?? 0,
      durationMs: manifest?.durationMs ?? null,
      poster,
      language: board?.language ?? brief.language,
      width: brief.settings.film.width,
      height: brief.settings.film.height,
      task: target && isLive ? (views.get(target.id) ?? null) : null,
      createdAt: project.createdAt.toISOString(),
      updatedAt: project.updatedAt.toISOString(),
    }
  })
}

/** Before there is a film: the newest frame of the first scene that has one. */
async function firstPictures(
  projects: readonly ProjectRow[],
  boards: ReadonlyMap<string, Storyboard>,
): Promise<Map<string, string>> {
  const takes = await listTakesOf(
    projects.map((p) => p.id),
    'frame',
  )
  const pictures = new Map<string, string>()
  for (const project of projects) {
    const own = takes.filter((take) => take.projectId === project.id)
    for (const scene of boards.get(project.id)?.scenes ?? []) {
      const take = own.findLast((t) => t.sceneId === scene.id)
      if (!take) continue
      pictures.set(project.id, slotUrl(project.id, scene.id, 'frame', take.fingerprint))
      break
    }
  }
  return pictures
}
