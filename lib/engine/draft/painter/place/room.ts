/** Room: walls, floor and windows, furnished for what happens in it. */
import { darker, type Hex, lighter, mix } from '../colour'
import { between, pick } from '../random'
import type { SceneReading } from '../reading/read-scene'
import type { Place } from '../reading/setting'
import { column } from '../shape/buildings'
import {
  armchair,
  barrel,
  bed,
  bookshelf,
  box,
  fireplace,
  hangingLamp,
  picture,
  shelf,
  table,
  window,
} from '../shape/furniture'
import { cut, halo, polygon } from '../shape/paper'
import type { Sheet } from '../stage'
import { lampsLit } from '../style/light'
import type { Backdrop } from './backdrop'

interface RoomPlan {
  wall: Hex
  floor: Hex
  /** How many windows, and whether they are arched. */
  windows: [number, boolean]
  curtain: Hex | null
  boards: boolean
  furnish(sheet: Sheet, floor: number, reading: SceneReading): void
}

const across = (sheet: Sheet, t: number) => sheet.W * t

const PLANS: Partial<Record<Place, RoomPlan>> = {
  home: {
    wall: '#d9b48a',
    floor: '#9a6a44',
    windows: [1, false],
    curtain: '#b5543f',
    boards: true,
    furnish(s, y) {
      fireplace(s, across(s, 0.17), y, 260, 280)
      bookshelf(s, across(s, 0.82), y, 230, 400)
      picture(s, across(s, 0.17) - 62, y - 460, 124, 96)
      armchair(s, across(s, 0.66), y + 4, 150, '#7a8a5a')
    },
  },
  bedroom: {
    wall: '#b9b4d0',
    floor: '#9a7a5f',
    windows: [1, false],
    curtain: '#6f7ab0',
    boards: true,
    furnish(s, y, reading) {
      if (reading.people.every((p) => p.pose !== 'lie')) bed(s, across(s, 0.22), y + 6, 430, 210, '#5f7fb0')
      shelf(s, across(s, 0.72), y - 330, 230, 'jars')
      table(s, across(s, 0.84), y, 190, 130, '#8a6040')
      picture(s, across(s, 0.14), y - 430, 120, 94)
    },
  },
  kitchen: {
    wall: '#e3cc9c',
    floor: '#b58a62',
    windows: [1, false],
    curtain: '#f0e6d0',
    boards: false,
    furnish(s, y) {
      shelf(s, across(s, 0.04), y - 360, 330, 'jars')
      shelf(s, across(s, 0.04), y - 270, 330, 'jars')
      stove(s, across(s, 0.16), y, 300, 190)
      box(s, '#8a6a4a', across(s, 0.68), y - 180, 470, 184, 0.6)
      box(s, '#d9c6a4', across(s, 0.67), y - 194, 500, 20, 0.4)
      shelf(s, across(s, 0.72), y - 380, 330, 'bottles')
      pans(s, across(s, 0.62), y - 430)
    },
  },
  tavern: {
    wall: '#a87a50',
    floor: '#7a5236',
    windows: [1, false],
    curtain: null,
    boards: true,
    furnish(s, y) {
      for (const t of [0.14, 0.24, 0.34]) shelf(s, across(s, 0.03), y - 480 + t * 560, 380, 'bottles')
      box(s, '#6b4630', across(s, 0.02), y - 170, 430, 176, 0.7)
      box(s, '#8a5f3c', across(s, 0.01), y - 186, 460, 22, 0.4)
      for (const t of [0.8, 0.88, 0.96]) barrel(s, across(s, t), y + 4, 130)
      barrel(s, across(s, 0.84), y - 128, 120)
      hangingLamp(s, across(s, 0.3), 120, '#5a4230')
      hangingLamp(s, across(s, 0.72), 150, '#5a4230')
    },
  },
  palace: {
    wall: '#b0405a',
    floor: '#c9a878',
    windows: [2, true],
    curtain: '#8a2f4a',
    boards: false,
    furnish(s, y) {
      for (const t of [0.06, 0.3, 0.7, 0.94]) column(s, across(s, t), y + 10, 62, y + 40, '#e3d2ac')
      throne(s, across(s, 0.5), y)
      banner(s, across(s, 0.18), s.top, '#3a4f8f')
      banner(s, across(s, 0.82), s.top, '#3a4f8f')
    },
  },
  classroom: {
    wall: '#cfd9b8',
    floor: '#b08a5f',
    windows: [0, false],
    curtain: null,
    boards: true,
    furnish(s, y) {
      const w = Math.min(760, s.W * 0.52)
      box(s, '#8a6240', across(s, 0.5) - w / 2 - 14, y - 424, w + 28, 268, 0.6)
      box(s, '#2f5a4a', across(s, 0.5) - w / 2, y - 410, w, 240, 0)
      chalk(s, across(s, 0.5) - w / 2, y - 410, w)
      if (s.W > 1300) {
        window(s, across(s, 0.05), y - 420, 170, 220, false, null)
        window(s, across(s, 0.86), y - 420, 170, 220, false, null)
      }
      for (let i = 0; i < 4; i++) desk(s, across(s, 0.14 + i * 0.24), y + 6)
    },
  },
  library: {
    wall: '#8a6a4c',
    floor: '#7a5236',
    windows: [1, true],
    curtain: null,
    boards: true,
    furnish(s, y) {
      for (const [from, to] of [
        [-0.02, 0.32],
        [0.68, 1.02],
      ] as const) {
        for (let x = across(s, from); x < across(s, to) - 60; x += 210) bookshelf(s, x, y, 204, 560)
      }
      ladder(s, across(s, 0.74), y, 470)
      hangingLamp(s, across(s, 0.5), 90, '#3f6a4a')
    },
  },
  laboratory: {
    wall: '#a9bcc4',
    floor: '#8f9aa0',
    windows: [1, false],
    curtain: null,
    boards: false,
    furnish(s, y) {
      for (const t of [0, 90, 180]) shelf(s, across(s, 0.03), y - 430 + t, 360, 'flasks')
      box(s, '#e3e9ea', across(s, 0.0) - 20, y - 150, 480, 156, 0.6)
      box(s, '#e3e9ea', across(s, 0.7), y - 150, 560, 156, 0.6)
      shelf(s, across(s, 0.74), y - 164, 350, 'flasks')
      screen(s, across(s, 0.76), y - 430, 250, 170)
    },
  },
  workshop: {
    wall: '#a8845c',
    floor: '#7f5f42',
    windows: [1, false],
    curtain: null,
    boards: true,
    furnish(s, y) {
      tools(s, across(s, 0.06), y - 420)
      tools(s, across(s, 0.7), y - 440)
      table(s, across(s, 0.16), y, 420, 160, '#8a5f3c')
      shelf(s, across(s, 0.74), y - 230, 330, 'jars')
      barrel(s, across(s, 0.9), y + 4, 130)
      hangingLamp(s, across(s, 0.3), 130, '#4a4f58')
    },
  },
  stage: {
    wall: '#5a2f4a',
    floor: '#9a6a44',
    windows: [0, false],
    curtain: null,
    boards: true,
    furnish(s, y) {
      const { ink } = s
      for (const [t, c] of [
        [0.25, '#ffd98a'],
        [0.5, '#fff2d0'],
        [0.75, '#ffb0c4'],
      ] as const) {
        const fall = ink.createLinearGradient(0, s.top, 0, y)
        fall.addColorStop(0, 'rgba(255,240,200,0.5)')
        fall.addColorStop(1, 'rgba(255,240,200,0.06)')
        ink.fillStyle = fall
        ink.beginPath()
        polygon(ink, [
          [across(s, t) - 26, s.top],
          [across(s, t) + 26, s.top],
          [across(s, 0.5) + (t - 0.3) * 500, y],
          [across(s, 0.5) + (t - 0.7) * 500, y],
        ])
        ink.fill()
        halo(ink, across(s, t), 0, 140, c, 0.6)
      }
    },
  },
  cockpit: {
    wall: '#4a5a70',
    floor: '#39465a',
    windows: [0, false],
    curtain: null,
    boards: false,
    furnish: (s, y) => viewport(s, y),
  },
}

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

