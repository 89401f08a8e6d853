/** Buildings in paper: houses, towers, castles, pagodas, ruins. Foot in the middle at x, y. */
import { alpha, darker, type Hex, mix } from '../colour'
import { between, pick } from '../random'
import type { Sheet } from '../stage'
import { lampsLit } from '../style/light'
import { cut, halo, polygon } from './paper'

const rect = (x: number, y: number, w: number, h: number) =>
  [
    [x, y],
    [x + w, y],
    [x + w, y + h],
    [x, y + h],
  ] as const

export function block(
  sheet: Sheet,
  colour: Hex,
  x: number,
  y: number,
  w: number,
  h: number,
  lift = 0.5,
): void {
  cut(sheet, colour, (ink) => polygon(ink, rect(x, y, w, h)), { lift, top: y, bottom: y + h })
}

/** A window: lit in the evening, else dark glass. */
export function pane(sheet: Sheet, x: number, y: number, w: number, h: number, lit: boolean): void {
  const { ink, light } = sheet
  if (lit) {
    halo(
      ink,
      x + w / 2,
      y + h / 2,
      Math.max(w, h) * 1.7,
      light.style.id === 'noir' ? '#ffffff' : '#ffd67a',
      0.4,
    )
    ink.fillStyle = light.style.grade(mix('#ffdf8a', light.glow, 0.3))
  } else {
    ink.fillStyle = light.tone('#4a6478', sheet.depth)
  }
  ink.fillRect(x, y, w, h)
}

export function house(sheet: Sheet, x: number, y: number, h: number): void {
  const { random, light } = sheet
  const w = h * between(random, 0.85, 1.2)
  const wall = pick(random, ['#e9dcc2', '#dcc6a0', '#c9b8a0', '#e3cfae', '#d6d0c0'])
  const roof = pick(random, ['#b5543a', '#8a4a3a', '#6f5a4a', '#a8683a', '#5f6f80'])
  const bodyH = h * 0.56
  block(sheet, darker(roof, 0.3), x + w * 0.2, y - h * 1.02, w * 0.12, h * 0.34, 0.2)
  block(sheet, wall, x - w / 2, y - bodyH, w, bodyH + 6)
  cut(
    sheet,
    roof,
    (ink) =>
      polygon(ink, [
        [x - w * 0.6, y - bodyH + 4],
        [x - w * 0.34, y - h * 0.98],
        [x + w * 0.34, y - h * 0.98],
        [x + w * 0.6, y - bodyH + 4],
      ]),
    { lift: 0.5, top: y - h, bottom: y - bodyH },
  )
  const lit = lampsLit(light)
  const win = w * 0.17
  for (const dx of [-0.3, 0.14])
    pane(sheet, x + w * dx, y - bodyH * 0.74, win, win * 1.15, lit && random() < 0.85)
  block(sheet, darker(wall, 0.62), x - w * 0.09, y - bodyH * 0.52, w * 0.17, bodyH * 0.54, 0.1)
  if (light.weather === 'snow') {
    cut(
      sheet,
      '#f4f8fb',
      (ink) =>
        polygon(ink, [
          [x - w * 0.6, y - bodyH + 4],
          [x - w * 0.36, y - h],
          [x + w * 0.36, y - h],
          [x + w * 0.6, y - bodyH + 4],
          [x + w * 0.4, y - bodyH - h * 0.1],
          [x, y - bodyH - h * 0.06],
          [x - w * 0.4, y - bodyH - h * 0.12],
        ]),
      { lift: 0.2, top: y - h, bottom: y - bodyH },
    )
  }
}

