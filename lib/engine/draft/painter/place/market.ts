/** Village and market. */
import { alpha } from '../colour'
import { between, pick } from '../random'
import { house, stall } from '../shape/buildings'
import { hills, lay } from '../shape/land'
import { cut, halo, polygon } from '../shape/paper'
import { roundTree } from '../shape/trees'
import { lampsLit } from '../style/light'
import type { Backdrop } from './backdrop'
import { AUTUMN, farLand, fringe, ground, landColours, SNOW } from './land'

export function paintVillage(b: Backdrop): void {
  const { stage, horizon, reading } = b
  const { random } = stage
  const colours = landColours(b)
  farLand(b, colours, reading.beyond === 'mountain' || random() < 0.4 ? 'peaks' : 'hills')
  const trees = colours === SNOW ? '#6f8f88' : colours === AUTUMN ? '#d98a3a' : '#5f9a50'
  for (const [depth, drop, size, count] of [
    [0.34, 22, 100, 8],
    [0.48, 82, 158, 5],
  ] as const) {
    stage.add(depth, (sheet) => {
      const y = hills(sheet, horizon + drop, 22, 2.4, 2)
      const many = Math.max(2, Math.round((count * sheet.W) / 1778))
      lay(sheet, colours.mid, y)
      for (let i = 0; i < many; i++) {
        const x = sheet.left + ((i + between(random, 0.2, 0.8)) / many) * (sheet.right - sheet.left)
        if (random() < 0.3) roundTree(sheet, x, y(x) + 12, size * 1.15, trees)
        else house(sheet, x, y(x) + 14, between(random, size * 0.85, size * 1.2))
      }
      if (depth > 0.4) b.back({ depth, y: (x) => y(x) + 14 })
    })
  }
  ground(b, colours, Math.max(155, stage.frame.H * 0.735 - horizon), 16)
  fringe(b, colours)
}

export function paintMarket(b: Backdrop): void {
  const { stage, horizon } = b
  const { random } = stage
  stage.add(0.24, (sheet) => {
    for (let x = sheet.left - 20; x < sheet.right; ) {
      const h = between(random, 190, 290)
      house(sheet, x + h * 0.5, horizon + 60, h)
      x += h * 0.94
    }
    lay(sheet, '#b09a7c', () => horizon + 54, 0.4)
    b.back({ depth: 0.24, y: () => horizon + 60 })
  })
  bunting(b)
  stage.add(0.5, (sheet) => {
    lay(sheet, '#c2a880', () => horizon + 104, 0.5)
    const many = Math.max(2, Math.round((5 * sheet.W) / 1778))
    for (let i = 0; i < many; i++) {
      const x = ((i + 0.5) / many) * sheet.W * 1.1 - sheet.W * 0.05
      stall(
        sheet,
        x,
        horizon + 132,
        between(random, 250, 300),
        between(random, 200, 240),
        pick(random, ['#c4503c', '#3f7a9a', '#d99a3c', '#5f8f4a', '#8a5a94']),
      )
    }
  })
  const top = Math.max(horizon + 160, stage.frame.H * 0.745)
  stage.add(0.72, (sheet) => {
    lay(sheet, '#b89a70', () => top, 0.9)
    const { ink, light } = sheet
    ink.strokeStyle = alpha(light.tone('#7f6644', 0.9), 0.4)
    ink.lineWidth = 3
    for (let y = top + 26, row = 0; y < sheet.bottom; y += 30 + row * 7, row++) {
      for (let x = sheet.left + (row % 2) * 40; x < sheet.right; x += 84 + row * 12) {
        ink.beginPath()
        ink.ellipse(x, y, 30 + row * 4, 9 + row * 1.6, 0, 0, 7)
        ink.stroke()
      }
    }
    b.front({ depth: 0.72, y: () => top + 10 })
  })
}

/** Flags or, in the evening, lanterns on strings across the street. */
function bunting(b: Backdrop): void {
  const { stage, horizon } = b
  const { random } = stage
  const lit = lampsLit(stage.light)
  stage.add(
    0.4,
    (sheet) => {
      const { ink, light } = sheet
      for (let line = 0; line < 3; line++) {
        const y = horizon * (0.3 + line * 0.14)
        ink.strokeStyle = light.tone('#5f4a3a', 0.6)
        ink.lineWidth = 2.5
        ink.beginPath()
        ink.moveTo(sheet.left, y)
        ink.quadraticCurveTo(sheet.W / 2, y + 70, sheet.right, y - 10)
        ink.stroke()
        for (let i = 1; i < 15; i++) {
          const t = i / 15
          const x = sheet.left + t * (sheet.right - sheet.left)
          const fy = y + 140 * t * (1 - t) - 10 * t * t
          if (lit) {
            halo(ink, x, fy + 20, 52, '#ff9a4a', 0.5)
            cut(sheet, '#d9432f', (c) => c.ellipse(x, fy + 20, 15, 17, 0, 0, 7), {
              lift: 0.2,
              top: fy,
              bottom: fy + 40,
              raw: true,
            })
          } else {
            cut(
              sheet,
              pick(random, ['#d9503c', '#e8b23a', '#4f8fae', '#7fae4a', '#f2ead8']),
              (c) =>
                polygon(c, [
                  [x - 15, fy],
                  [x + 15, fy],
                  [x, fy + 34],
                ]),
              { lift: 0.15, top: fy, bottom: fy + 34 },
            )
          }
        }
      }
    },
    { rate: 1, phase: 0, swayX: 4, swayY: 3 },
  )
}
