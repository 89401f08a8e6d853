import { type Actor, footOf, type Studio } from '../actors'
import { contactShadow } from '../contact'
import { castle, house, lighthouse } from '../shape/buildings'
import type { Motion, Sheet } from '../stage'
import type { Placed } from '../staging'
import { paintSprite } from './draw'

/** Buildings drawn in paper instead of from a sprite: they light up and take the weather. */
const BUILT: Record<string, (sheet: Sheet, x: number, y: number, h: number) => unknown> = {
  lighthouse,
  castle,
  house,
  'house-with-garden': house,
}

export async function prepareSprite(placed: Placed, studio: Studio): Promise<Actor> {
  const { frame, light, surface } = studio
  const { k } = frame
  const subject = placed.subject!
  const built = BUILT[subject.sprite.name]
  const depth = placed.row === 'back' ? 0.48 : placed.row === 'air' ? 0.56 : 0.72
  const art =
    built !== undefined && placed.row === 'back'
      ? null
      : await paintSprite(surface, light, k, {
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
      const half = placed.width / 2
      const x = Math.max(
        half + frame.W * 0.02,
        Math.min(frame.W - half - frame.W * 0.02, ground.x?.(placed.x) ?? placed.x),
      )
      const foot = footOf({ ...placed, x }, ground, frame)
      const left = x - half
      const top = foot - placed.height
      const box = { left, top, right: left + placed.width, bottom: foot }
      const at = placed.row === 'air' ? depth : ground.depth
      if (art === null) {
        stage.add(at, (sheet) => built?.(sheet, x, foot, placed.height * 0.94))
        return { subject: box, face: null }
      }
      if (placed.row === 'front') contactShadow(stage, at, x, foot, placed.width)
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
        motionOf({ ...placed, x }, foot),
      )
      const living = ['animal', 'bird', 'bug'].includes(subject.sprite.kind) && placed.row !== 'hero'
      return { subject: box, face: living ? { ...box, bottom: top + placed.height * 0.45 } : null }
    },
  }
}

/** A puppet's small life: breathing on the ground, rocking on water, hovering in the air. */
function motionOf({ row, x, subject, boatX }: Placed, foot: number): Motion | null {
  const phase = x * 0.01
  if (row === 'aboard') return rocking(boatX ?? x, foot)
  if (row === 'afloat') return { rate: 1.15, phase, tilt: 0.028, swayY: 7, pivotX: x, pivotY: foot }
  if (row === 'air') return { rate: 0.9, phase, swayY: 11, swayX: 7, tilt: 0.018, pivotX: x, pivotY: foot }
  if (row === 'hero') return { rate: 0.8, phase, tilt: 0.012, swayY: 4, pivotX: x, pivotY: foot }
  const living = subject === null || ['animal', 'bird', 'bug', 'fish'].includes(subject.sprite.kind)
  return living ? { rate: 2.1, phase, breathe: 0.009, tilt: 0.006, pivotX: x, pivotY: foot } : null
}

/** A boat and those in it rock as one. */
export function rocking(boatX: number, foot: number): Motion {
  return { rate: 1.15, phase: 0.7, tilt: 0.022, swayY: 6, pivotX: boatX, pivotY: foot }
}
