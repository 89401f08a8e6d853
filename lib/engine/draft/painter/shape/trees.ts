/** Trees and plants, cut as single sheets. All stand with their foot at x, y; `h` is their height in units. */
import { type Hex, mix } from '../colour'
import { between } from '../random'
import type { Sheet } from '../stage'
import { blob, cut, polygon } from './paper'

export type Plant = (sheet: Sheet, x: number, y: number, h: number, leaf: Hex) => void

const BARK = '#5d4030'

export const pine: Plant = (sheet, x, y, h, leaf) => {
  const { random } = sheet
  const w = h * between(random, 0.2, 0.27)
  trunk(sheet, x, y, h * 0.2, h * 0.045)
  const tiers = 5
  const jag = Array.from({ length: tiers * 2 }, () => between(random, 0.86, 1.14))
  cut(
    sheet,
    leaf,
    (ink) => {
      ink.moveTo(x, y - h)
      for (let i = 1; i <= tiers; i++) {
        const ty = y - h + (h * 0.92 * i) / tiers
        const tw = w * (i / tiers) * jag[i]!
        ink.lineTo(x + tw, ty)
        ink.lineTo(x + tw * 0.52, ty - h * 0.04)
      }
      ink.lineTo(x, y - h * 0.06)
      for (let i = tiers; i >= 1; i--) {
        const ty = y - h + (h * 0.92 * i) / tiers
        const tw = w * (i / tiers) * jag[i + tiers - 1]!
        ink.lineTo(x - tw * 0.52, ty - h * 0.04)
        ink.lineTo(x - tw, ty)
      }
      ink.closePath()
    },
    { lift: 0.34, top: y - h, bottom: y },
  )
  if (sheet.light.weather === 'snow') snowCap(sheet, x, y - h, w * 0.3, h * 0.14)
}

function snowCap(sheet: Sheet, x: number, y: number, w: number, h: number): void {
  cut(
    sheet,
    '#f2f6fb',
    (ink) =>
      polygon(ink, [
        [x, y],
        [x + w, y + h],
        [x + w * 0.3, y + h * 0.8],
        [x, y + h * 1.1],
        [x - w * 0.4, y + h * 0.8],
        [x - w, y + h],
      ]),
    { lift: 0, top: y, bottom: y + h * 2 },
  )
}

export function trunk(sheet: Sheet, x: number, y: number, h: number, w: number, bark: Hex = BARK): void {
  cut(
    sheet,
    bark,
    (ink) => {
      ink.moveTo(x - w * 0.8, y)
      ink.quadraticCurveTo(x - w * 0.4, y - h * 0.3, x - w * 0.38, y - h)
      ink.lineTo(x + w * 0.38, y - h)
      ink.quadraticCurveTo(x + w * 0.4, y - h * 0.3, x + w * 0.8, y)
      ink.closePath()
    },
    { lift: 0.2, top: y - h, bottom: y },
  )
}

/** A round crown of three overlapping sheets; petals or fruit come as dots of `dots`. */
export function roundTree(
  sheet: Sheet,
  x: number,
  y: number,
  h: number,
  leaf: Hex,
  dots: Hex | null = null,
): void {
  const { random, ink } = sheet
  trunk(sheet, x, y, h * 0.52, h * 0.055)
  branch(sheet, x, y - h * 0.36, h * 0.2, -1, h * 0.026)
  branch(sheet, x, y - h * 0.42, h * 0.18, 1, h * 0.022)
  const crown: [number, number, number][] = [
    [0, -0.7, 0.28],
    [-0.2, -0.56, 0.2],
    [0.21, -0.58, 0.21],
  ]
  crown.forEach(([dx, dy, r], i) => {
    const cx = x + dx * h
    const cy = y + dy * h
    const points = Array.from({ length: 11 }, (_, k) => {
      const a = (k / 11) * Math.PI * 2
      const rr = r * h * between(random, 0.92, 1.16)
      return [cx + Math.cos(a) * rr * 1.08, cy + Math.sin(a) * rr * 0.95] as const
    })
    cut(sheet, i === 0 ? leaf : mix(leaf, i === 1 ? '#20303a' : '#fff2c0', 0.1), (c) => blob(c, points), {
      lift: 0.42,
      top: cy - r * h,
      bottom: cy + r * h,
    })
  })
  if (dots === null) return
  ink.fillStyle = sheet.light.tone(dots, sheet.depth)
  for (let i = 0; i < 46; i++) {
    const a = random() * 7
    const r = Math.sqrt(random()) * h * 0.36
    ink.beginPath()
    ink.arc(
      x + Math.cos(a) * r,
      y - h * 0.64 + Math.sin(a) * r * 0.66,
      h * between(random, 0.008, 0.018),
      0,
      7,
    )
    ink.fill()
  }
}

