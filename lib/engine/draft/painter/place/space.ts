/** Space between the planets, and the ground of one. */
import { alpha, darker, type Hex, mix } from '../colour'
import { between, pick } from '../random'
import { hills, lay } from '../shape/land'
import { blob, cut, halo } from '../shape/paper'
import type { Sheet } from '../stage'
import type { Backdrop } from './backdrop'
import { wash } from './depths'

function planetDisc(sheet: Sheet, x: number, y: number, r: number, colour: Hex, ring: boolean): void {
  const { ink, light } = sheet
  const tone = light.style.grade(colour)
  halo(ink, x, y, r * 1.9, tone, 0.35)
  const band = (front: boolean) => {
    if (!ring) return
    ink.strokeStyle = alpha(mix(tone, '#fff2d0', 0.5), 0.85)
    ink.lineWidth = r * 0.13
    ink.beginPath()
    ink.ellipse(x, y, r * 1.75, r * 0.42, -0.25, front ? 0 : Math.PI, front ? Math.PI : Math.PI * 2)
    ink.stroke()
  }
  band(false)
  ink.save()
  ink.beginPath()
  ink.arc(x, y, r, 0, 7)
  ink.clip()
  const shade = ink.createRadialGradient(x - r * 0.4, y - r * 0.5, r * 0.1, x, y, r * 1.2)
  shade.addColorStop(0, mix(tone, '#ffffff', 0.4))
  shade.addColorStop(0.5, tone)
  shade.addColorStop(1, darker(tone, 0.65))
  ink.fillStyle = shade
  ink.fillRect(x - r, y - r, r * 2, r * 2)
  for (let i = 0; i < 5; i++) {
    ink.fillStyle = alpha(darker(tone, 0.4), 0.22)
    ink.beginPath()
    ink.ellipse(
      x + between(sheet.random, -0.2, 0.2) * r,
      y - r * 0.7 + i * r * 0.36,
      r * 1.1,
      r * between(sheet.random, 0.05, 0.13),
      -0.2,
      0,
      7,
    )
    ink.fill()
  }
  ink.restore()
  band(true)
}

function starField(sheet: Sheet, count: number): void {
  const { ink, random, left, right, top, bottom } = sheet
  for (let i = 0; i < count; i++) {
    ink.globalAlpha = 0.3 + random() * 0.7
    ink.fillStyle = random() < 0.12 ? '#ffd9a8' : random() < 0.12 ? '#a8d0ff' : '#ffffff'
    ink.beginPath()
    ink.arc(
      left + random() * (right - left),
      top + random() * (bottom - top),
      0.9 + random() * random() * 3.2,
      0,
      7,
    )
    ink.fill()
  }
  ink.globalAlpha = 1
}

export function paintSpace(b: Backdrop): void {
  const { stage, reading } = b
  const { random, frame, light } = stage
  const { W, H } = frame
  const mars = reading.beyond === 'planet'
  stage.add(0.03, (sheet) => {
    wash(sheet, ['#060818', '#0d1138', '#1c1650', '#2c1f5f'])
    for (let i = 0; i < 5; i++) {
      const x = W * random()
      const y = H * random()
      halo(
        sheet.ink,
        x,
        y,
        between(random, 260, 560),
        light.style.grade(pick(random, ['#7a3fc0', '#2f5fd0', '#c04f8f', '#2f9ab0'])),
        0.34,
      )
    }
    starField(sheet, 520)
  })
  const big = { x: W * (random() < 0.5 ? 0.24 : 0.78), y: H * between(random, 0.26, 0.36) }
  stage.add(0.14, (sheet) =>
    planetDisc(
      sheet,
      W - big.x + between(random, -60, 60),
      H * between(random, 0.16, 0.3),
      62,
      '#b58ae0',
      false,
    ),
  )
  const named = reading.subjects.some((s) => /planet|globe/.test(s.sprite.name))
  stage.add(0.24, (sheet) =>
    named
      ? undefined
      : planetDisc(
          sheet,
          big.x,
          big.y,
          mars ? 230 : 165,
          mars ? '#c9603c' : pick(random, ['#e0a05a', '#5fa0d0', '#7fc0a0']),
          !mars,
        ),
  )
  stage.add(
    0.34,
    (sheet) => {
      for (let i = 0; i < 9; i++)
        rockBody(sheet, W * random(), H * between(random, 0.1, 0.7), between(random, 9, 32))
    },
    { rate: 0.4, phase: 0, swayX: 8, swayY: 5, drift: 4 },
  )
  b.back({ depth: 0.4, y: () => H * 0.6 })
  b.afloat({ depth: 0.5, y: () => H * 0.6 })
  const grounded = reading.people.length > 0
  stage.add(0.72, (sheet) => {
    const y = grounded
      ? hills(sheet, H * 0.76, 30, 1.6, 2)
      : (x: number) => H * 1.02 - 210 * Math.cos(((x / W - 0.5) * Math.PI) / 1.25) + 90
    lay(sheet, mars ? '#a84a30' : '#4a4f7f', y)
    craters(sheet, y)
    b.front({ depth: 0.72, y: grounded ? y : () => H * 0.76 })
  })
}

