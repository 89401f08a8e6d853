/** Monuments in paper: lighthouse, castle, pagoda, ruins. Foot in the middle at x, y. */
import { alpha, type Hex, lighter, mix } from '../colour'
import { between } from '../random'
import type { Sheet } from '../stage'
import { lampsLit } from '../style/light'
import { block, pane } from './buildings'
import { cut, halo, polygon } from './paper'

export function lighthouse(sheet: Sheet, x: number, y: number, h: number): { x: number; y: number } {
  const w = h * 0.125
  const rings = 7
  const red = '#c4503c'
  for (let i = 0; i < rings; i++) {
    const a = i / rings
    const b = (i + 1.02) / rings
    const wa = w * (1 - 0.36 * a)
    const wb = w * (1 - 0.36 * b)
    const trace = [
      [x - wa, y - h * 0.82 * a + 4],
      [x + wa, y - h * 0.82 * a + 4],
      [x + wb, y - h * 0.82 * b],
      [x - wb, y - h * 0.82 * b],
    ] as const
    cut(sheet, i % 2 ? red : '#efe7d6', (ink) => polygon(ink, trace), { lift: 0.3, top: y - h, bottom: y })
  }
  block(sheet, '#5a4a3c', x - w * 0.16, y - h * 0.1, w * 0.32, h * 0.1, 0.1)
  const top = y - h * 0.82
  block(sheet, '#3a4250', x - w * 0.92, top - h * 0.02, w * 1.84, h * 0.03, 0.4)
  const lamp = { x, y: top - h * 0.075 }
  const lit = lampsLit(sheet.light) || sheet.light.time === 'dawn'
  sheet.ink.fillStyle = sheet.light.style.grade(lit ? '#fff0b0' : '#bfdbe6')
  sheet.ink.fillRect(x - w * 0.46, top - h * 0.13, w * 0.92, h * 0.115)
  sheet.ink.fillStyle = sheet.light.tone('#3a4250', sheet.depth)
  for (const dx of [-0.46, -0.1, 0.28]) sheet.ink.fillRect(x + w * dx, top - h * 0.13, w * 0.08, h * 0.115)
  cut(
    sheet,
    red,
    (ink) => {
      ink.moveTo(x - w * 0.66, top - h * 0.125)
      ink.quadraticCurveTo(x, top - h * 0.24, x + w * 0.66, top - h * 0.125)
      ink.closePath()
    },
    { lift: 0.3, top: top - h * 0.2, bottom: top - h * 0.12 },
  )
  if (lit) beams(sheet, lamp.x, lamp.y, h)
  return lamp
}

function beams(sheet: Sheet, x: number, y: number, h: number): void {
  const { ink, light, W } = sheet
  ink.save()
  ink.globalCompositeOperation = 'lighter'
  const reach = W * 0.75
  for (const [side, rise] of [
    [-1, -0.06],
    [1, 0.1],
  ] as const) {
    const fall = ink.createLinearGradient(x, y, x + side * reach, y)
    fall.addColorStop(0, alpha(light.glow, 0.62))
    fall.addColorStop(1, alpha(light.glow, 0))
    ink.fillStyle = fall
    ink.beginPath()
    ink.moveTo(x, y - h * 0.02)
    ink.lineTo(x + side * reach, y + rise * reach - h * 0.19)
    ink.lineTo(x + side * reach, y + rise * reach + h * 0.19)
    ink.lineTo(x, y + h * 0.02)
    ink.fill()
  }
  halo(ink, x, y, h * 0.3, light.glow, 0.9)
  ink.restore()
}

/** Towers of several heights with pointed roofs and a wall between. */
export function castle(sheet: Sheet, x: number, y: number, h: number): void {
  const { random, light } = sheet
  const stone = '#9a948c'
  const w = h * 1.15
  const lit = lampsLit(light)
  const turret = (tx: number, tw: number, th: number, stoneColour: Hex) => {
    block(sheet, stoneColour, tx - tw / 2, y - th, tw, th + 10, 0.5)
    battlement(sheet, stoneColour, tx - tw * 0.62, y - th - tw * 0.2, tw * 1.24, tw * 0.26)
    cut(
      sheet,
      '#7f3a44',
      (ink) =>
        polygon(ink, [
          [tx - tw * 0.66, y - th - tw * 0.16],
          [tx, y - th - tw * 1.5],
          [tx + tw * 0.66, y - th - tw * 0.16],
        ]),
      { lift: 0.4, top: y - th - tw * 1.5, bottom: y - th },
    )
    cut(
      sheet,
      '#c4503c',
      (ink) =>
        polygon(ink, [
          [tx, y - th - tw * 1.5],
          [tx, y - th - tw * 1.86],
          [tx + tw * 0.5, y - th - tw * 1.7],
          [tx, y - th - tw * 1.56],
        ]),
      { lift: 0.1, top: y - th - tw * 2, bottom: y - th - tw },
    )
    pane(sheet, tx - tw * 0.1, y - th * 0.8, tw * 0.2, tw * 0.4, lit)
  }
  turret(x - w * 0.13, w * 0.15, h * 0.76, mix(stone, '#6f7480', 0.3))
  turret(x + w * 0.16, w * 0.13, h * 0.64, mix(stone, '#6f7480', 0.3))
  block(sheet, stone, x - w * 0.4, y - h * 0.36, w * 0.8, h * 0.38, 0.6)
  battlement(sheet, stone, x - w * 0.41, y - h * 0.4, w * 0.82, h * 0.06)
  turret(x - w * 0.42, w * 0.16, h * 0.5, stone)
  turret(x + w * 0.42, w * 0.16, h * 0.46, stone)
  cut(
    sheet,
    '#4a3a32',
    (ink) => {
      ink.moveTo(x - w * 0.075, y + 8)
      ink.lineTo(x - w * 0.075, y - h * 0.13)
      ink.quadraticCurveTo(x, y - h * 0.26, x + w * 0.075, y - h * 0.13)
      ink.lineTo(x + w * 0.075, y + 8)
      ink.closePath()
    },
    { lift: 0.2, top: y - h * 0.2, bottom: y },
  )
  for (let i = 0; i < 4; i++)
    pane(sheet, x + w * (-0.28 + i * 0.165), y - h * 0.3, w * 0.03, h * 0.06, lit && random() < 0.8)
}

