import { between, pick } from '../random'
import { hills, lay } from '../shape/land'
import { cut } from '../shape/paper'
import { bush, flowers, grass } from '../shape/plants'
import { pine, roundTree } from '../shape/trees'
import type { Backdrop } from './backdrop'
import { farLand, fringe, GREEN, ground, landColours, SNOW } from './land'

export function paintFarm(b: Backdrop): void {
  const { stage, horizon } = b
  const gold = { ...GREEN, mid: '#d9b24c', ground: '#c9983c', blade: '#8a6a2c' }
  farLand(b, GREEN, 'hills')
  stage.add(0.46, (sheet) => {
    const y = hills(sheet, horizon + 40, 40, 2.4, 2)
    lay(sheet, gold.mid, y)
    rows(sheet, y, sheet.H * 0.86)
    for (let i = 0; i < 4; i++) {
      const x = sheet.left + stage.random() * (sheet.right - sheet.left)
      roundTree(sheet, x, y(x) + 6, between(stage.random, 90, 140), '#6a9a4a')
    }
    b.back({ depth: 0.46, y: (x) => y(x) + 10 })
  })
  ground(b, gold, 150, 24)
  fringe(b, gold)
}

/** Furrows running to a point on the horizon. */
function rows(sheet: Parameters<typeof lay>[0], y: (x: number) => number, to: number): void {
  const { ink, light, W } = sheet
  ink.strokeStyle = light.tone('#8f6f2c', 0.5)
  ink.globalAlpha = 0.35
  ink.lineWidth = 5
  for (let i = -12; i <= 12; i++) {
    const x0 = W / 2 + i * 36
    ink.beginPath()
    ink.moveTo(x0, Math.max(y(x0), y(W / 2)) + 16)
    ink.lineTo(W / 2 + i * 150, to)
    ink.stroke()
  }
  ink.globalAlpha = 1
}

export function paintRoad(b: Backdrop): void {
  const { stage, horizon } = b
  const colours = landColours(b)
  farLand(b, colours, b.reading.beyond === 'mountain' ? 'peaks' : 'hills')
  stage.add(0.5, (sheet) => {
    const y = hills(sheet, horizon + 40, 40, 2.4, 2)
    lay(sheet, colours.mid, y)
    for (let i = 0; i < 6; i++) {
      const x = sheet.left + stage.random() * (sheet.right - sheet.left)
      if (colours === SNOW) pine(sheet, x, y(x) + 8, between(stage.random, 120, 190), '#5f8284')
      else roundTree(sheet, x, y(x) + 8, between(stage.random, 100, 170), '#5f9a50')
    }
    b.back({ depth: 0.5, y: (x) => y(x) + 10 })
  })
  stage.add(0.72, (sheet) => {
    const y = hills(sheet, horizon + 120, 22, 1.6, 2)
    lay(sheet, colours.ground, y)
    const mid = sheet.W * between(stage.random, 0.42, 0.58)
    const top = y(mid) + 3
    cut(
      sheet,
      '#cdb38a',
      (ink) => {
        ink.moveTo(mid - 22, top)
        ink.bezierCurveTo(mid - 190, top + 90, mid + 60, top + 170, mid - 330, sheet.bottom)
        ink.lineTo(mid + 380, sheet.bottom)
        ink.bezierCurveTo(mid + 260, top + 190, mid + 60, top + 90, mid + 24, top)
        ink.closePath()
      },
      { lift: 0.1, top, bottom: sheet.bottom },
    )
    b.front({ depth: 0.72, y: (x) => y(x) + 40 })
  })
  fringe(b, colours)
}

export function paintGarden(b: Backdrop): void {
  const { stage, horizon } = b
  const colours = landColours(b)
  farLand(b, colours, 'hills')
  stage.add(0.42, (sheet) => {
    const y = hills(sheet, horizon + 40, 20, 2, 2)
    lay(sheet, colours.mid, y)
    for (let i = 0; i < 8; i++) {
      const x = sheet.left + ((i + stage.random()) / 8) * (sheet.right - sheet.left)
      roundTree(
        sheet,
        x,
        y(x) + 6,
        between(stage.random, 150, 240),
        pick(stage.random, ['#5f9a50', '#79a94f', '#4f8a56']),
        pick(stage.random, [null, '#f2b8c6', '#f5e6b0']),
      )
    }
    b.back({ depth: 0.42, y: (x) => y(x) + 16 })
  })
  stage.add(0.56, (sheet) => {
    const y = hills(sheet, horizon + 110, 16, 2, 2)
    lay(sheet, colours.mid, y)
    for (let x = sheet.left; x < sheet.right; x += 120)
      bush(sheet, x, y(x) + 16, between(stage.random, 34, 60), '#4f8a4c')
    flowers(sheet, (x) => y(x) + 10, 90, ['#e2607a', '#f2d35a', '#f5f0e0', '#b27ac4', '#ee8f4a'], 12)
  })
  ground(b, colours, 160, 16)
  stage.add(
    1.05,
    (sheet) => {
      grass(sheet, colours.blade, sheet.bottom + 10, 130, 1)
      flowers(sheet, () => sheet.H + 6, 20, ['#e2607a', '#f2d35a', '#f5f0e0', '#b27ac4'], 15)
    },
    { rate: 1.1, phase: 0.4, swayX: 3 },
  )
}
