/** Woods: forest, jungle, bamboo and orchard. */
import { type Hex, mix } from '../colour'
import { between, pick } from '../random'
import { hills, lay } from '../shape/land'
import { cut } from '../shape/paper'
import { bamboo, bush, willow } from '../shape/plants'
import { mistBands } from '../shape/sky'
import { birch, palm, pine, roundTree } from '../shape/trees'
import type { Sheet } from '../stage'
import type { Backdrop } from './backdrop'
import { AUTUMN, farLand, fringe, GREEN, ground, SNOW } from './land'

const LEAVES = {
  green: ['#4f8a56', '#5f9a50', '#3f7a5a'],
  autumn: ['#d98a3a', '#c9602f', '#e0b04a'],
  snow: ['#5f8284', '#4f7478', '#6f9290'],
}

export function paintForest(b: Backdrop): void {
  const { stage, horizon, reading } = b
  const { random } = stage
  const season = reading.weather === 'snow' ? 'snow' : reading.extras.includes('leaves') ? 'autumn' : 'green'
  const colours =
    season === 'snow' ? SNOW : season === 'autumn' ? AUTUMN : { ...GREEN, mid: '#4f8256', ground: '#3f6f48' }
  const leaf = LEAVES[season]
  const conifers = season === 'snow' || (season === 'green' && random() < 0.6)
  farLand(b, colours, 'hills')
  const row = (sheet: Sheet, y: (x: number) => number, count: number, low: number, high: number) => {
    for (let i = 0; i < count; i++) {
      const x = sheet.left + ((i + random()) / count) * (sheet.right - sheet.left)
      const h = between(random, low, high)
      if (conifers) pine(sheet, x, y(x) + 10, h, pick(random, leaf))
      else if (random() < 0.3) birch(sheet, x, y(x) + 10, h * 1.05, pick(random, leaf))
      else roundTree(sheet, x, y(x) + 10, h * 0.9, pick(random, leaf))
    }
  }
  const many = (n: number) => Math.round((n * stage.frame.W) / 1778) + 2
  stage.add(0.3, (sheet) => {
    const y = hills(sheet, horizon + 8, 40, 4, 3)
    row(sheet, y, many(26), 150, 250)
    lay(sheet, colours.far, y)
  })
  mistBands(stage, 0.36, horizon - 60, horizon + 60, 0.22)
  stage.add(0.46, (sheet) => {
    const y = hills(sheet, horizon + 62, 34, 3, 2)
    row(sheet, y, many(13), 250, 400)
    lay(sheet, colours.mid, y)
    b.back({ depth: 0.46, y: (x) => y(x) + 14 })
  })
  mistBands(stage, 0.52, horizon + 30, horizon + 130, 0.14)
  stage.add(0.58, (sheet) => {
    const y = hills(sheet, horizon + 112, 22, 2, 2)
    for (const side of [0.02, 0.1, 0.9, 0.985]) {
      const x = sheet.W * (side + between(random, -0.03, 0.03))
      if (conifers) pine(sheet, x, y(x) + 20, between(random, 420, 600), leaf[2]!)
      else roundTree(sheet, x, y(x) + 20, between(random, 380, 500), leaf[2]!)
    }
    lay(sheet, mix(colours.mid, colours.ground, 0.5), y)
  })
  ground(b, colours, 165, 18)
  frameTrunks(b, season === 'snow' ? '#33414a' : '#33281f')
  fringe(b, colours)
}