function throne(sheet: Sheet, x: number, y: number): void {
  box(sheet, '#b59a6a', x - 190, y - 34, 380, 40, 0.5)
  cut(
    sheet,
    '#d9a63c',
    (i) =>
      polygon(i, [
        [x - 84, y - 30],
        [x - 84, y - 330],
        [x - 50, y - 300],
        [x, y - 390],
        [x + 50, y - 300],
        [x + 84, y - 330],
        [x + 84, y - 30],
      ]),
    { lift: 0.6, top: y - 380, bottom: y },
  )
  box(sheet, '#a82f3f', x - 58, y - 280, 116, 190, 0.2)
  box(sheet, '#c4404f', x - 70, y - 110, 140, 54, 0.4)
}

function banner(sheet: Sheet, x: number, y: number, colour: Hex): void {
  cut(
    sheet,
    colour,
    (i) =>
      polygon(i, [
        [x - 50, y],
        [x + 50, y],
        [x + 50, y + 330],
        [x, y + 290],
        [x - 50, y + 330],
      ]),
    { lift: 0.6, top: y, bottom: y + 330 },
  )
  cut(sheet, '#d9b45a', (i) => i.arc(x, y + 190, 26, 0, 7), { lift: 0.1, top: y + 160, bottom: y + 220 })
}

