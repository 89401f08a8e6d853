/** Water: open sea, coast, beach, harbour, lake and river. */
import { alpha, type Hex, mix } from '../colour'
import { between } from '../random'
import { crests, hills, lay } from '../shape/land'
import { blob, cut, polygon } from '../shape/paper'
import { grass } from '../shape/plants'
import { flock } from '../shape/sky'
import { palm } from '../shape/trees'
import type { Sheet } from '../stage'
import type { Backdrop } from './backdrop'
import { farLand, GREEN, SNOW } from './land'

const SEA: readonly Hex[] = ['#7fb4c4', '#5f9db4', '#4586a2', '#2f6f8f', '#235a78', '#1b4662']

const chopOf = (b: Backdrop) => (b.reading.weather === 'storm' ? 1 : b.reading.weather === 'rain' ? 0.5 : 0.2)

/** Sheets of sea from the horizon to `to`; boats float between two of them. */
export function seaSheets(b: Backdrop, from: number, to: number, count: number, floatAt: number): void {
  const { stage, sun } = b
  const chop = chopOf(b)
  for (let i = 0; i < count; i++) {
    const t = count === 1 ? 0 : i / (count - 1)
    const depth = 0.2 + t * 0.46
    const base = from + (to - from) * t ** 1.25
    const grow = 0.25 + t * 0.75
    stage.add(
      depth,
      (sheet) => {
        const y = i === 0 ? () => base : crests(sheet, base, chop * grow, 60 + 150 * grow)
        lay(sheet, SEA[Math.min(SEA.length - 1, Math.round(t * 5))]!, y, i === 0 ? 0.3 : 0.9)
        if (i > 0) foam(sheet, y, grow)
        if (i < 4) glitter(sheet, sun.x, base + 26 * t)
      },
      i === 0
        ? null
        : {
            rate: 0.9 + 0.2 * t,
            phase: i * 1.7,
            swayX: 5 + 16 * grow * (0.4 + chop),
            swayY: 1.5 + 6 * chop * grow,
          },
    )
    if (i === floatAt) b.afloat({ depth: depth + 0.02, y: () => base + 22 * grow })
  }
}

/** The path of light under sun or moon. */
export function glitter(sheet: Sheet, x: number, top: number): void {
  const { ink, light, random } = sheet
  if (light.weather === 'storm' || light.weather === 'rain') return
  for (let i = 0; i < 60; i++) {
    const t = random()
    const y = top + 5 + t * 130
    const w = between(random, 20, 90) * (0.3 + t)
    ink.fillStyle = alpha(light.glow, 0.5 * (1 - t * 0.6))
    ink.fillRect(x - w / 2 + between(random, -40, 40) * (0.3 + t), y, w, 3.5)
  }
}

function foam(sheet: Sheet, y: (x: number) => number, grow: number): void {
  const { ink, light } = sheet
  ink.strokeStyle = alpha(mix(light.rim, '#ffffff', 0.3), 0.2 + 0.16 * grow)
  ink.lineWidth = 2.4 + grow * 2
  for (const drop of [13, 30]) {
    ink.beginPath()
    for (let x = sheet.left; x <= sheet.right; x += 7) {
      if (x === sheet.left) ink.moveTo(x, y(x) + drop)
      else ink.lineTo(x, y(x) + drop * (1 + 0.2 * Math.sin(x / 90)))
    }
    ink.stroke()
  }
}

export function gulls(b: Backdrop): void {
  if (b.reading.weather === 'storm' || b.reading.time === 'night') return
  const { stage, horizon } = b
  const x = stage.frame.W * between(stage.random, 0.25, 0.75)
  stage.add(0.22, (sheet) => flock(sheet, x, horizon * 0.5, 5), { rate: 0.8, phase: 0, swayX: 16, swayY: 8 })
}

