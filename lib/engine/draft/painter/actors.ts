/** Actors: people and sprites made ready before the sheets are laid, then put between them. */
import type { Box } from './draw'
import type { SceneReading } from './reading/read-scene'
import type { Ground } from './shape/land'
import { paintSprite } from './sprite/draw'
import type { Frame, Motion, Stage } from './stage'
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
  }
  return actors
}

/** How deep below the ground's edge a foot may stand so that its owner stays above the captions. */
export function footOf(placed: Placed, ground: Ground, frame: Frame): number {
  if (placed.row === 'air') return placed.drop + placed.height / 2
  if (placed.row === 'hero') return placed.drop + placed.height / 2
  return Math.min(ground.y(placed.x) + placed.drop, frame.H * 0.84)
}

async function prepareSprite(placed: Placed, studio: Studio): Promise<Actor> {
  const { frame, light, surface } = studio
  const { k } = frame
  const subject = placed.subject!
  const depth = placed.row === 'back' ? 0.48 : placed.row === 'air' ? 0.56 : 0.72
  const art = await paintSprite(surface, light, k, {
    sprite: subject.sprite,
    width: placed.width * k,
    height: placed.height * k,
    flip: placed.flip,
    colour: subject.colour,
    depth: placed.row === 'air' ? 0.7 : depth + 0.1,
  })
  return {
    placed,
    put(stage, ground) {
      const foot = footOf(placed, ground, frame)
      const left = placed.x - placed.width / 2
      const top = foot - placed.height
      const at = placed.row === 'air' ? depth : ground.depth
      if (placed.row === 'front') contactShadow(stage, at, placed.x, foot, placed.width)
      stage.add(
        at,
        ({ ink }) =>
          ink.drawImage(
            art.image,
            left - art.pad / k,
            top - art.pad / k,
            art.image.width / k,
            art.image.height / k,
          ),
        motionOf(placed, foot),
      )
      const box = { left, top, right: left + placed.width, bottom: foot }
      const living = ['animal', 'bird', 'bug'].includes(subject.sprite.kind) && placed.row !== 'hero'
      return { subject: box, face: living ? { ...box, bottom: top + placed.height * 0.45 } : null }
    },
  }
}

/** A puppet's small life: breathing on the ground, rocking on water, hovering in the air. */
function motionOf({ row, x, subject }: Placed, foot: number): Motion | null {
  const phase = x * 0.01
  if (row === 'afloat') return { rate: 1.15, phase, tilt: 0.028, swayY: 7, pivotX: x, pivotY: foot }
  if (row === 'air') return { rate: 0.9, phase, swayY: 11, swayX: 7, tilt: 0.018, pivotX: x, pivotY: foot }
  if (row === 'hero') return { rate: 0.8, phase, tilt: 0.012, swayY: 4, pivotX: x, pivotY: foot }
  const living = subject === null || ['animal', 'bird', 'bug', 'fish'].includes(subject.sprite.kind)
  return living ? { rate: 2.1, phase, breathe: 0.009, tilt: 0.006, pivotX: x, pivotY: foot } : null
}

export function contactShadow(stage: Stage, depth: number, x: number, foot: number, width: number): void {
  stage.add(depth, ({ ink }) => {
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
  })
}
