import type { Json, Recipe } from '@/lib/asset/recipe'
import type { Scene, Slot, Storyboard } from '@/lib/storyboard/schema'

/** Of the way an uploaded file is fitted: a new one fits the same file anew. */
export const UPLOAD_ENGINE = 'upload/file@1'

/** A take of the writer's own: it does not follow from the storyboard, so nothing in the storyboard makes it stale. */
export const isUpload = ({ engine }: Pick<Recipe, 'engine'>): boolean => engine === UPLOAD_ENGINE

/**
 * What the writer made elsewhere. `digest` is the SHA-256 of the file as it came. A picture keeps its own shape, a clip
 * takes the film's; a recording speaks the scene's line, which says when each of its words is heard.
 */
export function uploadRecipe(slot: Slot, digest: string, board: Storyboard, scene: Scene): Recipe {
  const { film } = board.settings
  const params: Record<Slot, Record<string, Json>> = {
    frame: {},
    clip: { width: film.width, height: film.height },
    narration: { text: scene.narration.normalize('NFC'), language: board.language },
  }
  return { kind: slot, engine: UPLOAD_ENGINE, params: { digest, ...params[slot] }, inputs: {} }
}
