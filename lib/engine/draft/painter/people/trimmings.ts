/** Trimmings: cape, scarf, wings, and the log one sits on. */
import { alpha, darker, lighter } from '../colour'
import { type Brush, mark, part, seam } from './parts'
import type { Build, Joints } from './pose'
import type { Look } from './wardrobe'

export function drawCape(brush: Brush, look: Look, b: Build, j: Joints): void {
  const flow = j.lean > 6 || j.frontLeg[0] > 20 ? 9 : 2
  const hem = Math.min(-7, -7 - j.sink)
  part(brush, look.cape ?? look.main, (i) => {
    i.moveTo(b.shoulderW * 0.7, b.shoulderY - 2)
    i.quadraticCurveTo(-b.shoulderW, b.shoulderY - 4, -b.shoulderW - 1, b.shoulderY + 5)
    i.bezierCurveTo(-b.shoulderW - 6 - flow, -44, -16 - flow * 1.6, -24, -20 - flow * 2, hem)
    i.quadraticCurveTo(-4 - flow, hem + 4, 10 - flow, hem)
    i.quadraticCurveTo(9, -40, b.shoulderW * 0.7, b.shoulderY - 2)
  })
}

export function drawScarf(brush: Brush, look: Look, b: Build): void {
  const colour = look.scarf ?? look.main
  const y = b.shoulderY - 2.6
  part(brush, darker(colour, 0.12), (i) => {
    i.moveTo(-4, y)
    i.lineTo(-8.4, y + 21)
    i.lineTo(-2.6, y + 22)
    i.lineTo(0, y)
    i.closePath()
  })
  part(brush, colour, (i) => i.ellipse(0.8, y, b.shoulderW * 0.72, 4, -0.06, 0, 7))
}

export function drawWings(brush: Brush, b: Build): void {
  for (const [tilt, size] of [
    [-0.5, 1],
    [0.25, 0.72],
  ] as const) {
    brush.ink.save()
    brush.ink.translate(-5, b.shoulderY + 6)
    brush.ink.rotate(tilt)
    part(brush, '#eaf4fb', (i) => i.ellipse(-17 * size, -8 * size, 19 * size, 9 * size, 0.5, 0, 7), [-36, 0])
    mark(brush, alpha('#a9cfe6', 0.5), (i) =>
      i.ellipse(-16 * size, -7 * size, 12 * size, 4.5 * size, 0.5, 0, 7),
    )
    brush.ink.restore()
  }
}

export function drawSeat(brush: Brush): void {
  part(brush, '#7a5a3e', (i) => {
    i.moveTo(-13, -21)
    i.lineTo(10, -21)
    i.lineTo(11, 0)
    i.lineTo(-14, 0)
    i.closePath()
  })
  part(brush, lighter('#7a5a3e', 0.18), (i) => i.ellipse(-1.5, -21, 12, 2.6, 0, 0, 7))
  seam(brush, 'rgba(40,24,14,0.4)', 0.7, (i) => {
    i.moveTo(-8, -15)
    i.lineTo(-7.5, -3)
    i.moveTo(5, -16)
    i.lineTo(5, -5)
  })
}
