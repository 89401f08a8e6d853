/** Plants of the lower and the thinner kind: bamboo, willow, bushes, grass, flowers. */
import { darker, type Hex, lighter, mix } from '../colour'
import { between, pick } from '../random'
import type { Sheet } from '../stage'
import { blob, cut, polygon } from './paper'
import { type Plant, trunk } from './trees'

export const bamboo: Plant = (sheet, x, y, h, leaf) => {
  const { random, ink, light } = sheet
  const w = h * 0.024
  const bend = h * between(random, -0.03, 0.03)
  const joints = 7
  for (let i = 0; i < joints; i++) {
    const a = i / joints
    const b = (i + 0.97) / joints
    const at = (t: number) => x + bend * t * t
    cut(
      sheet,
      mix(leaf, '#e8e0a0', 0.18),
      (c) =>
        polygon(c, [
          [at(a) - w, y - h * a],
          [at(b) - w * 0.9, y - h * b],
          [at(b) + w * 0.9, y - h * b],
          [at(a) + w, y - h * a],
        ]),
      { lift: 0.2, top: y - h * b, bottom: y - h * a },
    )
  }
  ink.fillStyle = light.tone(darker(leaf, 0.1), sheet.depth)
  for (let i = 0; i < 15; i++) {
    const t = between(random, 0.3, 1)
    const side = random() < 0.5 ? -1 : 1
    const lx = x + bend * t * t
    const ly = y - h * t
    const l = h * between(random, 0.06, 0.13)
    ink.beginPath()
    ink.moveTo(lx, ly)
    ink.quadraticCurveTo(lx + side * l * 0.6, ly - l * 0.1, lx + side * l, ly + l * 0.45)
    ink.quadraticCurveTo(lx + side * l * 0.4, ly + l * 0.28, lx, ly)
    ink.fill()
  }
}

export const willow: Plant = (sheet, x, y, h, leaf) => {
  const { random, ink, light } = sheet
  trunk(sheet, x, y, h * 0.6, h * 0.08)
  for (let i = 0; i < 34; i++) {
    const a = Math.PI * (i / 33)
    const sx = x - Math.cos(a) * h * 0.3
    const sy = y - h * 0.62 - Math.sin(a) * h * 0.3
    const drop = h * between(random, 0.3, 0.58)
    ink.strokeStyle = light.tone(mix(leaf, '#f0f0a0', random() * 0.25), sheet.depth)
    ink.lineWidth = h * 0.018
    ink.lineCap = 'round'
    ink.beginPath()
    ink.moveTo(x, y - h * 0.6)
    ink.quadraticCurveTo(sx, sy - h * 0.08, sx - Math.cos(a) * h * 0.08, sy + drop)
    ink.stroke()
  }
}

export const cactus: Plant = (sheet, x, y, h, leaf) => {
  cut(
    sheet,
    leaf,
    (ink) => {
      const w = h * 0.11
      ink.moveTo(x - w, y)
      ink.lineTo(x - w, y - h * 0.9)
      ink.quadraticCurveTo(x, y - h * 1.08, x + w, y - h * 0.9)
      ink.lineTo(x + w, y - h * 0.55)
      ink.lineTo(x + w * 2.1, y - h * 0.55)
      ink.lineTo(x + w * 2.1, y - h * 0.78)
      ink.quadraticCurveTo(x + w * 2.9, y - h * 0.9, x + w * 3.6, y - h * 0.78)
      ink.lineTo(x + w * 3.6, y - h * 0.5)
      ink.quadraticCurveTo(x + w * 3.4, y - h * 0.38, x + w, y - h * 0.38)
      ink.lineTo(x + w, y)
      ink.closePath()
      ink.moveTo(x - w * 0.9, y - h * 0.3)
      ink.lineTo(x - w * 2.4, y - h * 0.32)
      ink.quadraticCurveTo(x - w * 3.3, y - h * 0.36, x - w * 3.3, y - h * 0.6)
      ink.quadraticCurveTo(x - w * 2.7, y - h * 0.72, x - w * 2.1, y - h * 0.6)
      ink.lineTo(x - w * 2.1, y - h * 0.47)
      ink.lineTo(x - w * 0.9, y - h * 0.46)
      ink.closePath()
    },
    { lift: 0.3, top: y - h, bottom: y },
  )
}

export const bush: Plant = (sheet, x, y, h, leaf) => {
  const { random } = sheet
  const points = Array.from({ length: 12 }, (_, i) => {
    const a = Math.PI + (i / 11) * Math.PI
    const r = h * between(random, 0.85, 1.15)
    return [x + Math.cos(a) * r * 1.5, y + Math.sin(a) * r] as const
  })
  cut(sheet, leaf, (ink) => blob(ink, [...points, [x + h * 1.5, y + h * 0.4], [x - h * 1.5, y + h * 0.4]]), {
    lift: 0.36,
    top: y - h,
    bottom: y + h * 0.3,
  })
}

/** Blades along the lower edge: calm and dark, since subtitles stand there. */
export function grass(sheet: Sheet, blade: Hex, y: number, height: number, density: number): void {
  const { ink, random, light } = sheet
  ink.lineCap = 'round'
  const sparse = light.style.edge === 'ink' ? 0.35 : light.style.edge === 'wash' ? 0.6 : 1
  const count = Math.round(((sheet.right - sheet.left) / 1000) * 130 * density * sparse)
  for (let i = 0; i < count; i++) {
    const x = sheet.left + random() * (sheet.right - sheet.left)
    const l = height * between(random, 0.4, 1.2)
    ink.strokeStyle = light.tone(mix(blade, random() < 0.5 ? '#0b1512' : '#b8c070', random() * 0.2), 1)
    ink.lineWidth = between(random, 2.5, 6.5)
    ink.beginPath()
    ink.moveTo(x, y)
    ink.quadraticCurveTo(x + between(random, -12, 12), y - l * 0.6, x + between(random, -34, 34), y - l)
    ink.stroke()
  }
}

export function flowers(
  sheet: Sheet,
  y: (x: number) => number,
  count: number,
  colours: readonly Hex[],
  size: number,
): void {
  const { ink, random, light } = sheet
  for (let i = 0; i < count; i++) {
    const x = sheet.left + random() * (sheet.right - sheet.left)
    const foot = y(x) + random() * 46
    const h = size * between(random, 1.6, 3.4)
    ink.strokeStyle = light.tone('#4f7a44', 0.9)
    ink.lineWidth = size * 0.18
    ink.beginPath()
    ink.moveTo(x, foot)
    ink.lineTo(x + between(random, -4, 4), foot - h)
    ink.stroke()
    const colour = pick(random, colours)
    ink.fillStyle = light.tone(colour, 0.9)
    for (let k = 0; k < 5; k++) {
      const a = (k / 5) * Math.PI * 2 + random()
      ink.beginPath()
      ink.arc(x + Math.cos(a) * size * 0.42, foot - h + Math.sin(a) * size * 0.42, size * 0.36, 0, 7)
      ink.fill()
    }
    ink.fillStyle = light.tone(lighter('#f2c64f', 0.1), 0.9)
    ink.beginPath()
    ink.arc(x, foot - h, size * 0.27, 0, 7)
    ink.fill()
  }
}
