/** Face: eyes, brows, nose, mouth and age, in units of the head's radius, looking a little to the right. */
import { alpha, darker, type Hex, lighter, mix } from '../colour'
import type { Expression } from '../reading/setting'
import { type Brush, dot, mark, part, seam } from './parts'
import type { Look } from './wardrobe'

/** The face lies this far right of the head's middle. */
const TURN = 0.16
const EYE = 0.36

export interface FaceMood {
  expression: Expression
  /** Eyes closed, for a blink. */
  shut: boolean
  /** Large enough to show lids, irises and wrinkles. */
  detail: boolean
}

export function drawFace(brush: Brush, look: Look, mood: FaceMood): void {
  if (look.role === 'robot') {
    drawRobotFace(brush, mood)
    return
  }
  const { ink } = brush
  const child = look.age === 'child'
  const eyeY = child ? 0.14 : 0.04
  mark(brush, alpha('#e0705f', child ? 0.34 : 0.22), (i) => {
    dot(i, TURN + 0.56, eyeY + 0.3, 0.17)
    dot(i, TURN - 0.5, eyeY + 0.3, 0.17)
  })
  for (const side of [-1, 1]) {
    const x = TURN + side * EYE * (side > 0 ? 0.86 : 1)
    if (look.patch && side > 0) {
      mark(brush, '#1d1b20', (i) => i.ellipse(x, eyeY, 0.2, 0.19, 0, 0, 7))
      seam(brush, '#1d1b20', 0.06, (i) => {
        i.moveTo(x + 0.1, eyeY - 0.1)
        i.lineTo(0.8, -0.5)
        i.moveTo(x - 0.15, eyeY - 0.1)
        i.lineTo(-0.8, -0.4)
      })
      continue
    }
    drawEye(brush, look, mood, x, eyeY, side)
    drawBrow(brush, look, mood.expression, x, eyeY, side)
  }
  seam(brush, darker(look.skin, 0.28), 0.07, (i) => {
    i.moveTo(TURN + 0.12, eyeY + 0.12)
    i.quadraticCurveTo(TURN + 0.24, eyeY + 0.34, TURN + 0.04, eyeY + 0.36)
  })
  drawMouth(brush, look, mood.expression, eyeY + 0.56)
  if (look.age === 'old') drawWrinkles(brush, look.skin, eyeY, mood.detail)
  if (look.glasses) drawGlasses(brush, eyeY)
  ink.globalAlpha = 1
}

function drawEye(
  brush: Brush,
  look: Look,
  { expression, shut, detail }: FaceMood,
  x: number,
  y: number,
  side: number,
): void {
  const dark = '#2a1d1a'
  if (shut || expression === 'asleep') {
    seam(brush, dark, 0.07, (i) => {
      i.moveTo(x - 0.15, y + 0.01)
      i.quadraticCurveTo(x, y + 0.11, x + 0.15, y + 0.01)
    })
    return
  }
  const wide = expression === 'surprised' ? 1.25 : expression === 'happy' ? 0.92 : 1
  if (!detail) {
    mark(brush, dark, (i) => i.ellipse(x, y, 0.105, 0.15 * wide, 0, 0, 7))
    mark(brush, 'rgba(255,255,255,0.85)', (i) => dot(i, x + 0.035, y - 0.055, 0.035))
    return
  }
  const big = look.age === 'child' ? 1.18 : look.gender === 'female' ? 1.06 : 0.96
  mark(brush, '#fdfaf3', (i) => i.ellipse(x, y, 0.19 * big, 0.17 * wide * big, 0, 0, 7))
  const iris = mix(
    look.hairColour === '#211f26' ? '#3a2a22' : '#5a4632',
    side === 0 ? '#fff' : '#3f5f6f',
    look.skin < '#d' ? 0 : 0.3,
  )
  mark(brush, iris, (i) => i.ellipse(x + 0.025, y + 0.005, 0.135 * big, 0.158 * big, 0, 0, 7))
  mark(brush, '#191214', (i) => i.ellipse(x + 0.03, y + 0.01, 0.08 * big, 0.098 * big, 0, 0, 7))
  mark(brush, '#ffffff', (i) => {
    dot(i, x + 0.072, y - 0.06, 0.046 * big)
    dot(i, x - 0.02, y + 0.07, 0.022 * big)
  })
  const lid = look.age === 'old' || expression === 'sad' ? 0.05 : 0
  seam(brush, dark, look.gender === 'female' && look.age !== 'child' ? 0.06 : 0.045, (i) => {
    i.moveTo(x - 0.2 * big, y - 0.03 + lid)
    i.quadraticCurveTo(
      x - 0.02,
      y - 0.21 * wide * big + lid,
      x + 0.2 * big,
      y - 0.02 + (expression === 'sad' ? side * 0.03 : 0),
    )
    if (look.gender === 'female' && look.age !== 'child' && look.age !== 'old' && side > 0)
      i.lineTo(x + 0.25 * big, y - 0.09)
  })
  if (expression === 'sad') {
    mark(brush, 'rgba(180,220,245,0.9)', (i) => i.ellipse(x + 0.05, y + 0.3, 0.035, 0.06, 0, 0, 7))
  }
}