export function paintSea(b: Backdrop): void {
  const { stage, horizon, reading } = b
  gulls(b)
  const island = stage.random() < 0.6 || reading.subjects.some((s) => s.sprite.kind === 'building')
  if (island) {
    stage.add(0.17, (sheet) => {
      const x =
        sheet.W * (b.sun.x > sheet.W / 2 ? between(sheet.random, 0.1, 0.3) : between(sheet.random, 0.7, 0.9))
      rockIsle(sheet, x, horizon + 8, 190, 84, '#6f8a8f')
    })
  }
  const people = reading.people.length > 0 && !reading.aboard
  if (reading.subjects.some((s) => s.sprite.kind === 'building')) {
    stage.add(0.3, (sheet) => rockIsle(sheet, sheet.W * 0.5, horizon + 60, 420, 90, '#5f6f70'))
    b.back({ depth: 0.3, y: () => horizon - 4 })
  }
  seaSheets(b, horizon, stage.frame.H * (people ? 0.77 : 0.86), 5, people ? 2 : 3)
  if (people) deck(b)
  else if (
    reading.subjects.every((s) => s.sprite.kind !== 'boat' && s.sprite.kind !== 'ship') &&
    reading.subjects.some(
      (s) => s.sprite.kind !== 'boat' && s.sprite.kind !== 'ship' && s.sprite.kind !== 'fish',
    )
  )
    deck(b)
  stage.add(0.95, (sheet) => lay(sheet, SEA[5]!, crests(sheet, sheet.H * 0.955, chopOf(b) * 0.8, 250), 0.9), {
    rate: 1.2,
    phase: 4,
    swayX: 18,
    swayY: 5,
  })
}

/** The planks of a ship, for those who stand at sea. */
function deck(b: Backdrop): void {
  const { stage } = b
  const y = stage.frame.H * 0.745
  stage.add(0.72, (sheet) => {
    const { ink, light } = sheet
    cut(
      sheet,
      '#9a6a42',
      (i) =>
        polygon(i, [
          [sheet.left - 10, y],
          [sheet.right + 10, y],
          [sheet.right + 10, sheet.bottom + 10],
          [sheet.left - 10, sheet.bottom + 10],
        ]),
      { lift: 0.9, top: y, bottom: sheet.bottom, land: true },
    )
    ink.strokeStyle = light.tone('#5f3f28', 0.8)
    ink.lineWidth = 3
    for (let i = -14; i <= 14; i++) {
      ink.beginPath()
      ink.moveTo(sheet.W / 2 + i * 100, y)
      ink.lineTo(sheet.W / 2 + i * 190, sheet.bottom)
      ink.stroke()
    }
    for (let x = sheet.left; x < sheet.right; x += 150)
      cut(sheet, '#7a4f30', (i) => i.rect(x, y - 92, 15, 98), { lift: 0.2, top: y - 92, bottom: y })
    cut(sheet, '#a8744a', (i) => i.rect(sheet.left - 10, y - 102, sheet.right - sheet.left + 20, 16), {
      lift: 0.4,
      top: y - 102,
      bottom: y - 84,
    })
    b.front({ depth: 0.72, y: () => y + 10 })
  })
}

export function rockIsle(sheet: Sheet, x: number, y: number, w: number, h: number, colour: Hex): void {
  const { random } = sheet
  const n = 9
  const points = Array.from({ length: n }, (_, i) => {
    const t = i / (n - 1)
    return [x - w / 2 + w * t, y - h * Math.sin(t * Math.PI) ** 0.7 * between(random, 0.7, 1.1)] as const
  })
  cut(sheet, colour, (ink) => polygon(ink, [[x - w * 0.56, y + 12], ...points, [x + w * 0.56, y + 12]]), {
    lift: 0.6,
    top: y - h,
    bottom: y + 10,
  })
}

