import { fingerprintOf } from '@/lib/asset/fingerprint'
import { findAssets } from '@/lib/asset/store'
import { posterRecipe } from '@/lib/plan/poster'
import { storyBriefSchema } from '@/lib/storyboard/brief'
import type { Scene, Slot } from '@/lib/storyboard/schema'
import { getRevision } from '@/lib/storyboard/store'
import { filmUrl, slotUrl } from '../address'
import { findFilms, type ProjectRow } from '../store'
import type { QueueProject, QueueScene } from './schema'
import { countTakes, findFirstFrames, findProjectsById } from './store'

/** What the queue says of a project beside its tasks. */
export interface ListedProject {
  project: QueueProject
  kept: Record<Slot, number>
  /** Undefined for a scene that is no longer in the film. */
  sceneOf(id: string): QueueScene | undefined
}

export async function listedProjects(ids: readonly string[]): Promise<Map<string, ListedProject>> {
  const wanted = [...new Set(ids)]
  const [rows, pictures, takes] = await Promise.all([
    findProjectsById(wanted),
    picturesOf(wanted),
    countTakes(wanted),
  ])
  const scenes = new Map(await Promise.all(rows.map(async (row) => [row.id, await scenesOf(row)] as const)))
  return new Map(
    rows.map((row) => {
      const kept = (slot: Slot) => takes.find((t) => t.project === row.id && t.slot === slot)?.scenes ?? 0
      const { language, settings } = storyBriefSchema.parse(row.brief)
      const project: QueueProject = {
        id: row.id,
        title: row.title,
        hidden: row.hidden,
        language,
        picture: pictures.get(row.id) ?? null,
        width: settings.film.width,
        height: settings.film.height,
      }
      const sceneOf = (id: string): QueueScene | undefined => {
        const index = scenes.get(row.id)?.findIndex((scene) => scene.id === id) ?? -1
        const scene = scenes.get(row.id)?.[index]
        return scene && { id, number: index + 1, title: scene.title }
      }
      return [
        row.id,
        {
          project,
          kept: { frame: kept('frame'), clip: kept('clip'), narration: kept('narration') },
          sceneOf,
        },
      ]
    }),
  )
}

const scenesOf = async ({ id, revision }: ProjectRow): Promise<readonly Scene[]> =>
  revision === 0 ? [] : (await getRevision(id, revision)).storyboard.scenes

/** The poster of the newest film, else the first picture. */
async function picturesOf(ids: readonly string[]): Promise<Map<string, string>> {
  const [films, frames] = await Promise.all([findFilms(ids), findFirstFrames(ids)])
  const posterOf = (film: string) => fingerprintOf(posterRecipe(film))
  const posters = await findAssets(films.map((film) => posterOf(film.fingerprint)))
  const pictures = new Map(
    frames.map(({ project, scene, fingerprint }) => [project, slotUrl(project, scene, 'frame', fingerprint)]),
  )
  for (const { projectId, fingerprint } of films.toReversed()) {
    if (posters.has(posterOf(fingerprint))) pictures.set(projectId, filmUrl(projectId, fingerprint, 'jpg'))
  }
  return pictures
}