function stove(sheet: Sheet, x: number, y: number, w: number, h: number): void {
  const { ink, light } = sheet
  box(sheet, '#5a5f68', x - w / 2, y - h, w, h, 0.6)
  box(sheet, '#3f444c', x - w * 0.54, y - h - 14, w * 1.08, 20, 0.4)
  box(sheet, '#2a2d33', x - w * 0.3, y - h * 0.66, w * 0.6, h * 0.46, 0.1)
  halo(ink, x, y - h * 0.4, w * 0.5, '#ff8a3c', 0.6)
  ink.fillStyle = light.style.grade('#ff9a4a')
  ink.fillRect(x - w * 0.24, y - h * 0.56, w * 0.48, h * 0.2)
  cut(
    sheet,
    '#8a4a3a',
    (i) =>
      polygon(i, [
        [x - 70, y - h - 90],
        [x + 50, y - h - 90],
        [x + 42, y - h - 14],
        [x - 62, y - h - 14],
      ]),
    { lift: 0.4, top: y - h - 90, bottom: y - h },
  )
  ink.strokeStyle = 'rgba(255,255,255,0.4)'
  ink.lineWidth = 9
  ink.lineCap = 'round'
  for (const dx of [-36, -6, 24]) {
    ink.beginPath()
    ink.moveTo(x + dx, y - h - 104)
    ink.bezierCurveTo(x + dx - 26, y - h - 150, x + dx + 26, y - h - 180, x + dx - 4, y - h - 230)
    ink.stroke()
  }
}

function pans(sheet: Sheet, x: number, y: number): void {
  box(sheet, '#5a4230', x - 120, y, 240, 10, 0.3)
  for (const [dx, r] of [
    [-80, 34],
    [0, 42],
    [84, 30],
  ] as const) {
    box(sheet, '#4a4f58', x + dx - 4, y + 8, 8, 46, 0.1)
    cut(sheet, dx === 0 ? '#b5743c' : '#6f7883', (i) => i.arc(x + dx, y + 54 + r, r, 0, 7), {
      lift: 0.4,
      top: y + 54,
      bottom: y + 54 + r * 2,
    })
  }
}

function chalk(sheet: Sheet, x: number, y: number, w: number): void {
  const { ink, random } = sheet
  ink.strokeStyle = 'rgba(240,244,236,0.66)'
  ink.lineWidth = 3.4
  ink.lineCap = 'round'
  ink.beginPath()
  ink.arc(x + w * 0.18, y + 120, 54, 0, 7)
  ink.moveTo(x + w * 0.36, y + 176)
  ink.lineTo(x + w * 0.46, y + 66)
  ink.lineTo(x + w * 0.56, y + 176)
  ink.closePath()
  for (let r = 0; r < 4; r++) {
    let cx = x + w * 0.64
    while (cx < x + w * 0.92) {
      const l = between(random, 14, 44)
      ink.moveTo(cx, y + 66 + r * 36)
      ink.quadraticCurveTo(cx + l / 2, y + 60 + r * 36, cx + l, y + 66 + r * 36)
      cx += l + 16
    }
  }
  ink.stroke()
}