/** Dark trunks at both sides, as curtains of the stage. */
function frameTrunks({ stage }: Backdrop, bark: Hex): void {
  const { random } = stage
  stage.add(
    0.98,
    (sheet) => {
      for (const at of [-0.012, 1.012]) {
        const x = sheet.W * at
        const w = between(random, 40, 66)
        cut(
          sheet,
          bark,
          (ink) => {
            ink.moveTo(x - w * 1.6, sheet.bottom + 10)
            ink.bezierCurveTo(
              x - w * 0.6,
              sheet.H * 0.7,
              x - w * 0.8,
              sheet.H * 0.4,
              x - w * 0.6,
              sheet.top - 10,
            )
            ink.lineTo(x + w * 0.6, sheet.top - 10)
            ink.bezierCurveTo(
              x + w * 0.8,
              sheet.H * 0.4,
              x + w * 0.5,
              sheet.H * 0.7,
              x + w * 1.7,
              sheet.bottom + 10,
            )
            ink.closePath()
          },
          { lift: 0.9, top: sheet.top, bottom: sheet.bottom },
        )
        const side = at < 0.5 ? 1 : -1
        const { ink, light } = sheet
        ink.strokeStyle = light.tone(bark, 1)
        ink.lineCap = 'round'
        for (let i = 0; i < 3; i++) {
          const y = sheet.H * between(random, 0.02, 0.3)
          const l = between(random, 90, 190)
          ink.lineWidth = w * 0.3
          ink.beginPath()
          ink.moveTo(x, y)
          ink.quadraticCurveTo(x + side * l * 0.5, y - 20, x + side * l, y - l * 0.4)
          ink.stroke()
          ink.lineWidth = w * 0.14
          ink.beginPath()
          ink.moveTo(x + side * l * 0.6, y - l * 0.12)
          ink.lineTo(x + side * l * 1.1, y + l * 0.1)
          ink.stroke()
        }
      }
    },
    { rate: 0.6, phase: 1, swayX: 2 },
  )
}

export function paintJungle(b: Backdrop): void {
  const { stage, horizon } = b
  const { random } = stage
  const colours = { ...GREEN, far: '#5f9a6a', mid: '#3f8a56', ground: '#2f6f44', blade: '#1f5234' }
  farLand(b, colours, 'hills')
  stage.add(0.34, (sheet) => {
    const y = hills(sheet, horizon + 20, 40, 4, 3)
    for (let i = 0; i < 12; i++) {
      const x = sheet.left + ((i + random()) / 12) * (sheet.right - sheet.left)
      if (i % 3 === 0) palm(sheet, x, y(x) + 10, between(random, 260, 380), '#4f9a56')
      else
        roundTree(
          sheet,
          x,
          y(x) + 10,
          between(random, 190, 300),
          pick(random, ['#4f9a5a', '#3f8a50', '#6fae4f']),
        )
    }
    lay(sheet, colours.mid, y)
    b.back({ depth: 0.34, y: (x) => y(x) + 12 })
  })
  mistBands(stage, 0.44, horizon, horizon + 120, 0.16)
  stage.add(0.56, (sheet) => {
    const y = hills(sheet, horizon + 110, 20, 2, 2)
    for (let x = sheet.left; x < sheet.right; x += 105)
      bush(sheet, x, y(x) + 20, between(random, 46, 92), pick(random, ['#3f8a50', '#2f7a4a', '#5f9a44']))
    lay(sheet, colours.mid, y)
  })
  ground(b, colours, 165, 18)
  leaves(b, colours.blade)
  fringe(b, colours)
}

/** Broad leaves hanging into the picture from its upper corners. */
function leaves({ stage }: Backdrop, colour: Hex): void {
  const { random } = stage
  stage.add(
    1,
    (sheet) => {
      for (let i = 0; i < 14; i++) {
        const left = i % 2 === 0
        const x = left ? sheet.left + random() * 60 : sheet.right - random() * 60
        const y = sheet.top + random() * sheet.H * 0.3
        const l = between(random, 130, 260)
        const a = (left ? 0.2 : Math.PI - 0.2) + between(random, -0.2, 0.9) * (left ? 1 : -1)
        const ex = x + Math.cos(a) * l
        const ey = y + Math.sin(a) * l
        const nx = -Math.sin(a) * l * 0.17
        const ny = Math.cos(a) * l * 0.17
        cut(
          sheet,
          mix(colour, '#4f9a4a', random() * 0.5),
          (ink) => {
            ink.moveTo(x, y)
            ink.quadraticCurveTo((x + ex) / 2 + nx, (y + ey) / 2 + ny, ex, ey)
            ink.quadraticCurveTo((x + ex) / 2 - nx, (y + ey) / 2 - ny, x, y)
          },
          { lift: 0.5, top: Math.min(y, ey), bottom: Math.max(y, ey) + 20 },
        )
      }
    },
    { rate: 0.8, phase: 2, swayX: 4, swayY: 3 },
  )
}