export function branch(
  sheet: Sheet,
  x: number,
  y: number,
  length: number,
  side: number,
  w: number,
  bark: Hex = BARK,
): void {
  const { ink, light } = sheet
  ink.strokeStyle = light.tone(bark, sheet.depth)
  ink.lineCap = 'round'
  ink.lineWidth = w
  ink.beginPath()
  ink.moveTo(x, y)
  ink.quadraticCurveTo(x + side * length * 0.4, y - length * 0.2, x + side * length, y - length * 0.9)
  ink.stroke()
}

export const bareTree: Plant = (sheet, x, y, h) => {
  const { random } = sheet
  trunk(sheet, x, y, h * 0.7, h * 0.06, '#3d322c')
  for (let i = 0; i < 7; i++) {
    const at = y - h * between(random, 0.3, 0.68)
    const side = i % 2 ? 1 : -1
    const length = h * between(random, 0.16, 0.34)
    branch(sheet, x, at, length, side, h * 0.024, '#3d322c')
    branch(
      sheet,
      x + side * length * 0.55,
      at - length * 0.34,
      length * 0.5,
      -side * 0.5,
      h * 0.012,
      '#3d322c',
    )
  }
}

export const birch: Plant = (sheet, x, y, h, leaf) => {
  const { random, ink, light } = sheet
  trunk(sheet, x, y, h * 0.9, h * 0.034, '#e6e2d6')
  ink.fillStyle = light.tone('#3a3733', sheet.depth)
  for (let i = 0; i < 9; i++) {
    const by = y - h * between(random, 0.08, 0.7)
    ink.fillRect(x - h * 0.014 + random() * h * 0.012, by, h * 0.014, h * 0.006)
  }
  for (let i = 0; i < 4; i++) {
    const cx = x + h * between(random, -0.1, 0.1)
    const cy = y - h * (0.55 + i * 0.13)
    const r = h * between(random, 0.09, 0.13)
    const points = Array.from({ length: 9 }, (_, k) => {
      const a = (k / 9) * Math.PI * 2
      return [
        cx + Math.cos(a) * r * between(random, 0.8, 1.2),
        cy + Math.sin(a) * r * between(random, 0.8, 1.15),
      ] as const
    })
    cut(sheet, mix(leaf, '#fff2c0', random() * 0.2), (c) => blob(c, points), {
      lift: 0.3,
      top: cy - r,
      bottom: cy + r,
    })
  }
}

export const palm: Plant = (sheet, x, y, h, leaf) => {
  const { random } = sheet
  const lean = h * between(random, -0.22, 0.22)
  cut(
    sheet,
    '#86613f',
    (ink) => {
      ink.moveTo(x - h * 0.035, y)
      ink.quadraticCurveTo(x, y - h * 0.5, x + lean - h * 0.018, y - h * 0.82)
      ink.lineTo(x + lean + h * 0.018, y - h * 0.82)
      ink.quadraticCurveTo(x + h * 0.06, y - h * 0.5, x + h * 0.04, y)
      ink.closePath()
    },
    { lift: 0.3, top: y - h, bottom: y },
  )
  const tx = x + lean
  const ty = y - h * 0.82
  for (let i = 0; i < 7; i++) {
    const a = Math.PI * (0.02 + (i / 6) * 0.96)
    const ex = tx - Math.cos(a) * h * 0.36
    const ey = ty - Math.sin(a) * h * 0.2 + h * 0.13
    const mx = (tx + ex) / 2
    const my = Math.min(ty, ey) - h * 0.09
    cut(
      sheet,
      mix(leaf, '#102a20', (i % 2) * 0.2),
      (ink) => {
        ink.moveTo(tx, ty)
        ink.quadraticCurveTo(mx, my - h * 0.02, ex, ey)
        ink.quadraticCurveTo(mx, my + h * 0.07, tx, ty + h * 0.02)
        ink.closePath()
      },
      { lift: 0.25, top: my - 20, bottom: ey },
    )
  }
}
