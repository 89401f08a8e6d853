/** Actors: people and sprites made ready before the sheets are laid, then put between them. */
import type { Box } from './draw'
import { preparePerson } from './people/actor'
import type { SceneReading } from './reading/read-scene'
import type { Ground } from './shape/land'
import { prepareSprite } from './sprite/actor'
import type { Frame, Stage } from './stage'
import type { Placed } from './staging'
import type { Light } from './style/light'
import type { Surface } from './surface'

export interface Studio {
  surface: Surface
  light: Light
  frame: Frame
  reading: SceneReading
  seed: number
}

export interface Actor {
  placed: Placed
  /** Lays it on the stage and says where it and its face are, in units. */
  put(stage: Stage, ground: Ground): { subject: Box; face: Box | null }
}

export async function prepareActors(placed: Placed[], studio: Studio): Promise<Actor[]> {
  const actors: Actor[] = []
  for (const one of placed) {
    if (one.subject !== null) actors.push(await prepareSprite(one, studio))
    else if (one.person !== null) actors.push(await preparePerson(one, one.person, studio))
  }
  return actors
}

/** How deep below the ground's edge a foot may stand so that its owner stays above the captions. */
export function footOf(placed: Placed, ground: Ground, frame: Frame): number {
  if (placed.row === 'air') return placed.drop + placed.height / 2
  if (placed.row === 'hero') return placed.drop + placed.height / 2
  return Math.min(ground.y(placed.x) + placed.drop, frame.H * 0.84)
}
