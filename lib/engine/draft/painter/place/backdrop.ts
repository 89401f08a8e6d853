/** Backdrop: what a place hands to the staging, and what the staging hands to a place. */
import type { SceneReading } from '../reading/read-scene'
import type { Ground } from '../shape/land'
import type { Sun } from '../shape/sky'
import type { Stage } from '../stage'

export interface Backdrop {
  stage: Stage
  reading: SceneReading
  horizon: number
  /** Where the eye goes first: large things of the place keep to the other side. */
  leadX: number
  /** Faces fill the picture: nothing is laid in front of them. */
  closeUp: boolean
  sun: Sun
  /** Where buildings and distant things go: called by a place when its middle ground is laid. */
  back(ground: Ground): void
  /** Where boats float: called between two sheets of water. */
  afloat(ground: Ground): void
  /** Where people, animals and things stand. */
  front(ground: Ground): void
}

export type PaintPlace = (backdrop: Backdrop) => void
