import { fingerprintOf } from '@/lib/asset/fingerprint'
import type { EngineIdentity, Scene, Storyboard } from '@/lib/storyboard/schema'
import type { Knowledge } from './knowledge'
import { frameRecipe } from './recipes'

/**
 * The picture that a scene's frame starts from: the anchor of the first of those seen who has one. Null for an engine
 * that cannot start from a picture, for a picture that is gone, and for the very frame that became the anchor.
 */
export function anchorFor(
  board: Storyboard,
  scene: Scene,
  engine: EngineIdentity,
  known: Pick<Knowledge, 'reference' | 'assets'>,
): string | null {
  if (!known.reference.has(engine)) return null
  const anchor = board.cast.find((member) => member.anchor && scene.cast.includes(member.id))?.anchor
  if (!anchor || !known.assets.has(anchor)) return null
  return fingerprintOf(frameRecipe(board, scene, engine)) === anchor ? null : anchor
}
