import { between, pick } from '../random'
import { hills, lay } from '../shape/land'
import { cut } from '../shape/paper'
import { bush, willow } from '../shape/plants'
import { roundTree } from '../shape/trees'
import type { Backdrop } from './backdrop'
import { farLand, fringe, ground, landColours } from './land'
import { glitter } from './water'
import { stream } from './woods'

export function paintRiver(b: Backdrop): void {
  const { stage, horizon, reading } = b
  const { random } = stage
  const colours = landColours(b)
  farLand(b, colours, reading.beyond === 'mountain' || random() < 0.6 ? 'peaks' : 'hills')
  stage.add(0.4, (sheet) => {
    const y = hills(sheet, horizon + 26, 30, 3, 2)
    for (let i = 0; i < 8; i++) {
      const x = sheet.left + ((i + random()) / 8) * (sheet.right - sheet.left)
      if (random() < 0.3) willow(sheet, x, y(x) + 8, between(random, 120, 170), '#8fae62')
      else roundTree(sheet, x, y(x) + 8, between(random, 90, 160), pick(random, ['#5f9a50', '#79a94f']))
    }
    lay(sheet, colours.mid, y)
    b.back({ depth: 0.4, y: (x) => y(x) + 10 })
  })
  stream(b, 0.5)
  b.afloat({ depth: 0.56, y: () => horizon + 150 })
  ground(b, colours, Math.max(212, stage.frame.H * 0.755 - horizon), 14)
  reeds(b)
  fringe(b, colours)
}

function reeds({ stage }: Backdrop): void {
  stage.add(
    0.9,
    (sheet) => {
      const { ink, light, random } = sheet
      ink.lineCap = 'round'
      for (let i = 0; i < 34; i++) {
        const left = i % 2 === 0
        const x = left ? sheet.left + random() * 190 : sheet.right - random() * 190
        const h = between(random, 150, 330)
        ink.strokeStyle = light.tone('#4f6f3a', 1)
        ink.lineWidth = 6
        ink.beginPath()
        ink.moveTo(x, sheet.bottom)
        ink.quadraticCurveTo(x, sheet.bottom - h * 0.6, x + between(random, -30, 30), sheet.bottom - h)
        ink.stroke()
      }
    },
    { rate: 0.9, phase: 2, swayX: 5 },
  )
}

export function paintLake(b: Backdrop): void {
  const { stage, horizon } = b
  const { random } = stage
  const colours = landColours(b)
  farLand(b, colours, random() < 0.6 ? 'peaks' : 'hills')
  stage.add(0.38, (sheet) => {
    const y = hills(sheet, horizon + 20, 24, 3, 2)
    for (let i = 0; i < 9; i++) {
      const x = sheet.left + ((i + random()) / 9) * (sheet.right - sheet.left)
      roundTree(sheet, x, y(x) + 8, between(random, 90, 150), pick(random, ['#5f9a50', '#4f8a56']))
    }
    lay(sheet, colours.mid, y)
    b.back({ depth: 0.38, y: (x) => y(x) + 10 })
  })
  stage.add(0.48, (sheet) => {
    lay(sheet, '#7fb2c6', () => horizon + 62, 0.5)
    glitter(sheet, b.sun.x, horizon + 62)
    for (let i = 0; i < 12; i++) {
      const x = sheet.left + random() * (sheet.right - sheet.left)
      const y = horizon + between(random, 90, 175)
      cut(sheet, '#4f8a56', (ink) => ink.ellipse(x, y, between(random, 22, 44), 7, 0, 0.3, 6), {
        lift: 0.1,
        top: y - 7,
        bottom: y + 7,
      })
    }
  })
  b.afloat({ depth: 0.54, y: () => horizon + 130 })
  ground(b, colours, Math.max(200, stage.frame.H * 0.75 - horizon), 16)
  stage.add(0.88, (sheet) => {
    for (const x of [sheet.left + 40, sheet.right - 40]) bush(sheet, x, sheet.H * 0.98, 100, colours.blade)
  })
  reeds(b)
}
