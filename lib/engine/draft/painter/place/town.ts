/** Town: city, neon city, village, market, ruins and graveyard. */
import { alpha, type Hex, mix } from '../colour'
import { between, pick } from '../random'
import { house, neonSign, ruin, stall, tower } from '../shape/buildings'
import { hills, lay } from '../shape/land'
import { cut, halo, polygon } from '../shape/paper'
import { mistBands } from '../shape/sky'
import { bareTree, roundTree } from '../shape/trees'
import type { Sheet } from '../stage'
import { lampsLit } from '../style/light'
import type { Backdrop } from './backdrop'
import { AUTUMN, farLand, fringe, GREEN, ground, landColours, SNOW } from './land'

const BLOCKS = ['#8f9aa6', '#a89a8c', '#7f8a98', '#b0a294', '#96858a']
const NEON_BLOCKS = ['#3a3f6b', '#2f3560', '#4a3f78', '#28305a']

/** A street's length of towers standing on `base`. */
function skyline(
  sheet: Sheet,
  base: number,
  low: number,
  high: number,
  wide: number,
  colours: readonly Hex[],
): void {
  const { random } = sheet
  for (let x = sheet.left - 30; x < sheet.right; ) {
    const w = between(random, wide * 0.7, wide * 1.5)
    tower(sheet, x, base, w, between(random, low, high), pick(random, colours))
    x += w + between(random, 2, 16)
  }
}

export function paintCity(b: Backdrop): void {
  const { stage, horizon, reading } = b
  const tall = stage.frame.H / 1000
  stage.add(0.16, (sheet) => skyline(sheet, horizon + 20, 160 * tall, 340 * tall, 90, BLOCKS))
  mistBands(stage, 0.22, horizon - 120, horizon + 20, 0.16)
  stage.add(0.3, (sheet) => skyline(sheet, horizon + 50, 110, 250 * tall, 120, BLOCKS))
  stage.add(0.44, (sheet) => {
    lay(sheet, reading.weather === 'snow' ? '#dfe7ee' : '#8a8f92', () => horizon + 66, 0.4)
    for (let x = sheet.left - 20; x < sheet.right; ) {
      const h = between(stage.random, 130, 190)
      if (stage.random() < 0.24)
        roundTree(
          sheet,
          x + 50,
          horizon + 96,
          h * 0.9,
          reading.extras.includes('leaves') ? '#d98a3a' : '#6a9a58',
        )
      else shopFront(sheet, x, horizon + 96, h * 1.15, h)
      x += h * 1.25
    }
    b.back({ depth: 0.44, y: () => horizon + 98 })
  })
  street(b, reading.weather === 'snow' ? '#e6ecf1' : '#6f747a')
}

function shopFront(sheet: Sheet, x: number, y: number, w: number, h: number): void {
  const { random, ink, light } = sheet
  const wall = pick(random, ['#b58a6a', '#8f9aa0', '#c4a88a', '#a07a72'])
  cut(sheet, wall, (i) => i.rect(x, y - h, w, h + 4), { lift: 0.5, top: y - h, bottom: y })
  const lit = lampsLit(light)
  ink.fillStyle = lit ? light.style.grade('#ffdf9a') : light.tone('#6f8a98', sheet.depth)
  ink.fillRect(x + w * 0.1, y - h * 0.5, w * 0.46, h * 0.4)
  ink.fillStyle = light.tone('#4a3a32', sheet.depth)
  ink.fillRect(x + w * 0.68, y - h * 0.52, w * 0.2, h * 0.52)
  const stripe = pick(random, ['#c4503c', '#3f7a6a', '#d9a03c', '#4a6a9a'])
  const n = 6
  for (let i = 0; i < n; i++) {
    cut(
      sheet,
      i % 2 ? '#f2ead8' : stripe,
      (c) =>
        polygon(c, [
          [x + (w * i) / n, y - h * 0.68],
          [x + (w * (i + 1)) / n, y - h * 0.68],
          [x + (w * (i + 1)) / n, y - h * 0.54],
          [x + (w * i) / n, y - h * 0.54],
        ]),
      { lift: 0.15, top: y - h * 0.7, bottom: y - h * 0.5 },
    )
  }
  for (let i = 0; i < 3; i++) {
    ink.fillStyle = lit && random() < 0.7 ? light.style.grade('#ffe2a4') : light.tone('#5f7480', sheet.depth)
    ink.fillRect(x + w * (0.14 + i * 0.28), y - h * 0.92, w * 0.15, h * 0.17)
  }
}

