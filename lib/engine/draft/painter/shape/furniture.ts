/** Furniture in paper, standing at x on the floor line y unless it hangs. */
import { alpha, darker, type Hex, lighter } from '../colour'
import { between, pick } from '../random'
import type { Sheet } from '../stage'
import { cut, halo, polygon } from './paper'

export function box(sheet: Sheet, colour: Hex, x: number, y: number, w: number, h: number, lift = 0.4): void {
  cut(sheet, colour, (ink) => ink.rect(x, y, w, h), { lift, top: y, bottom: y + h })
}

export function bookshelf(sheet: Sheet, x: number, y: number, w: number, h: number): void {
  const { ink, random, light } = sheet
  box(sheet, '#6b4a32', x, y - h, w, h, 0.6)
  const rows = Math.max(2, Math.round(h / 92))
  const each = (h - 16) / rows
  for (let r = 0; r < rows; r++) {
    const top = y - h + 10 + r * each
    ink.fillStyle = light.tone('#3d2a1c', sheet.depth)
    ink.fillRect(x + 9, top, w - 18, each - 9)
    for (let bx = x + 12; bx < x + w - 22; ) {
      const bw = between(random, 9, 19)
      const bh = (each - 12) * between(random, 0.62, 0.96)
      if (random() < 0.9) {
        ink.fillStyle = light.tone(
          pick(random, ['#a8503f', '#4f6f8f', '#c79a4a', '#5f7f5a', '#7a5a7f', '#d9c9a8', '#3f4f5f']),
          sheet.depth,
        )
        ink.fillRect(bx, top + each - 9 - bh, bw - 1.6, bh)
        ink.fillStyle = 'rgba(255,240,200,0.35)'
        ink.fillRect(bx + 1.6, top + each - 9 - bh * 0.8, bw - 5, 2.4)
      }
      bx += bw
    }
  }
}

export function fireplace(sheet: Sheet, x: number, y: number, w: number, h: number): void {
  box(sheet, '#9a8474', x - w / 2, y - h, w, h, 0.6)
  box(sheet, '#7a5a42', x - w * 0.58, y - h - 20, w * 1.16, 26, 0.5)
  cut(
    sheet,
    '#2a1c18',
    (i) => {
      i.moveTo(x - w * 0.3, y)
      i.lineTo(x - w * 0.3, y - h * 0.48)
      i.quadraticCurveTo(x, y - h * 0.8, x + w * 0.3, y - h * 0.48)
      i.lineTo(x + w * 0.3, y)
      i.closePath()
    },
    { lift: 0.1, top: y - h * 0.7, bottom: y },
  )
  const { ink } = sheet
  halo(ink, x, y - h * 0.2, w * 1.1, '#ff9a3c', 0.55)
  for (const [dx, s, c] of [
    [-0.1, 0.8, '#e8602c'],
    [0.1, 0.9, '#f0882e'],
    [0, 1.2, '#f7a63c'],
    [0.02, 0.7, '#ffe08a'],
  ] as const) {
    ink.fillStyle = sheet.light.style.grade(c)
    ink.beginPath()
    const fx = x + dx * w
    const fh = h * 0.4 * s
    ink.moveTo(fx - w * 0.1 * s, y - 6)
    ink.bezierCurveTo(fx - w * 0.16 * s, y - fh * 0.5, fx + w * 0.02, y - fh * 0.6, fx, y - fh)
    ink.bezierCurveTo(
      fx + w * 0.13 * s,
      y - fh * 0.5,
      fx + w * 0.14 * s,
      y - fh * 0.3,
      fx + w * 0.1 * s,
      y - 6,
    )
    ink.fill()
  }
  for (const dx of [-0.14, 0.12]) box(sheet, '#5a3c28', x + dx * w - w * 0.14, y - 15, w * 0.28, 15, 0.2)
}

export function armchair(sheet: Sheet, x: number, y: number, s: number, colour: Hex): void {
  cut(
    sheet,
    colour,
    (i) => {
      i.moveTo(x - s * 0.5, y - s * 0.06)
      i.lineTo(x - s * 0.46, y - s * 0.95)
      i.quadraticCurveTo(x, y - s * 1.2, x + s * 0.46, y - s * 0.95)
      i.lineTo(x + s * 0.5, y - s * 0.06)
      i.closePath()
    },
    { lift: 0.5, top: y - s, bottom: y },
  )
  cut(sheet, lighter(colour, 0.12), (i) => i.rect(x - s * 0.42, y - s * 0.44, s * 0.84, s * 0.34), {
    lift: 0.3,
    top: y - s * 0.44,
    bottom: y,
  })
  for (const d of [-1, 1])
    cut(
      sheet,
      darker(colour, 0.08),
      (i) => i.ellipse(x + d * s * 0.5, y - s * 0.36, s * 0.13, s * 0.3, 0, 0, 7),
      { lift: 0.4, top: y - s * 0.6, bottom: y },
    )
}

export function table(sheet: Sheet, x: number, y: number, w: number, h: number, colour: Hex): void {
  for (const d of [-0.42, 0.36]) box(sheet, darker(colour, 0.25), x + d * w, y - h, w * 0.06, h, 0.2)
  box(sheet, colour, x - w / 2, y - h, w, 20, 0.6)
}

