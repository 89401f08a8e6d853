/** Depths: cave, underwater, space, another planet, and above the clouds. */
import { alpha, darker, type Hex, mix } from '../colour'
import { between, pick } from '../random'
import { hills, lay } from '../shape/land'
import { blob, cut, halo, polygon } from '../shape/paper'
import { cloud } from '../shape/sky'
import type { Sheet } from '../stage'
import type { Backdrop } from './backdrop'

function wash(sheet: Sheet, stops: readonly Hex[]): void {
  const { ink } = sheet
  const fall = ink.createLinearGradient(0, sheet.top, 0, sheet.bottom)
  stops.forEach((c, i) => {
    fall.addColorStop(i / (stops.length - 1), sheet.light.style.grade(c))
  })
  ink.fillStyle = fall
  ink.fillRect(sheet.left - 5, sheet.top - 5, sheet.right - sheet.left + 10, sheet.bottom - sheet.top + 10)
}

export function paintCave(b: Backdrop): void {
  const { stage } = b
  const { random, frame } = stage
  const { W, H } = frame
  const mouth = { x: W * between(random, 0.36, 0.64), y: H * 0.44 }
  stage.add(0.04, (sheet) => {
    wash(sheet, stage.light.sky)
    halo(sheet.ink, mouth.x, mouth.y, H * 0.6, stage.light.glow, 0.95)
  })
  const rock = ['#8a8494', '#6f6a80', '#57536b', '#413e55', '#2c2a3d']
  rock.forEach((colour, i) => {
    const t = i / (rock.length - 1)
    stage.add(0.18 + t * 0.4, (sheet) => {
      const rx = W * (0.16 + t * 0.34)
      const ry = H * (0.24 + t * 0.26)
      const n = 22
      const points = Array.from({ length: n }, (_, k) => {
        const a = (k / n) * Math.PI * 2
        const spike = k % 2 ? 1 : between(random, 0.72, 0.96)
        return [
          mouth.x + (W / 2 - mouth.x) * t + Math.cos(a) * rx * spike,
          mouth.y + Math.sin(a) * ry * (Math.sin(a) < 0 ? spike : 1),
        ] as const
      })
      cut(
        sheet,
        colour,
        (ink) => {
          polygon(ink, [
            [sheet.left - 40, sheet.top - 40],
            [sheet.right + 40, sheet.top - 40],
            [sheet.right + 40, sheet.bottom + 40],
            [sheet.left - 40, sheet.bottom + 40],
          ])
          polygon(ink, [...points].reverse())
        },
        { lift: 0.9, top: sheet.top, bottom: sheet.bottom },
      )
    })
  })
  stage.add(0.64, (sheet) => {
    const tones = ['#6fe0d8', '#a98cf0', '#6fb0f0']
    for (let i = 0; i < 12; i++) {
      const x = (i % 2 ? sheet.left : sheet.right) + (i % 2 ? 1 : -1) * between(random, 40, W * 0.24)
      const y = H * between(random, 0.66, 0.78)
      const h = between(random, 34, 100)
      const tone = pick(random, tones)
      halo(sheet.ink, x, y - h / 2, h * 1.4, tone, 0.3)
      cut(
        sheet,
        tone,
        (ink) =>
          polygon(ink, [
            [x - h * 0.16, y],
            [x - h * 0.12, y - h * 0.7],
            [x, y - h],
            [x + h * 0.16, y - h * 0.66],
            [x + h * 0.15, y],
          ]),
        { lift: 0.3, top: y - h, bottom: y },
      )
    }
  })
  stage.add(0.72, (sheet) => {
    const y = hills(sheet, H * 0.75, 24, 3, 3)
    lay(sheet, '#4a465c', y)
    b.front({ depth: 0.72, y })
  })
  stage.add(1.02, (sheet) => {
    cut(
      sheet,
      '#1d1b2a',
      (ink) => {
        ink.moveTo(sheet.left - 20, sheet.top - 20)
        for (let x = sheet.left; x <= sheet.right; x += 70) {
          const edge = Math.abs(x / W - 0.5) * 2
          ink.lineTo(x, sheet.top + H * 0.06 + H * 0.16 * edge ** 2)
          ink.lineTo(x + 26, sheet.top + H * (0.08 + 0.3 * random() * edge) + H * 0.1 * edge)
          ink.lineTo(x + 50, sheet.top + H * 0.06 + H * 0.16 * edge ** 2)
        }
        ink.lineTo(sheet.right + 20, sheet.top - 20)
        ink.closePath()
      },
      { lift: 0.9, top: sheet.top, bottom: H * 0.3 },
    )
  })
}