export function paintCoast(b: Backdrop): void {
  const { stage, horizon, reading } = b
  const { random } = stage
  const { W } = stage.frame
  gulls(b)
  if (reading.beyond === 'mountain') farLand(b, GREEN, 'hills')
  const right = b.leadX < W / 2
  seaSheets(b, horizon, horizon + 170, 4, 2)
  // A headland for the lighthouse or the house, opposite the shore people stand on.
  stage.add(0.5, (sheet) => {
    const edge = right ? W * 0.52 : W * 0.48
    const dir = right ? 1 : -1
    const end = right ? sheet.right + 20 : sheet.left - 20
    const top = horizon + 40
    const colour = reading.weather === 'snow' ? '#c9d6df' : '#6f7f7a'
    cut(
      sheet,
      colour,
      (ink) => {
        ink.moveTo(edge, sheet.bottom)
        ink.lineTo(edge + dir * 30, top + 150)
        ink.lineTo(edge + dir * 110, top + 96)
        ink.lineTo(edge + dir * 150, top + 40)
        ink.lineTo(edge + dir * 260, top + 14)
        ink.lineTo(edge + dir * 420, top)
        ink.lineTo(end, top - 26)
        ink.lineTo(end, sheet.bottom)
        ink.closePath()
      },
      { lift: 1, top, bottom: top + 300, land: true },
    )
    sheet.ink.strokeStyle = alpha(sheet.light.tone('#3f4a4a', 0.6), 0.4)
    sheet.ink.lineWidth = 4
    for (let i = 0; i < 9; i++) {
      const x = edge + dir * (80 + i * 70)
      sheet.ink.beginPath()
      sheet.ink.moveTo(x, top + 70 + random() * 60)
      sheet.ink.lineTo(x + dir * 26, top + 120 + random() * 50)
      sheet.ink.stroke()
    }
  })
  const backX = (x: number) => (right ? Math.max(x, W * 0.72) : Math.min(x, W * 0.28))
  b.back({ depth: 0.5, y: () => horizon + 44, x: backX })
  shore(
    b,
    reading.weather === 'snow' ? SNOW.ground : '#8f9a78',
    reading.weather === 'snow' ? SNOW.blade : '#3f5a40',
  )
}

function shore(b: Backdrop, colour: Hex, blade: Hex): void {
  const { stage, horizon } = b
  stage.add(0.72, (sheet) => {
    const y = hills(sheet, Math.max(horizon + 165, sheet.H * 0.745), 22, 1.7, 2)
    lay(sheet, colour, y)
    for (let i = 0; i < 9; i++) {
      const x = sheet.left + sheet.random() * (sheet.right - sheet.left)
      const r = between(sheet.random, 14, 40)
      stone(sheet, x, y(x) + 12, r, '#7f8684')
    }
    b.front({ depth: 0.72, y })
  })
  stage.add(1.05, (sheet) => grass(sheet, blade, sheet.bottom + 10, 120, 0.8), {
    rate: 1.3,
    phase: 0.2,
    swayX: 4,
  })
}

function stone(sheet: Sheet, x: number, y: number, r: number, colour: Hex): void {
  const { random } = sheet
  const points = Array.from({ length: 8 }, (_, i) => {
    const a = (i / 8) * Math.PI * 2
    return [
      x + Math.cos(a) * r * between(random, 0.85, 1.2),
      y + Math.sin(a) * r * 0.55 * between(random, 0.85, 1.15),
    ] as const
  })
  cut(sheet, colour, (ink) => blob(ink, points), { lift: 0.3, top: y - r, bottom: y + r })
}

export function paintBeach(b: Backdrop): void {
  const { stage, horizon } = b
  gulls(b)
  seaSheets(b, horizon, horizon + 130, 4, 2)
  stage.add(0.66, (sheet) => {
    const y = hills(sheet, Math.max(horizon + 140, sheet.H * 0.725), 14, 1.4, 1)
    const { ink, light } = sheet
    lay(sheet, '#d9bd86', y, 0.8)
    ink.strokeStyle = alpha(light.style.grade('#ffffff'), light.time === 'night' ? 0.3 : 0.8)
    ink.lineWidth = 7
    ink.beginPath()
    for (let x = sheet.left; x <= sheet.right; x += 8) ink.lineTo(x, y(x) + 2 + Math.sin(x / 60) * 3)
    ink.stroke()
    b.back({ depth: 0.66, y })
    b.front({ depth: 0.7, y: (x) => y(x) + 24 })
  })
  stage.add(
    0.92,
    (sheet) => {
      const at = b.sun.x > sheet.W / 2 ? sheet.W * 0.02 : sheet.W * 0.98
      palm(sheet, at, sheet.H * 0.98, sheet.H * 0.95, '#4f8a4a')
    },
    { rate: 0.8, phase: 1, swayX: 4 },
  )
  stage.add(1.05, (sheet) => lay(sheet, '#c7a56c', hills(sheet, sheet.H - 14, 26, 1.4, 1)))
}
