/** Acting: what an actor is, and how it touches the ground. */
import type { Box } from './draw'
import type { SceneReading } from './reading/read-scene'
import type { Ground } from './shape/land'
import type { Placed } from './sizes'
import type { Frame, Motion, Sheet, Stage } from './stage'
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

/** How deep below the ground's edge a foot may stand so that its owner stays above the captions. */
export function footOf(placed: Placed, ground: Ground, frame: Frame): number {
  if (placed.row === 'air') return placed.drop + placed.height / 2
  if (placed.row === 'hero') return placed.drop + placed.height / 2
  return Math.min(ground.y(placed.x) + placed.drop, frame.H * 0.84)
}

/** The faint shadow that makes a cut-out stand on its ground. */
export function contactShadow(
  stage: Stage,
  depth: number,
  x: number,
  foot: number,
  width: number,
  motion: Motion | null = null,
): void {
  const paint = ({ ink }: Sheet) => {
    ink.save()
    ink.translate(x, foot)
    ink.scale(1, 0.16)
    const r = width * 0.52
    const shade = ink.createRadialGradient(0, 0, r * 0.2, 0, 0, r)
    shade.addColorStop(0, 'rgba(6,8,18,0.42)')
    shade.addColorStop(1, 'rgba(6,8,18,0)')
    ink.fillStyle = shade
    ink.fillRect(-r, -r, r * 2, r * 2)
    ink.restore()
  }
  // A walker's shadow goes along; the others' lie still on the ground's own layer.
  if (motion?.drift === undefined) stage.add(depth, paint)
  else stage.add(depth, paint, { rate: 0, phase: 0, drift: motion.drift })
}