function battlement(sheet: Sheet, colour: Hex, x: number, y: number, w: number, h: number): void {
  const teeth = Math.max(3, Math.round(w / (h * 0.9)) | 1)
  const step = w / teeth
  cut(
    sheet,
    lighter(colour, 0.06),
    (ink) => {
      ink.moveTo(x, y + h)
      for (let i = 0; i < teeth; i++) {
        const ty = i % 2 ? y + h * 0.5 : y
        ink.lineTo(x + i * step, ty)
        ink.lineTo(x + (i + 1) * step, ty)
      }
      ink.lineTo(x + w, y + h)
      ink.closePath()
    },
    { lift: 0.2, top: y, bottom: y + h },
  )
}

/** Chinese halls and towers: storeys under swept roofs. */
export function pagoda(sheet: Sheet, x: number, y: number, h: number, storeys: number, wide: number): void {
  const { light } = sheet
  const lit = lampsLit(light)
  const each = h / (storeys + 0.4)
  for (let s = 0; s < storeys; s++) {
    const w = wide * (1 - s * (storeys > 2 ? 0.13 : 0.28))
    const top = y - each * (s + 1)
    block(sheet, '#a8503c', x - w * 0.36, top + each * 0.34, w * 0.72, each * 0.68, 0.3)
    const cols = Math.max(3, Math.round(w / 70))
    for (let c = 0; c < cols; c++) {
      const cx = x - w * 0.3 + (w * 0.6 * (c + 0.5)) / cols
      pane(sheet, cx - w * 0.03, top + each * 0.5, w * 0.06, each * 0.32, lit)
    }
    cut(
      sheet,
      '#3f5a5f',
      (ink) => {
        ink.moveTo(x - w * 0.58, top + each * 0.3)
        ink.quadraticCurveTo(x - w * 0.42, top + each * 0.34, x - w * 0.22, top)
        ink.lineTo(x + w * 0.22, top)
        ink.quadraticCurveTo(x + w * 0.42, top + each * 0.34, x + w * 0.58, top + each * 0.3)
        ink.quadraticCurveTo(x + w * 0.5, top + each * 0.46, x + w * 0.4, top + each * 0.48)
        ink.lineTo(x - w * 0.4, top + each * 0.48)
        ink.quadraticCurveTo(x - w * 0.5, top + each * 0.46, x - w * 0.58, top + each * 0.3)
      },
      { lift: 0.5, top, bottom: top + each * 0.5 },
    )
  }
  const peak = y - each * storeys
  cut(
    sheet,
    '#d9a63c',
    (ink) =>
      polygon(ink, [
        [x - 5, peak + 2],
        [x, peak - each * 0.4],
        [x + 5, peak + 2],
      ]),
    { lift: 0.2, top: peak - each * 0.4, bottom: peak },
  )
}

/** A broken wall with window holes and a ragged top. */
export function ruin(sheet: Sheet, x: number, y: number, w: number, h: number, colour: Hex): void {
  const { random } = sheet
  const steps = 7
  const tops = Array.from(
    { length: steps + 1 },
    (_, i) => y - h * (0.5 + 0.5 * random() * (1 - Math.abs(i / steps - 0.4))),
  )
  cut(
    sheet,
    colour,
    (ink) => {
      ink.moveTo(x, y + 12)
      tops.forEach((ty, i) => {
        ink.lineTo(x + (w * i) / steps, ty)
        ink.lineTo(x + (w * (i + 0.6)) / steps, ty + between(random, -8, 14))
      })
      ink.lineTo(x + w, y + 12)
      ink.closePath()
      // Holes run the other way round.
      for (let i = 0; i < 3; i++) {
        const hx = x + w * (0.16 + i * 0.27)
        const hy = y - h * 0.36
        const hw = w * 0.13
        ink.moveTo(hx, hy + h * 0.2)
        ink.lineTo(hx + hw, hy + h * 0.2)
        ink.lineTo(hx + hw, hy)
        ink.quadraticCurveTo(hx + hw / 2, hy - hw * 0.8, hx, hy)
        ink.closePath()
      }
    },
    { lift: 0.6, top: y - h, bottom: y },
  )
}

export function column(
  sheet: Sheet,
  x: number,
  y: number,
  w: number,
  h: number,
  colour: Hex,
  broken = false,
): void {
  cut(
    sheet,
    colour,
    (ink) => {
      ink.moveTo(x - w * 0.5, y)
      ink.lineTo(x - w * 0.42, y - h)
      if (broken) {
        ink.lineTo(x - w * 0.1, y - h - w * 0.4)
        ink.lineTo(x + w * 0.16, y - h + w * 0.2)
      }
      ink.lineTo(x + w * 0.42, y - h)
      ink.lineTo(x + w * 0.5, y)
      ink.closePath()
    },
    { lift: 0.4, top: y - h, bottom: y },
  )
  block(sheet, lighter(colour, 0.08), x - w * 0.7, y - w * 0.24, w * 1.4, w * 0.26, 0.2)
  if (!broken) block(sheet, lighter(colour, 0.08), x - w * 0.68, y - h - w * 0.2, w * 1.36, w * 0.3, 0.3)
}