export function paintBamboo(b: Backdrop): void {
  const { stage, horizon } = b
  const { random } = stage
  const colours = { ...GREEN, far: '#8fb88a', mid: '#7aa868', ground: '#5f8f50', blade: '#35603a' }
  farLand(b, colours, b.reading.beyond === 'mountain' ? 'peaks' : 'hills')
  for (const [depth, count, low, drop, leaf] of [
    [0.3, 22, 520, 20, '#8fb88a'],
    [0.46, 13, 700, 70, '#7aa860'],
  ] as const) {
    stage.add(depth, (sheet) => {
      const y = hills(sheet, horizon + drop, 26, 3, 2)
      for (let i = 0; i < count; i++) {
        const x = sheet.left + ((i + random()) / count) * (sheet.right - sheet.left)
        bamboo(sheet, x, y(x) + 12, between(random, low, low * 1.4), leaf)
      }
      lay(sheet, colours.mid, y)
      if (depth > 0.4) b.back({ depth, y: (x) => y(x) + 14 })
    })
    mistBands(stage, depth + 0.06, horizon - 40, horizon + 100, 0.2)
  }
  ground(b, colours, 150, 18)
  stage.add(0.98, (sheet) => {
    for (const at of [0.01, 0.055, 0.95, 0.995])
      bamboo(sheet, sheet.W * at, sheet.bottom + 10, sheet.H * 1.25, '#3f6f40')
  })
  fringe(b, colours)
}

export function paintOrchard(b: Backdrop): void {
  const { stage, horizon, reading } = b
  const { random } = stage
  const colours = { ...GREEN, far: '#a9c4a0', mid: '#8fb878', ground: '#78a660' }
  const pink = ['#f2a9bb', '#f7c3cf', '#e890a8']
  farLand(b, colours, 'peaks')
  const water = reading.aboard || ['river', 'lake'].includes(reading.beyond ?? '')
  stage.add(0.36, (sheet) => {
    const y = hills(sheet, horizon + 20, 34, 3, 2)
    for (let i = 0; i < 11; i++) {
      const x = sheet.left + ((i + random()) / 11) * (sheet.right - sheet.left)
      roundTree(sheet, x, y(x) + 8, between(random, 110, 190), pick(random, pink), '#ffffff')
    }
    lay(sheet, colours.mid, y)
    b.back({ depth: 0.36, y: (x) => y(x) + 12 })
  })
  if (water) {
    stream(b, 0.5)
    b.afloat({ depth: 0.56, y: () => horizon + 150 })
  }
  ground(b, colours, water ? 215 : 150, 18)
  stage.add(
    0.9,
    (sheet) => {
      for (const at of [-0.02, 1.02]) {
        const x = sheet.W * at
        willowOrBlossom(sheet, x, sheet.H * 0.9, sheet.H * 0.86, pink)
      }
    },
    { rate: 0.7, phase: 0.6, swayX: 3 },
  )
  fringe(b, colours)
}

function willowOrBlossom(sheet: Sheet, x: number, y: number, h: number, pink: string[]): void {
  if (sheet.random() < 0.2) willow(sheet, x, y, h, '#8fb86a')
  else roundTree(sheet, x, y, h, pick(sheet.random, pink), '#fff4f6')
}

/** A band of water with lines of light, across the picture. */
export function stream({ stage, horizon }: Backdrop, depth: number): void {
  stage.add(depth, (sheet) => {
    const { ink, light, random } = sheet
    const top = horizon + 84
    lay(sheet, '#6fa9c2', (x) => top + Math.sin(x / 170) * 5, 0.6)
    ink.strokeStyle = light.style.grade(mix(light.sky[3], '#ffffff', 0.4))
    ink.lineCap = 'round'
    for (let i = 0; i < 44; i++) {
      const y = top + 20 + random() * 190
      const x = sheet.left + random() * (sheet.right - sheet.left)
      const l = between(random, 26, 110)
      ink.globalAlpha = 0.18 + random() * 0.3
      ink.lineWidth = 3
      ink.beginPath()
      ink.moveTo(x, y)
      ink.quadraticCurveTo(x + l / 2, y - 4, x + l, y)
      ink.stroke()
    }
    ink.globalAlpha = 1
  })
}
