/** Heritage: castle and temple. */
import { between, pick } from '../random'
import { hills, lay, peaks } from '../shape/land'
import { castle, column, pagoda } from '../shape/monuments'
import { mistBands } from '../shape/sky'
import { pine, roundTree } from '../shape/trees'
import type { Backdrop } from './backdrop'
import { farLand, fringe, ground, landColours, SNOW } from './land'

export function paintCastle(b: Backdrop): void {
  const { stage, horizon } = b
  const { random } = stage
  const colours = landColours(b)
  farLand(b, colours, 'peaks')
  const side = b.leadX > stage.frame.W / 2 ? between(random, 0.2, 0.34) : between(random, 0.66, 0.8)
  const at = stage.frame.W > stage.frame.H ? side : 0.5
  stage.add(0.36, (sheet) => {
    const rise = hills(sheet, horizon + 30, 30, 2, 2)
    const y = (x: number) => rise(x) - 120 * Math.exp(-(((x - sheet.W * at) / 330) ** 2))
    const x = sheet.W * at
    castle(sheet, x, y(x) + 26, Math.min(430, sheet.W * 0.42))
    lay(sheet, colours.mid, y)
  })
  mistBands(stage, 0.42, horizon + 10, horizon + 90, 0.14)
  stage.add(0.5, (sheet) => {
    const y = hills(sheet, horizon + 90, 30, 2.4, 2)
    for (let i = 0; i < 9; i++) {
      const x = sheet.left + random() * (sheet.right - sheet.left)
      if (colours === SNOW || random() < 0.6)
        pine(sheet, x, y(x) + 8, between(random, 90, 170), colours === SNOW ? '#5f8284' : '#3f7050')
      else roundTree(sheet, x, y(x) + 8, between(random, 90, 140), '#5f9a50')
    }
    lay(sheet, colours.mid, y)
    b.back({ depth: 0.5, y: (x) => y(x) + 10 })
  })
  ground(b, colours, Math.max(155, stage.frame.H * 0.735 - horizon), 22)
  fringe(b, colours)
}

export function paintTemple(b: Backdrop): void {
  const { stage, horizon } = b
  const { random } = stage
  const colours = landColours(b)
  const { W } = stage.frame
  stage.add(0.14, (sheet) => lay(sheet, colours.peak, peaks(sheet, horizon - 20, 300, 5)))
  mistBands(stage, 0.2, horizon - 130, horizon, 0.34)
  stage.add(0.3, (sheet) => {
    const y = hills(sheet, horizon + 20, 60, 3, 3)
    const at = W * (random() < 0.5 ? 0.2 : 0.8)
    pagoda(sheet, at, y(at) + 16, 330, 5, 190)
    for (let i = 0; i < 7; i++) {
      const x = sheet.left + random() * (sheet.right - sheet.left)
      pine(sheet, x, y(x) + 8, between(random, 100, 190), pick(random, ['#4f7a60', '#5f8a68']))
    }
    lay(sheet, colours.far, y)
  })
  stage.add(0.46, (sheet) => {
    const base = horizon + 108
    lay(sheet, '#b5a78f', () => base, 0.5)
    const size = Math.min(720, W * 0.62)
    pagoda(sheet, W * 0.5, base + 6, 290, 2, size)
    for (const dx of [-0.24, 0.24]) column(sheet, W * 0.5 + size * dx, base + 4, 22, 118, '#b5432f')
    b.back({ depth: 0.46, y: () => base + 6 })
  })
  stage.add(0.72, (sheet) => {
    const top = Math.max(horizon + 156, sheet.H * 0.74)
    lay(sheet, '#a59a86', () => top, 0.9)
    const { ink, light } = sheet
    ink.strokeStyle = light.tone('#7f7564', 0.9)
    ink.globalAlpha = 0.5
    ink.lineWidth = 3
    for (let i = -10; i <= 10; i++) {
      ink.beginPath()
      ink.moveTo(W / 2 + i * 120, top)
      ink.lineTo(W / 2 + i * 280, sheet.bottom)
      ink.stroke()
    }
    ink.globalAlpha = 1
    b.front({ depth: 0.72, y: () => top + 8 })
  })
  stage.add(
    0.92,
    (sheet) => {
      for (const at of [-0.01, 1.01]) pine(sheet, sheet.W * at, sheet.bottom, sheet.H * 1.02, '#33523f')
    },
    { rate: 0.7, phase: 1, swayX: 2 },
  )
}