function desk(sheet: Sheet, x: number, y: number): void {
  table(sheet, x, y, 190, 92, '#b07f4e')
  box(sheet, '#a8503f', x - 40, y - 108, 56, 16, 0.2)
}

function ladder(sheet: Sheet, x: number, y: number, h: number): void {
  const { ink, light } = sheet
  ink.strokeStyle = light.tone('#b58a52', 0.6)
  ink.lineWidth = 11
  ink.beginPath()
  ink.moveTo(x, y)
  ink.lineTo(x + 60, y - h)
  ink.moveTo(x + 70, y)
  ink.lineTo(x + 120, y - h)
  for (let t = 0.1; t < 1; t += 0.13) {
    ink.moveTo(x + 60 * t, y - h * t)
    ink.lineTo(x + 70 + 50 * t, y - h * t)
  }
  ink.stroke()
}

function screen(sheet: Sheet, x: number, y: number, w: number, h: number): void {
  const { ink, random, light } = sheet
  box(sheet, '#2c343f', x, y, w, h, 0.6)
  ink.fillStyle = light.style.grade('#123a4a')
  ink.fillRect(x + 10, y + 10, w - 20, h - 20)
  ink.strokeStyle = light.style.grade('#6fe8d0')
  ink.lineWidth = 3
  ink.beginPath()
  for (let i = 0; i <= 20; i++)
    ink.lineTo(x + 16 + ((w - 32) * i) / 20, y + h / 2 + (random() - 0.5) * h * 0.5)
  ink.stroke()
}

function tools(sheet: Sheet, x: number, y: number): void {
  box(sheet, '#6b4c34', x, y, 300, 150, 0.4)
  for (let i = 0; i < 6; i++) {
    const tx = x + 30 + i * 48
    box(sheet, '#a87a4c', tx - 4, y + 44, 8, 80, 0.2)
    if (i % 3 === 0) box(sheet, '#8d969e', tx - 20, y + 28, 40, 20, 0.2)
    else if (i % 3 === 1)
      cut(sheet, '#8d969e', (c) => c.arc(tx, y + 38, 16, 0, 7), { lift: 0.2, top: y + 20, bottom: y + 56 })
    else box(sheet, '#8d969e', tx - 8, y + 18, 16, 34, 0.2)
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

/** The wide window of a ship between stars, above its console. */
function viewport(sheet: Sheet, y: number): void {
  const { ink, random, W } = sheet
  const top = y - 520
  cut(sheet, '#6f8096', (i) => i.rect(W * 0.07, top - 18, W * 0.86, 404), {
    lift: 0.6,
    top,
    bottom: top + 400,
  })
  ink.save()
  ink.beginPath()
  ink.rect(W * 0.085, top, W * 0.83, 366)
  ink.clip()
  ink.fillStyle = '#080c22'
  ink.fillRect(0, top, W, 366)
  for (let i = 0; i < 150; i++) {
    ink.fillStyle = `rgba(255,255,255,${0.4 + random() * 0.6})`
    ink.beginPath()
    ink.arc(W * random(), top + 366 * random(), 0.8 + random() * 2.2, 0, 7)
    ink.fill()
  }
  halo(ink, W * 0.7, top + 300, 330, '#6fa8e0', 0.5)
  ink.fillStyle = '#4f8fd0'
  ink.beginPath()
  ink.arc(W * 0.72, top + 420, 230, 0, 7)
  ink.fill()
  ink.restore()
  for (const t of [0.34, 0.66]) box(sheet, '#6f8096', W * t - 9, top, 18, 366, 0.4)
  box(sheet, '#2f3a4c', sheet.left, y - 130, sheet.right - sheet.left, 134, 0.8)
  for (let i = 0; i < 60; i++) {
    const tone = pick(random, ['#6fe8ff', '#ff8a6a', '#ffe08a', '#7fe0a0'])
    const x = sheet.left + random() * (sheet.right - sheet.left)
    const by = y - 110 + Math.floor(random() * 4) * 26
    halo(ink, x, by, 16, tone, 0.4)
    ink.fillStyle = tone
    ink.fillRect(x - 6, by - 4, 12, 8)
  }
}
