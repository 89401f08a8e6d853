/** Depths: cave, underwater, space, another planet, and above the clouds. */
import { alpha, type Hex, mix } from '../colour'
import { between, pick } from '../random'
import { hills, lay } from '../shape/land'
import { cut, halo, polygon } from '../shape/paper'
import { cloud } from '../shape/sky'
import type { Sheet } from '../stage'
import type { Backdrop } from './backdrop'

export function wash(sheet: Sheet, stops: readonly Hex[]): void {
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
