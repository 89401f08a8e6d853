/** Tailoring: the cuts that clothes are made of, in figure units. */
import { type Hex, lighter } from '../colour'
import type { Ink } from '../surface'
import { type Brush, fold, mark, part, seam } from './parts'
import type { Build, Joints } from './pose'

/** From the shoulders down to a hem of half width `w` at `y`, swinging with the stride. */
export function body(b: Build, waist: number, hem: number, w: number, swing: number) {
  const { shoulderY: s, shoulderW: sw, hipY } = b
  const waistY = hipY - 9
  return (i: Ink) => {
    i.moveTo(-sw * 0.42, s - 3)
    i.quadraticCurveTo(-sw * 0.95, s - 1.5, -sw, s + 5)
    i.quadraticCurveTo(-waist - 1, (s + waistY) / 2, -waist, waistY)
    i.quadraticCurveTo(-w * 0.8 + swing * 0.3, (waistY + hem) / 2, -w + swing, hem)
    i.quadraticCurveTo(swing, hem + w * 0.16, w + swing, hem)
    i.quadraticCurveTo(w * 0.8 + swing * 0.3, (waistY + hem) / 2, waist, waistY)
    i.quadraticCurveTo(waist + 1, (s + waistY) / 2, sw, s + 5)
    i.quadraticCurveTo(sw * 0.95, s - 1.5, sw * 0.42, s - 3)
    i.closePath()
  }
}

/** Skirts of seated and kneeling people follow the thighs. */
export function lap(b: Build, j: Joints, ground: number) {
  return (i: Ink) => {
    const top = b.hipY - 6
    i.moveTo(-b.hipW, top)
    i.quadraticCurveTo(-b.hipW - 4, b.hipY + 8, -b.hipW - 1, b.hipY + 7)
    if (j.seat) {
      i.lineTo(12, b.hipY + 6)
      i.lineTo(15, ground)
      i.lineTo(27, ground)
      i.quadraticCurveTo(29, b.hipY - 4, 20, b.hipY - 5)
    } else {
      i.lineTo(-15, ground)
      i.lineTo(22, ground)
      i.quadraticCurveTo(24, b.hipY + 4, 15, b.hipY - 2)
    }
    i.lineTo(b.hipW, top)
    i.closePath()
  }
}

export function folds(
  { ink, scale }: Brush,
  colour: Hex,
  xs: number[],
  from: number,
  to: number,
  spread: number,
): void {
  seam({ ink, scale }, fold(colour), 0.8, (i) => {
    for (const x of xs) {
      i.moveTo(x * 0.7, from)
      i.quadraticCurveTo(x, (from + to) / 2, x * spread, to)
    }
  })
}

export function collar(brush: Brush, colour: Hex, s: number, sw: number): void {
  mark(brush, colour, (i) => {
    i.moveTo(-sw * 0.42, s - 3)
    i.quadraticCurveTo(0.6, s + 5, sw * 0.46, s - 3)
    i.quadraticCurveTo(0.6, s + 0.6, -sw * 0.42, s - 3)
  })
}

export function lapels(
  brush: Brush,
  colour: Hex,
  shirt: Hex | null,
  s: number,
  sw: number,
  to: number,
): void {
  if (shirt !== null) {
    mark(brush, lighter(shirt, 0.5), (i) => {
      i.moveTo(-3, s - 3)
      i.lineTo(5, s - 3)
      i.lineTo(1.4, to)
      i.closePath()
    })
  }
  part(brush, colour, (i) => {
    i.moveTo(-sw * 0.44, s - 3)
    i.lineTo(-5.4, s + 6)
    i.lineTo(1.2, to)
    i.lineTo(-2, s - 2)
    i.closePath()
    i.moveTo(sw * 0.44, s - 3)
    i.lineTo(7.6, s + 6)
    i.lineTo(1.8, to)
    i.lineTo(4.4, s - 2)
    i.closePath()
  })
}