/** A tall block with rows of windows; neon styles hang signs on it. */
export function tower(sheet: Sheet, x: number, y: number, w: number, h: number, colour: Hex): void {
  const { ink, random, light } = sheet
  block(sheet, colour, x, y - h, w, h + 40, 0.6)
  if (random() < 0.4) block(sheet, darker(colour, 0.1), x + w * 0.3, y - h - 26, w * 0.3, 28, 0.2)
  const lit = lampsLit(light)
  const neon = light.style.edge === 'neon'
  const cell = Math.max(17, w / Math.max(3, Math.round(w / 26)))
  for (let wy = y - h + 16; wy < y - 8; wy += 27) {
    for (let wx = x + 9; wx < x + w - 12; wx += cell) {
      const on = lit && random() < (neon ? 0.42 : 0.36)
      if (!on && random() < 0.3) continue
      ink.fillStyle = on
        ? alpha(
            light.style.grade(neon ? pick(random, ['#6ff2ff', '#ff7fd0', '#ffe08a', '#9fb4ff']) : '#ffdc8f'),
            0.55 + random() * 0.45,
          )
        : light.tone(mix(colour, lit ? '#0b1020' : '#e6f0f6', 0.35), sheet.depth)
      ink.fillRect(wx, wy, cell * 0.52, 14)
    }
  }
  if (neon && random() < 0.75)
    neonSign(
      sheet,
      x + w * between(random, 0.1, 0.7),
      y - h * between(random, 0.45, 0.85),
      between(random, 16, 30),
      h * between(random, 0.14, 0.3),
    )
}

/** A glowing board with strokes that are no letters of any script. */
export function neonSign(sheet: Sheet, x: number, y: number, w: number, h: number): void {
  const { ink, random, frame } = sheet
  const colour = pick(random, ['#ff4fa8', '#3fe9ff', '#ffd24a', '#8f6bff', '#5dffb0'])
  ink.save()
  ink.fillStyle = 'rgba(8,8,28,0.85)'
  ink.fillRect(x, y, w, h)
  ink.shadowColor = colour
  ink.shadowBlur = 26 * frame.k
  ink.strokeStyle = colour
  ink.lineWidth = 3
  ink.beginPath()
  ink.rect(x, y, w, h)
  ink.stroke()
  ink.lineWidth = 2.6
  for (let sy = y + w * 0.5; sy < y + h - w * 0.3; sy += w * 0.8) {
    ink.beginPath()
    const kind = Math.floor(random() * 3)
    if (kind === 0) ink.arc(x + w / 2, sy, w * 0.22, 0, 6.3)
    else if (kind === 1) ink.rect(x + w * 0.28, sy - w * 0.2, w * 0.44, w * 0.4)
    else {
      ink.moveTo(x + w * 0.24, sy)
      ink.lineTo(x + w * 0.76, sy)
      ink.moveTo(x + w * 0.5, sy - w * 0.24)
      ink.lineTo(x + w * 0.5, sy + w * 0.24)
    }
    ink.stroke()
  }
  ink.restore()
}

/** A market stall under a striped awning. */
export function stall(sheet: Sheet, x: number, y: number, w: number, h: number, stripe: Hex): void {
  const { ink, random, light } = sheet
  block(sheet, '#6f4f36', x - w * 0.46, y - h * 0.86, w * 0.04, h * 0.86, 0.1)
  block(sheet, '#6f4f36', x + w * 0.42, y - h * 0.86, w * 0.04, h * 0.86, 0.1)
  block(sheet, '#a87a4c', x - w * 0.48, y - h * 0.36, w * 0.96, h * 0.38, 0.4)
  for (let i = 0; i < 13; i++) {
    ink.fillStyle = light.tone(
      pick(random, ['#d9503c', '#e8a33a', '#7fae4a', '#e8d26a', '#b5566f', '#c97a3a']),
      sheet.depth,
    )
    ink.beginPath()
    ink.arc(x - w * 0.42 + (i / 12) * w * 0.84, y - h * 0.38 - (i % 2) * 5, h * 0.045, 0, 7)
    ink.fill()
  }
  const n = 7
  for (let i = 0; i < n; i++) {
    const a = x - w * 0.56 + (w * 1.12 * i) / n
    const b = a + (w * 1.12) / n
    const ta = x - w * 0.44 + (w * 0.88 * i) / n
    const tb = ta + (w * 0.88) / n
    cut(
      sheet,
      i % 2 ? '#f2ead8' : stripe,
      (c) => {
        c.moveTo(ta, y - h)
        c.lineTo(tb, y - h)
        c.lineTo(b, y - h * 0.76)
        c.quadraticCurveTo((a + b) / 2, y - h * 0.64, a, y - h * 0.76)
        c.closePath()
      },
      { lift: 0.3, top: y - h, bottom: y - h * 0.7 },
    )
  }
}
