import { type Actor, contactShadow, footOf, type Studio } from '../acting'
import type { Box } from '../draw'
import { house } from '../shape/buildings'
import { table } from '../shape/furniture'
import { castle, lighthouse } from '../shape/monuments'
import type { Placed } from '../sizes'
import type { Motion, Sheet } from '../stage'
import { lampsLit } from '../style/light'
import { paintSprite } from './draw'

/** Buildings drawn in paper instead of from a sprite: they light up and take the weather. */
const BUILT: Record<string, (sheet: Sheet, x: number, y: number, h: number) => unknown> = {
  lighthouse,
  castle,
  house,
  'house-with-garden': house,
}

const SHINING = new Set(
  'glowing-star lantern red-paper-lantern candle fire crystal-ball jack-o-lantern diya-lamp light-bulb phoenix meteor'.split(
    ' ',
  ),
)

/** Small things indoors stand on a table, not on the floor. */
const TABLED = new Set(['thing', 'food', 'tool', 'flower'])

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
          shines: SHINING.has(subject.sprite.name),
        })
  return {
    placed,
    put(stage, ground) {
      const half = placed.width / 2
      const x = Math.max(
        half + frame.W * 0.02,
        Math.min(frame.W - half - frame.W * 0.02, ground.x?.(placed.x) ?? placed.x),
      )
      const base = footOf({ ...placed, x }, ground, frame)
      const tabled =
        light.indoors &&
        placed.row === 'front' &&
        TABLED.has(subject.sprite.kind) &&
        subject.sprite.metres < 0.6
      const rise = tabled ? Math.min(150, frame.H * 0.12) : 0
      if (tabled) {
        const wide = Math.max(150, placed.width * 1.3)
        stage.add(ground.depth, (sheet) => table(sheet, x, base, wide, rise, '#8a6040'))
      }
      const foot = base - rise
      const left = x - half
      const top = foot - placed.height
      const box = { left, top, right: left + placed.width, bottom: foot }
      const at = placed.row === 'air' ? depth : ground.depth
      if (art === null) {
        stage.add(at, (sheet) => built?.(sheet, x, foot, placed.height * 0.94))
        return { subject: box, face: null }
      }
      if (SHINING.has(subject.sprite.name) && placed.row !== 'hero' && lampsLit(light)) {
        const radius = placed.height * 1.7
        stage.glows.push({
          x,
          y: foot - placed.height / 2,
          radius,
          colour: '#ffc45a',
          strength: 0.5,
          flicker: 0.6,
          depth: at,
        })
      }
      if (placed.row === 'front' && !tabled) contactShadow(stage, at, x, foot, placed.width)
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
      return { subject: box, face: living ? headOf(placed, box) : null }
    },
  }
}

/** Where an animal's head is: the upper part, on the side it looks to. */
function headOf({ subject, width, height, flip }: Placed, box: Box): Box {
  const bottom = box.top + height * 0.45
  if (subject?.sprite.looks === 'front') return { ...box, bottom }
  const right = (subject?.sprite.looks === 'right') !== flip
  return right
    ? { ...box, bottom, left: box.right - width * 0.42 }
    : { ...box, bottom, right: box.left + width * 0.42 }
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