function drawBrow(
  brush: Brush,
  look: Look,
  expression: Expression,
  x: number,
  y: number,
  side: number,
): void {
  const lift = expression === 'surprised' ? -0.1 : expression === 'happy' ? -0.06 : 0
  const inner = expression === 'angry' ? 0.11 : expression === 'sad' ? -0.1 : 0
  const thick = look.gender === 'male' ? (look.age === 'old' ? 0.11 : 0.085) : 0.055
  seam(brush, look.age === 'old' ? look.hairColour : darker(look.hairColour, 0.15), thick, (i) => {
    const yIn = y - 0.29 + lift + inner
    const yOut = y - 0.25 + lift - inner * 0.4
    i.moveTo(x - side * 0.16, yIn)
    i.quadraticCurveTo(x, y - 0.36 + lift, x + side * 0.18, yOut)
  })
}

function drawMouth(brush: Brush, look: Look, expression: Expression, y: number): void {
  const x = TURN + 0.04
  const lip = look.gender === 'female' && look.age !== 'child' ? '#b8443f' : darker(look.skin, 0.5)
  if (expression === 'happy') {
    part(brush, '#7a2a2c', (i) => {
      i.moveTo(x - 0.24, y - 0.07)
      i.quadraticCurveTo(x, y + 0.02, x + 0.24, y - 0.07)
      i.quadraticCurveTo(x + 0.02, y + 0.3, x - 0.24, y - 0.07)
    })
    mark(brush, '#fdf8f0', (i) => {
      i.moveTo(x - 0.19, y - 0.045)
      i.quadraticCurveTo(x, y + 0.02, x + 0.19, y - 0.045)
      i.quadraticCurveTo(x, y + 0.08, x - 0.19, y - 0.045)
    })
    return
  }
  if (expression === 'surprised') {
    mark(brush, '#7a2a2c', (i) => i.ellipse(x, y + 0.03, 0.1, 0.13, 0, 0, 7))
    return
  }
  const bend = expression === 'sad' || expression === 'angry' ? -0.1 : 0.1
  seam(brush, lip, look.gender === 'female' ? 0.075 : 0.06, (i) => {
    i.moveTo(x - 0.17, y - bend * 0.4)
    i.quadraticCurveTo(x, y + bend, x + 0.17, y - bend * 0.4)
  })
}

function drawWrinkles(brush: Brush, skin: Hex, y: number, detail: boolean): void {
  const line = alpha(darker(skin, 0.4), 0.5)
  seam(brush, line, 0.035, (i) => {
    for (const side of [-1, 1]) {
      const x = TURN + side * EYE
      i.moveTo(x - 0.14, y + 0.24)
      i.quadraticCurveTo(x, y + 0.3, x + 0.14, y + 0.23)
    }
    if (!detail) return
    i.moveTo(TURN - 0.3, y + 0.4)
    i.quadraticCurveTo(TURN - 0.36, y + 0.52, TURN - 0.3, y + 0.64)
    i.moveTo(TURN + 0.36, y + 0.4)
    i.quadraticCurveTo(TURN + 0.42, y + 0.52, TURN + 0.36, y + 0.64)
    i.moveTo(TURN - 0.3, y - 0.5)
    i.quadraticCurveTo(TURN, y - 0.56, TURN + 0.34, y - 0.5)
  })
}

function drawGlasses(brush: Brush, y: number): void {
  const rim = '#3a332e'
  for (const side of [-1, 1]) {
    const x = TURN + side * EYE * 0.96
    mark(brush, 'rgba(220,240,250,0.25)', (i) => dot(i, x, y, 0.27))
    seam(brush, rim, 0.055, (i) => dot(i, x, y, 0.27))
  }
  seam(brush, rim, 0.055, (i) => {
    i.moveTo(TURN - 0.09, y - 0.04)
    i.quadraticCurveTo(TURN, y - 0.1, TURN + 0.09, y - 0.04)
    i.moveTo(TURN - EYE - 0.26, y - 0.04)
    i.lineTo(-0.88, y - 0.1)
  })
}

function drawRobotFace(brush: Brush, { shut, expression }: FaceMood): void {
  part(brush, '#26303c', (i) => {
    i.moveTo(-0.56, -0.3)
    i.lineTo(0.82, -0.3)
    i.quadraticCurveTo(0.96, 0.04, 0.82, 0.36)
    i.lineTo(-0.56, 0.36)
    i.quadraticCurveTo(-0.72, 0.04, -0.56, -0.3)
  })
  const glow = expression === 'angry' ? '#ff6a5a' : '#6fe8ff'
  for (const x of [-0.22, 0.48]) {
    mark(brush, alpha(glow, 0.3), (i) => dot(i, x, 0.02, 0.26))
    if (shut)
      seam(brush, glow, 0.07, (i) => {
        i.moveTo(x - 0.13, 0.02)
        i.lineTo(x + 0.13, 0.02)
      })
    else mark(brush, lighter(glow, 0.3), (i) => dot(i, x, 0.02, 0.14))
  }
  seam(brush, '#5f6f80', 0.07, (i) => {
    i.moveTo(-0.16, 0.62)
    i.lineTo(0.42, 0.62)
  })
}
