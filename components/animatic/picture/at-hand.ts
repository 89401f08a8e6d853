/** Which scenes must be at hand at a moment. Pure. */
import { type Animatic, type AnimaticScene, sceneAt } from '../animatic'
import { shotsAt } from '../shots'

/** Scenes made ready ahead: short ones pass faster than a large picture is painted. */
const AHEAD = 2

/** The scene on air first, then its neighbour in a seam, then those that come: at most four, however long the film. */
export function scenesAtHand(animatic: Animatic, timeMs: number, loopId: string | null): AnimaticScene[] {
  const current = sceneAt(animatic, timeMs)
  if (!current) return []
  const onScreen = shotsAt(animatic, timeMs).map(({ scene }) => scene)
  const next = loopId === current.id ? [] : animatic.scenes.slice(current.number, current.number + AHEAD)
  return [...new Set([current, ...onScreen, ...next])]
}