/** Pavement with lamps, wet and shining when it rains. */
function street(b: Backdrop, colour: Hex, neon = false): void {
  const { stage, horizon, reading } = b
  const top = Math.max(horizon + 140, stage.frame.H * 0.735)
  stage.add(0.66, (sheet) => {
    lay(sheet, colour, () => top, 0.8)
    const { ink, light, random } = sheet
    const wet = reading.weather === 'rain' || reading.weather === 'storm' || neon
    ink.strokeStyle = alpha(light.style.grade(mix(colour, '#ffffff', 0.4)), 0.3)
    ink.lineWidth = 3
    for (let i = -9; i <= 9; i++) {
      ink.beginPath()
      ink.moveTo(sheet.W / 2 + i * 130, top)
      ink.lineTo(sheet.W / 2 + i * 330, sheet.bottom)
      ink.stroke()
    }
    if (!wet) return
    for (let i = 0; i < 40; i++) {
      const x = sheet.left + random() * (sheet.right - sheet.left)
      const y = top + 16 + random() * (sheet.bottom - top)
      const h = between(random, 26, 120)
      const shine = ink.createLinearGradient(0, y, 0, y + h)
      const tint = neon ? pick(random, ['#ff4fa8', '#3fe9ff', '#8f6bff', '#ffd24a']) : light.glow
      shine.addColorStop(0, alpha(tint, neon ? 0.34 : 0.22))
      shine.addColorStop(1, alpha(tint, 0))
      ink.fillStyle = shine
      ink.fillRect(x, y, between(random, 6, 30), h)
    }
  })
  stage.add(0.68, (sheet) => {
    for (const at of [0.08, 0.92]) lamp(sheet, sheet.W * at, top + 16, 330, neon)
  })
  for (const at of [0.08, 0.92]) {
    if (lampsLit(stage.light))
      stage.glows.push({
        x: stage.frame.W * at,
        y: top - 300,
        radius: 110,
        colour: neon ? '#6ff2ff' : '#ffd98a',
        strength: 0.5,
        flicker: neon ? 1 : 0.3,
        depth: 0.68,
      })
  }
  b.front({ depth: 0.72, y: () => top + 14 })
}

function lamp(sheet: Sheet, x: number, y: number, h: number, neon: boolean): void {
  cut(
    sheet,
    '#30363f',
    (i) => {
      i.rect(x - 4, y - h, 8, h)
      i.rect(x - 13, y - 12, 26, 12)
    },
    { lift: 0.4, top: y - h, bottom: y },
  )
  const { ink, light } = sheet
  ink.fillStyle = lampsLit(light)
    ? light.style.grade(neon ? '#c9fbff' : '#fff0c0')
    : light.tone('#e9e6da', 0.8)
  ink.beginPath()
  ink.ellipse(x, y - h - 12, 15, 19, 0, 0, 7)
  ink.fill()
  cut(
    sheet,
    '#30363f',
    (i) =>
      polygon(i, [
        [x - 19, y - h - 24],
        [x, y - h - 40],
        [x + 19, y - h - 24],
      ]),
    { lift: 0.2, top: y - h - 40, bottom: y - h },
  )
}

export function paintNeon(b: Backdrop): void {
  const { stage, horizon, reading } = b
  const tall = stage.frame.H / 1000
  const ruined = reading.beyond === 'ruins'
  const rows = [
    [0.12, horizon + 10, 300 * tall, 520 * tall, 100],
    [0.24, horizon + 40, 200 * tall, 430 * tall, 130],
  ] as const
  for (const [depth, base, low, high, wide] of rows) {
    stage.add(depth, (sheet) => skyline(sheet, base, low, high, wide, NEON_BLOCKS))
    mistBands(stage, depth + 0.04, base - 220, base, 0.2)
  }
  stage.add(0.4, (sheet) => {
    const { random, W } = sheet
    lay(sheet, '#23284a', () => horizon + 76, 0.5)
    for (const [from, to] of [
      [sheet.left - 20, W * 0.3],
      [W * 0.7, sheet.right],
    ] as const) {
      for (let x = from; x < to; ) {
        const w = between(random, 130, 210)
        const h = between(random, 330, 620) * tall
        if (ruined && random() < 0.7) ruin(sheet, x, horizon + 110, w * 1.2, h * 0.8, '#343a62')
        else tower(sheet, x, horizon + 110, w, h, pick(random, NEON_BLOCKS))
        neonSign(sheet, x + w * 0.3, horizon + 100 - h * 0.5, 34, 120)
        x += w + 6
      }
    }
    b.back({ depth: 0.4, y: () => horizon + 108 })
  })
  if (ruined) {
    stage.add(0.56, (sheet) => {
      const y = hills(sheet, horizon + 130, 26, 7, 4)
      lay(sheet, '#2a2c4e', y)
      for (let i = 0; i < 5; i++) {
        const x = sheet.left + stage.random() * (sheet.right - sheet.left)
        ruin(sheet, x, y(x) + 20, between(stage.random, 90, 180), between(stage.random, 90, 170), '#30335a')
      }
    })
  }
  for (const at of [0.2, 0.8, 0.5]) {
    stage.glows.push({
      x: stage.frame.W * at,
      y: horizon - 40,
      radius: 260,
      colour: at === 0.5 ? '#7a4fff' : at < 0.5 ? '#ff3fa0' : '#2fd8ff',
      strength: 0.3,
      flicker: 0.5,
      depth: 0.4,
    })
  }
  street(b, '#262b4a', true)
  stage.add(0.95, (sheet) => {
    const { ink } = sheet
    ink.strokeStyle = 'rgba(6,8,26,0.9)'
    ink.lineWidth = 6
    for (let i = 0; i < 4; i++) {
      ink.beginPath()
      ink.moveTo(sheet.left, sheet.H * (0.02 + i * 0.05))
      ink.quadraticCurveTo(
        sheet.W * (0.4 + stage.random() * 0.2),
        sheet.H * (0.14 + i * 0.05),
        sheet.right,
        sheet.H * (0.01 + i * 0.06),
      )
      ink.stroke()
    }
  })
}

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
