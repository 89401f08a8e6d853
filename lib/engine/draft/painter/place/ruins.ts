/** Ruins and graveyard. */
import { mix } from '../colour'
import { between } from '../random'
import { hills, lay } from '../shape/land'
import { ruin } from '../shape/monuments'
import { cut } from '../shape/paper'
import { mistBands } from '../shape/sky'
import { bareTree } from '../shape/trees'
import type { Sheet } from '../stage'
import type { Backdrop } from './backdrop'
import { farLand, fringe, GREEN, ground } from './land'
import { NEON_BLOCKS, skyline } from './town'

export function paintRuins(b: Backdrop): void {
  const { stage, horizon, reading } = b
  const { random } = stage
  const city = reading.beyond === 'city' || stage.light.style.edge === 'neon'
  const stoneColour = stage.light.style.edge === 'neon' ? '#3f4670' : '#9a8f7f'
  if (city)
    stage.add(0.14, (sheet) =>
      skyline(
        sheet,
        horizon + 20,
        140,
        380,
        110,
        stage.light.style.edge === 'neon' ? NEON_BLOCKS : ['#7f7f84', '#8c847c'],
      ),
    )
  else
    farLand(
      b,
      { ...GREEN, peak: '#8a8c92', far: '#8f927f', mid: '#86806a', ground: '#7a7458', blade: '#4a4a38' },
      'hills',
    )
  mistBands(stage, 0.24, horizon - 80, horizon + 40, 0.2)
  stage.add(0.38, (sheet) => {
    const y = hills(sheet, horizon + 46, 36, 5, 4)
    for (let i = 0; i < 5; i++) {
      const x = sheet.left + ((i + random() * 0.6) / 5) * (sheet.right - sheet.left)
      ruin(sheet, x, y(x) + 30, between(random, 150, 300), between(random, 180, 400), stoneColour)
    }
    lay(sheet, mix(stoneColour, '#4f4a40', 0.4), y)
    b.back({ depth: 0.38, y: (x) => y(x) + 10 })
  })
  stage.add(0.54, (sheet) => {
    const y = hills(sheet, horizon + 112, 34, 7, 4)
    for (const at of [0.02, 0.94])
      ruin(
        sheet,
        sheet.W * at - 90,
        y(sheet.W * at) + 40,
        240,
        between(random, 330, 520),
        mix(stoneColour, '#3a3630', 0.3),
      )
    lay(sheet, mix(stoneColour, '#3f3a34', 0.5), y)
  })
  const dusty = {
    ...GREEN,
    ground: stage.light.style.edge === 'neon' ? '#2c3052' : '#6f6654',
    blade: '#38352a',
  }
  ground(b, dusty, 160, 26)
  fringe(b, dusty)
}

export function paintGraveyard(b: Backdrop): void {
  const { stage, horizon } = b
  const { random } = stage
  const colours = { ...GREEN, far: '#6f8078', mid: '#5f7264', ground: '#4f6354', blade: '#2c3a30' }
  farLand(b, colours, 'hills')
  stage.add(0.4, (sheet) => {
    const y = hills(sheet, horizon + 40, 40, 2.6, 2)
    lay(sheet, colours.mid, y)
    for (let i = 0; i < 3; i++)
      bareTree(
        sheet,
        sheet.W * between(random, 0.05, 0.95),
        y(sheet.W / 2) + 20,
        between(random, 230, 360),
        '#000000',
      )
    for (let i = 0; i < 12; i++)
      grave(sheet, sheet.left + random() * (sheet.right - sheet.left), y, between(random, 50, 80))
    b.back({ depth: 0.4, y: (x) => y(x) + 12 })
  })
  mistBands(stage, 0.5, horizon + 20, horizon + 130, 0.26)
  stage.add(0.58, (sheet) => {
    const y = hills(sheet, horizon + 110, 20, 2.6, 2)
    lay(sheet, colours.mid, y)
    for (let i = 0; i < 6; i++)
      grave(
        sheet,
        sheet.left + ((i + random()) / 6) * (sheet.right - sheet.left),
        y,
        between(random, 80, 120),
      )
  })
  ground(b, colours, 165, 16)
  fringe(b, colours)
}

function grave(sheet: Sheet, x: number, ground: (x: number) => number, h: number): void {
  const y = ground(x) + 8
  const w = h * 0.62
  cut(
    sheet,
    '#8c9294',
    (ink) => {
      ink.moveTo(x - w / 2, y)
      ink.lineTo(x - w / 2, y - h * 0.6)
      ink.bezierCurveTo(x - w / 2, y - h * 1.1, x + w / 2, y - h * 1.1, x + w / 2, y - h * 0.6)
      ink.lineTo(x + w / 2, y)
      ink.closePath()
    },
    { lift: 0.4, top: y - h, bottom: y },
  )
}