export function bed(sheet: Sheet, x: number, y: number, w: number, h: number, cover: Hex): void {
  box(sheet, '#7a5236', x - w / 2, y - h * 1.15, 22, h * 1.15, 0.5)
  box(sheet, '#7a5236', x + w / 2 - 20, y - h * 0.75, 20, h * 0.75, 0.5)
  box(sheet, '#efe6d2', x - w / 2 + 14, y - h * 0.62, w - 28, h * 0.4, 0.3)
  cut(sheet, '#fbf7ee', (i) => i.ellipse(x - w * 0.33, y - h * 0.66, w * 0.12, h * 0.13, -0.1, 0, 7), {
    lift: 0.4,
    top: y - h * 0.8,
    bottom: y - h * 0.5,
  })
  cut(
    sheet,
    cover,
    (i) => {
      i.moveTo(x - w * 0.18, y - h * 0.66)
      i.quadraticCurveTo(x + w * 0.1, y - h * 0.84, x + w / 2 - 16, y - h * 0.64)
      i.lineTo(x + w / 2 - 16, y - h * 0.12)
      i.lineTo(x - w * 0.22, y - h * 0.12)
      i.closePath()
    },
    { lift: 0.4, top: y - h * 0.8, bottom: y },
  )
  for (let i = 0; i < 4; i++)
    box(sheet, lighter(cover, 0.3), x - w * 0.16 + i * w * 0.16, y - h * 0.5, w * 0.07, h * 0.12, 0)
}

export function picture(sheet: Sheet, x: number, y: number, w: number, h: number): void {
  const { ink, light, random } = sheet
  box(sheet, '#8a6436', x, y, w, h, 0.5)
  ink.fillStyle = light.tone(pick(random, ['#a9c4cf', '#cfc4a0', '#b5a9c4']), sheet.depth)
  ink.fillRect(x + 9, y + 9, w - 18, h - 18)
  ink.fillStyle = light.tone(pick(random, ['#5f8f6a', '#8a6f5a']), sheet.depth)
  ink.beginPath()
  ink.moveTo(x + 9, y + h - 9)
  ink.lineTo(x + w * 0.4, y + h * 0.4)
  ink.lineTo(x + w * 0.6, y + h * 0.62)
  ink.lineTo(x + w * 0.74, y + h * 0.5)
  ink.lineTo(x + w - 9, y + h - 9)
  ink.fill()
}

export function shelf(
  sheet: Sheet,
  x: number,
  y: number,
  w: number,
  kind: 'jars' | 'bottles' | 'flasks',
): void {
  const { ink, random, light } = sheet
  for (let i = x + 14; i < x + w - 24; ) {
    const jw = between(random, 18, 32)
    const jh = between(random, 28, 60) * (kind === 'bottles' ? 1.25 : 1)
    const tone =
      kind === 'jars'
        ? pick(random, ['#c98a4a', '#d9c9a8', '#8fa86a', '#b5604a'])
        : kind === 'bottles'
          ? pick(random, ['#4f7a4a', '#8a4a32', '#c79a4a', '#3f5f6f'])
          : pick(random, ['#5fc0b0', '#a96fd0', '#e0a83e', '#6fa8e0'])
    if (kind === 'flasks') {
      halo(ink, i + jw / 2, y - jh * 0.3, jw * 1.4, tone, 0.3)
      cut(
        sheet,
        tone,
        (c) =>
          polygon(c, [
            [i + jw * 0.36, y - jh],
            [i + jw * 0.64, y - jh],
            [i + jw * 0.64, y - jh * 0.6],
            [i + jw, y],
            [i, y],
            [i + jw * 0.36, y - jh * 0.6],
          ]),
        { lift: 0.2, top: y - jh, bottom: y },
      )
    } else {
      ink.fillStyle = light.tone(tone, sheet.depth)
      ink.fillRect(i, y - jh * 0.78, jw, jh * 0.78)
      if (kind === 'bottles') ink.fillRect(i + jw * 0.34, y - jh * 1.1, jw * 0.32, jh * 0.4)
      else {
        ink.fillStyle = light.tone('#6b4a32', sheet.depth)
        ink.fillRect(i - 1, y - jh * 0.88, jw + 2, jh * 0.14)
      }
    }
    i += jw + between(random, 5, 16)
  }
  box(sheet, '#7a5236', x, y, w, 14, 0.5)
}

export function barrel(sheet: Sheet, x: number, y: number, s: number): void {
  cut(
    sheet,
    '#8a5f3c',
    (i) => {
      i.moveTo(x - s * 0.36, y)
      i.quadraticCurveTo(x - s * 0.52, y - s * 0.55, x - s * 0.36, y - s * 1.1)
      i.lineTo(x + s * 0.36, y - s * 1.1)
      i.quadraticCurveTo(x + s * 0.52, y - s * 0.55, x + s * 0.36, y)
      i.closePath()
    },
    { lift: 0.5, top: y - s, bottom: y },
  )
  const { ink, light } = sheet
  ink.strokeStyle = alpha(light.tone('#4a4a4e', sheet.depth), 0.9)
  ink.lineWidth = s * 0.06
  for (const t of [0.22, 0.86]) {
    ink.beginPath()
    ink.moveTo(x - s * 0.42, y - s * t)
    ink.quadraticCurveTo(x, y - s * t + s * 0.05, x + s * 0.42, y - s * t)
    ink.stroke()
  }
}
