/** Town: city, neon city, village, market, ruins and graveyard. */
import { alpha, type Hex, mix } from '../colour'
import { between, pick } from '../random'
import { neonSign, tower } from '../shape/buildings'
import { hills, lay } from '../shape/land'
import { ruin } from '../shape/monuments'
import { cut, polygon } from '../shape/paper'
import { mistBands } from '../shape/sky'
import { roundTree } from '../shape/trees'
import type { Sheet } from '../stage'
import { lampsLit } from '../style/light'
import type { Backdrop } from './backdrop'

const BLOCKS = ['#8f9aa6', '#a89a8c', '#7f8a98', '#b0a294', '#96858a']

export const NEON_BLOCKS = ['#3a3f6b', '#2f3560', '#4a3f78', '#28305a']

/** A street's length of towers standing on `base`. */
export function skyline(
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
export function street(b: Backdrop, colour: Hex, neon = false): void {
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
