/** Room: walls, floor and windows, furnished for what happens in it. */
import { darker, type Hex, lighter, mix } from '../colour'
import { pick } from '../random'
import { box } from '../shape/furniture'
import { cut, polygon } from '../shape/paper'
import { window } from '../shape/window'
import type { Sheet } from '../stage'
import { lampsLit } from '../style/light'
import type { Backdrop } from './backdrop'
import { PLANS, type RoomPlan } from './room-plans'

export function paintRoom(b: Backdrop): void {
  const { stage, reading } = b
  const plan = PLANS[reading.place] ?? PLANS.home!
  const { H, W } = stage.frame
  const floor = H * 0.71
  const dim = lampsLit(stage.light)
  stage.add(0.06, (sheet) => {
    cut(
      sheet,
      plan.wall,
      (i) => i.rect(sheet.left - 10, sheet.top - 10, sheet.right - sheet.left + 20, floor - sheet.top + 60),
      { lift: 0, top: sheet.top, bottom: floor + 50 },
    )
    paper(sheet, plan.wall, floor)
  })
  const [count, arched] = plan.windows
  stage.add(0.12, (sheet) => {
    const side = sheet.random() < 0.5 ? 0.47 : 0.53
    const spots = count === 1 ? [side] : [0.18, 0.82]
    const size = Math.min(W * 0.2, 230)
    for (const t of spots.slice(0, count))
      window(sheet, W * t - size / 2, floor - 440, size, 280, arched, plan.curtain)
  })
  stage.add(0.3, (sheet) => {
    box(sheet, darker(plan.wall, 0.3), sheet.left - 10, floor - 26, sheet.right - sheet.left + 20, 30, 0.2)
    plan.furnish(sheet, floor, reading)
  })
  b.back({ depth: 0.32, y: () => floor })
  stage.add(0.66, (sheet) => {
    cut(
      sheet,
      plan.floor,
      (i) => i.rect(sheet.left - 10, floor, sheet.right - sheet.left + 20, sheet.bottom - floor + 10),
      { lift: 0.8, top: floor, bottom: sheet.bottom, land: true },
    )
    flooring(sheet, plan, floor)
    if (reading.place === 'palace') carpet(sheet, floor)
    else if (plan.boards && reading.place !== 'stage') rug(sheet, floor)
  })
  if (dim)
    stage.glows.push({
      x: W * 0.5,
      y: H * 0.28,
      radius: 520,
      colour: '#ffb765',
      strength: 0.22,
      flicker: 0.35,
      depth: 0.3,
    })
  if (reading.place === 'home')
    stage.glows.push({
      x: W * 0.17,
      y: floor - 60,
      radius: 330,
      colour: '#ff8a3c',
      strength: 0.4,
      flicker: 1,
      depth: 0.3,
    })
  b.front({ depth: 0.7, y: () => floor + H * 0.028 })
  if (reading.place === 'stage') {
    stage.add(
      1,
      (sheet) => {
        for (const side of [-1, 1]) drape(sheet, side)
      },
      { rate: 0.5, phase: 0, swayX: 3 },
    )
  }
}

/** Faint stripes or boards on the wall. */
function paper(sheet: Sheet, wall: Hex, floor: number): void {
  const { ink, light } = sheet
  ink.fillStyle = light.tone(lighter(wall, 0.18), 0.6)
  ink.globalAlpha = 0.35
  for (let x = sheet.left; x < sheet.right; x += 92) ink.fillRect(x, sheet.top, 34, floor - sheet.top)
  ink.globalAlpha = 1
}

function flooring(sheet: Sheet, plan: RoomPlan, floor: number): void {
  const { ink, light, W } = sheet
  ink.strokeStyle = light.tone(darker(plan.floor, 0.4), 0.8)
  ink.globalAlpha = 0.5
  ink.lineWidth = 3
  for (let i = -16; i <= 16; i++) {
    ink.beginPath()
    ink.moveTo(W / 2 + i * 92, floor)
    ink.lineTo(W / 2 + i * 190, sheet.bottom)
    ink.stroke()
  }
  if (!plan.boards) {
    for (let y = floor + 22, step = 26; y < sheet.bottom; y += step, step *= 1.5) {
      ink.beginPath()
      ink.moveTo(sheet.left, y)
      ink.lineTo(sheet.right, y)
      ink.stroke()
    }
  }
  ink.globalAlpha = 1
}

function rug(sheet: Sheet, floor: number): void {
  const colour = pick(sheet.random, ['#a8503f', '#4f6f8a', '#6f7f4f'])
  for (const [grow, tone] of [
    [1, colour],
    [0.86, lighter(colour, 0.3)],
    [0.78, colour],
  ] as const) {
    cut(
      sheet,
      tone,
      (i) => i.ellipse(sheet.W * 0.5, floor + 120, Math.min(560, sheet.W * 0.4) * grow, 62 * grow, 0, 0, 7),
      { lift: 0.1, top: floor + 60, bottom: floor + 190 },
    )
  }
}

function carpet(sheet: Sheet, floor: number): void {
  const { W } = sheet
  for (const [w, tone] of [
    [1, '#d9b45a'],
    [0.9, '#a82f3f'],
  ] as const) {
    cut(
      sheet,
      tone,
      (i) =>
        polygon(i, [
          [W / 2 - 110 * w, floor],
          [W / 2 + 110 * w, floor],
          [W / 2 + 330 * w, sheet.bottom],
          [W / 2 - 330 * w, sheet.bottom],
        ]),
      { lift: 0.1, top: floor, bottom: sheet.bottom },
    )
  }
}

function drape(sheet: Sheet, side: number): void {
  const edge = side < 0 ? sheet.left - 10 : sheet.right + 10
  for (let i = 0; i < 4; i++) {
    const w = sheet.W * (0.2 - i * 0.045) + 90
    cut(
      sheet,
      mix('#a82f3f', '#4a1024', i * 0.18),
      (c) => {
        c.moveTo(edge, sheet.top)
        c.lineTo(edge - side * w, sheet.top)
        c.quadraticCurveTo(edge - side * w * 0.8, sheet.H * 0.4, edge - side * w * 0.62, sheet.bottom)
        c.lineTo(edge, sheet.bottom)
        c.closePath()
      },
      { lift: 0.6, top: sheet.top, bottom: sheet.bottom },
    )
  }
}