function rockBody(sheet: Sheet, x: number, y: number, r: number): void {
  const points = Array.from({ length: 9 }, (_, i) => {
    const a = (i / 9) * Math.PI * 2
    return [
      x + Math.cos(a) * r * between(sheet.random, 0.7, 1.25),
      y + Math.sin(a) * r * between(sheet.random, 0.7, 1.25),
    ] as const
  })
  cut(sheet, '#7f7a90', (ink) => blob(ink, points), { lift: 0.4, top: y - r, bottom: y + r })
}

function craters(sheet: Sheet, y: (x: number) => number): void {
  const { ink, light, random } = sheet
  for (let i = 0; i < 14; i++) {
    const x = sheet.left + random() * (sheet.right - sheet.left)
    const r = between(random, 16, 60)
    const cy = y(x) + between(random, 36, 190)
    ink.fillStyle = alpha(light.style.grade('#140c1c'), 0.26)
    ink.beginPath()
    ink.ellipse(x, cy, r, r * 0.26, 0, 0, 7)
    ink.fill()
    ink.strokeStyle = alpha(light.rim, 0.22)
    ink.lineWidth = 2.6
    ink.beginPath()
    ink.ellipse(x, cy + 2, r, r * 0.26, 0, 0.1, Math.PI - 0.1)
    ink.stroke()
  }
}

export function paintPlanet(b: Backdrop): void {
  const { stage, horizon, reading } = b
  const { random, frame } = stage
  const { W, H } = frame
  const moon = reading.extras.includes('moon')
  const [sky, far, mid, near]: [readonly Hex[], Hex, Hex, Hex] = moon
    ? [['#04050c', '#0a0e20', '#141a34', '#2c3354'], '#8f94a6', '#a2a6b4', '#b8bac4']
    : [['#3a1a2c', '#7f3a38', '#cf7a4f', '#f2c08a'], '#c0704c', '#b5583a', '#9a4429']
  stage.add(0.03, (sheet) => {
    wash(sheet, sky)
    starField(sheet, moon ? 420 : 130)
  })
  stage.add(0.1, (sheet) => {
    planetDisc(
      sheet,
      W * between(random, 0.2, 0.34),
      horizon * 0.38,
      moon ? 96 : 62,
      moon ? '#4f8fd0' : '#e6d0b0',
      false,
    )
    planetDisc(
      sheet,
      W * between(random, 0.68, 0.82),
      horizon * 0.26,
      moon ? 30 : 112,
      moon ? '#d09a6a' : '#d8905f',
      !moon,
    )
  })
  for (const [depth, drop, colour, rough] of [
    [0.2, -30, far, 90],
    [0.36, 30, mid, 60],
  ] as const) {
    stage.add(depth, (sheet) => {
      const y = hills(sheet, horizon + drop, rough, 3, 3)
      lay(sheet, colour, y)
      if (depth > 0.3) b.back({ depth, y: (x) => y(x) + 10 })
    })
  }
  stage.add(0.72, (sheet) => {
    const y = hills(sheet, Math.max(horizon + 150, H * 0.735), 26, 1.8, 2)
    lay(sheet, near, y)
    craters(sheet, y)
    b.front({ depth: 0.72, y })
  })
  stage.add(1.02, (sheet) => lay(sheet, darker(near, 0.4), hills(sheet, H * 0.985, 24, 4, 3)))
}
