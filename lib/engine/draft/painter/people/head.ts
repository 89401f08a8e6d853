/** Head: skull, face, hair and hat together, in units of its radius. The same drawing serves figures and close-ups. */
import { darker } from '../colour'
import type { Expression } from '../reading/setting'
import { drawFace } from './face'
import { drawBeard, drawHair, drawHairBehind } from './hair'
import { drawHat, drawHatBehind } from './hats'
import { type Brush, dot, part } from './parts'
import type { Look } from './wardrobe'

export interface HeadMood {
  expression: Expression
  shut: boolean
  detail: boolean
}

export function drawHeadBehind(brush: Brush, look: Look): void {
  drawHatBehind(brush, look)
  drawHairBehind(brush, look)
}

export function drawHead(brush: Brush, look: Look, mood: HeadMood): void {
  if (look.role === 'robot') {
    part(
      brush,
      look.skin,
      (i) => {
        i.moveTo(-0.8, -0.95)
        i.lineTo(0.85, -0.95)
        i.quadraticCurveTo(1.1, -0.95, 1.1, -0.6)
        i.lineTo(1.05, 0.6)
        i.quadraticCurveTo(1, 0.96, 0.7, 0.96)
        i.lineTo(-0.6, 0.96)
        i.quadraticCurveTo(-0.98, 0.96, -1, 0.6)
        i.lineTo(-1.05, -0.6)
        i.quadraticCurveTo(-1.05, -0.95, -0.8, -0.95)
      },
      [-1.1, 1.1],
    )
  } else {
    if (look.hat !== 'hood' && look.hat !== 'veil')
      part(brush, darker(look.skin, 0.06), (i) => dot(i, -0.86, 0.14, 0.2), [-1, -0.6])
    const jaw = look.age === 'child' ? 0.98 : look.gender === 'male' ? 0.92 : 0.84
    part(
      brush,
      look.skin,
      (i) => {
        i.moveTo(-0.94, -0.1)
        i.bezierCurveTo(-1, -1.1, 1, -1.16, 0.98, -0.08)
        i.bezierCurveTo(1, 0.52, 0.66, 1.02, 0.1, 1.02)
        i.bezierCurveTo(-0.5 * jaw, 1.02, -0.92, 0.6, -0.94, -0.1)
        i.closePath()
      },
      [-1.2, 1.1],
    )
  }
  drawFace(brush, look, mood)
  drawBeard(brush, look)
  if (look.hat !== 'veil' && look.hat !== 'knight') drawHair(brush, look)
  drawHat(brush, look)
}