export function paintUnderwater(b: Backdrop): void {
  const { stage } = b
  const { random, frame, light } = stage
  const { W, H } = frame
  const night = light.time === 'night'
  stage.add(0.03, (sheet) => {
    wash(
      sheet,
      night ? ['#123f6b', '#0e3058', '#0a2346', '#081a36'] : ['#8fe0e4', '#4fb8d0', '#2a86b0', '#1a5f8f'],
    )
    const { ink } = sheet
    ink.globalCompositeOperation = 'lighter'
    for (let i = 0; i < 7; i++) {
      const x = W * between(random, 0, 1)
      const w = between(random, 40, 130)
      const fall = ink.createLinearGradient(0, sheet.top, 0, H * 0.86)
      fall.addColorStop(0, 'rgba(220,255,250,0.3)')
      fall.addColorStop(1, 'rgba(220,255,250,0)')
      ink.fillStyle = fall
      ink.beginPath()
      polygon(ink, [
        [x, sheet.top],
        [x + w, sheet.top],
        [x + w * 2.4 - W * 0.12, H * 0.86],
        [x - w - W * 0.12, H * 0.86],
      ])
      ink.fill()
    }
    ink.globalCompositeOperation = 'source-over'
  })
  for (const [depth, base, colour] of [
    [0.2, 0.62, '#3f8fb0'],
    [0.34, 0.69, '#2f7a9a'],
  ] as const) {
    stage.add(depth, (sheet) => {
      const y = hills(sheet, H * base, 70, 4, 4)
      lay(sheet, colour, y)
      if (depth < 0.3) return
      for (let i = 0; i < 10; i++)
        weed(
          sheet,
          sheet.left + random() * (sheet.right - sheet.left),
          y,
          between(random, 90, 220),
          '#3f9a86',
        )
      b.back({ depth, y: (x) => y(x) + 12 })
    })
  }
  stage.add(0.72, (sheet) => {
    const y = hills(sheet, H * 0.755, 22, 2, 2)
    lay(sheet, '#d9c48f', y)
    b.front({ depth: 0.72, y })
  })
  stage.add(
    0.9,
    (sheet) => {
      for (let i = 0; i < 14; i++) {
        const left = i % 2 === 0
        const x = left ? sheet.left + random() * W * 0.2 : sheet.right - random() * W * 0.2
        if (random() < 0.5) weed(sheet, x, () => sheet.bottom, between(random, 190, 430), '#1f6f6a')
        else
          reef(
            sheet,
            x,
            sheet.H + 30,
            between(random, 90, 190),
            pick(random, ['#e0604f', '#e8904a', '#c9569a', '#8f5fc0']),
          )
      }
    },
    { rate: 0.9, phase: 1, swayX: 6 },
  )
}

function weed(sheet: Sheet, x: number, ground: (x: number) => number, h: number, colour: Hex): void {
  const y = ground(x) + 14
  const bend = between(sheet.random, 14, 34)
  const w = h * 0.07
  cut(
    sheet,
    colour,
    (ink) => {
      ink.moveTo(x - w, y)
      ink.bezierCurveTo(x - w - bend, y - h * 0.35, x + bend, y - h * 0.6, x, y - h)
      ink.bezierCurveTo(x + bend + w, y - h * 0.6, x + w - bend * 0.4, y - h * 0.35, x + w, y)
      ink.closePath()
    },
    { lift: 0.3, top: y - h, bottom: y },
  )
}

function reef(sheet: Sheet, x: number, y: number, h: number, colour: Hex): void {
  const { random } = sheet
  const arm = (ax: number, ay: number, angle: number, l: number, w: number, left: number) => {
    const ex = ax + Math.sin(angle) * l
    const ey = ay - Math.cos(angle) * l
    cut(
      sheet,
      colour,
      (ink) => {
        ink.moveTo(ax - w, ay)
        ink.lineTo(ex - w * 0.7, ey)
        ink.arc(ex, ey, w * 0.75, Math.PI, 0)
        ink.lineTo(ax + w, ay)
        ink.closePath()
      },
      { lift: 0.3, top: y - h, bottom: y },
    )
    if (left > 0)
      for (const s of [-1, 1])
        arm(ex, ey, angle + s * between(random, 0.3, 0.7), l * 0.66, w * 0.72, left - 1)
  }
  arm(x, y, between(random, -0.2, 0.2), h * 0.45, h * 0.09, 2)
}

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

export function paintAir(b: Backdrop): void {
  const { stage, reading, horizon } = b
  const { frame, random } = stage
  const { W, H } = frame
  for (const [depth, base, size] of [
    [0.24, 0.6, 130],
    [0.4, 0.7, 190],
    [0.56, 0.78, 240],
  ] as const) {
    stage.add(
      depth,
      (sheet) => {
        const many = Math.ceil(W / (size * 1.5)) + 1
        for (let i = 0; i < many; i++) {
          cloud(
            sheet,
            sheet.left + ((i + random() * 0.6) / many) * (sheet.right - sheet.left),
            H * base + between(random, -26, 26),
            size,
            false,
          )
        }
        const { ink, light } = sheet
        const fall = ink.createLinearGradient(0, H * base - 20, 0, H * base + 180)
        const tone = mix(light.sky[2], '#ffffff', light.time === 'night' ? 0.06 : 0.5)
        fall.addColorStop(0, alpha(tone, 0))
        fall.addColorStop(0.4, alpha(tone, 0.9))
        fall.addColorStop(1, tone)
        ink.fillStyle = fall
        ink.fillRect(sheet.left, H * base - 20, sheet.right - sheet.left, sheet.bottom - H * base + 30)
      },
      { rate: 0.3, phase: depth * 10, swayX: 16 },
    )
    if (depth < 0.3) b.back({ depth: 0.3, y: () => H * 0.64 })
    if (depth === 0.4) b.afloat({ depth: 0.42, y: () => H * 0.7 })
  }
  b.front({ depth: 0.6, y: () => (reading.people.length > 0 ? H * 0.74 : horizon + 120) })
}
