/** Sky: the gradient, sun, moon, stars, clouds and what flies far off. */
import { alpha, darker, mix } from '../colour'
import { between, fractal, noiseFrom } from '../random'
import type { SceneReading } from '../reading/read-scene'
import type { Sheet, Stage } from '../stage'
import { castShadow, clearShadow, halo } from './paper'

export interface Sun {
  x: number
  y: number
  radius: number
}

/** Paints the sky down to the horizon and says where the light stands. */
export function laySky(stage: Stage, reading: SceneReading, horizon: number): Sun {
  const { random, light, frame } = stage
  const { W } = frame
  const night = light.time === 'night'
  const low = light.time === 'dusk' || light.time === 'dawn'
  const third = random() < 0.5 ? between(random, 0.2, 0.36) : between(random, 0.64, 0.8)
  const wantsMoon = reading.extras.includes('moon')
  const radius = (low ? 74 : night ? 62 : 58) * (wantsMoon ? 1.35 : 1)
  const sun: Sun = {
    x: W * third,
    y: low ? horizon - between(random, 80, 150) : Math.max(radius * 2, horizon * between(random, 0.24, 0.34)),
    radius,
  }
  stage.add(0.02, (sheet) => {
    gradient(sheet, horizon)
    const clear = light.weather !== 'storm' && light.weather !== 'rain'
    if (night && light.weather !== 'storm')
      stars(sheet, horizon, reading.extras.includes('stars') ? 420 : 230)
    if (light.style.edge === 'flat' && light.style.id === 'woodblock') bands(sheet, horizon)
    if (reading.extras.includes('aurora')) aurora(sheet, horizon)
    if (clear || wantsMoon) disc(sheet, sun, night, wantsMoon || night)
    if (reading.extras.includes('rainbow')) rainbow(sheet, horizon)
    if (reading.extras.includes('shootingStar')) shootingStar(sheet, horizon)
    if (light.weather === 'storm') lightning(sheet, sun.x, horizon)
  })
  if (light.style.edge === 'ink') inkPeaks(stage, horizon)
  clouds(stage, reading, horizon, sun)
  return sun
}

/** Mountains in wet ink, dark at their crests and lost in mist below, one behind the other. */
function inkPeaks(stage: Stage, horizon: number): void {
  const { random, light } = stage
  const side = random() < 0.5 ? 0.26 : 0.74
  for (const [depth, size, strength] of [
    [0.04, 1, 0.34],
    [0.09, 0.66, 0.6],
  ] as const) {
    stage.add(depth, (sheet) => {
      const { ink, W } = sheet
      const noise = noiseFrom(random)
      const centre = W * (side + (depth > 0.05 ? (side < 0.5 ? -0.16 : 0.16) : 0))
      const high = horizon * 0.66 * size
      const y = (x: number) => {
        const near =
          Math.exp(-(((x - centre) / (W * 0.2)) ** 2)) +
          0.5 * Math.exp(-(((x - W * (1 - side)) / (W * 0.13)) ** 2))
        return (
          horizon + 30 - high * near * (0.8 + 0.2 * noise(x / 60)) - fractal(noise, x / 70, 4) * 90 * size
        )
      }
      const wash = ink.createLinearGradient(0, horizon - high, 0, horizon + 10)
      wash.addColorStop(0, alpha('#2b3034', strength))
      wash.addColorStop(0.5, alpha('#4a5052', strength * 0.5))
      wash.addColorStop(1, alpha(light.sky[3], 0))
      ink.fillStyle = wash
      ink.beginPath()
      ink.moveTo(sheet.left, horizon + 40)
      for (let x = sheet.left; x <= sheet.right; x += 4) ink.lineTo(x, y(x))
      ink.lineTo(sheet.right, horizon + 40)
      ink.fill()
    })
  }
}

function gradient(sheet: Sheet, horizon: number): void {
  const { ink, light } = sheet
  const fall = ink.createLinearGradient(0, sheet.top, 0, horizon + 40)
  light.sky.forEach((colour, i) => {
    fall.addColorStop(i / 3, colour)
  })
  ink.fillStyle = fall
  ink.fillRect(sheet.left - 5, sheet.top - 5, sheet.right - sheet.left + 10, sheet.bottom - sheet.top + 10)
}

function stars(sheet: Sheet, horizon: number, count: number): void {
  const { ink, random, left, right, top, light } = sheet
  const dim = light.style.edge === 'ink' || light.style.edge === 'wash' ? 0.4 : 1
  const many = Math.round((count * (right - left) * (horizon - top)) / 1_600_000) + 40
  for (let i = 0; i < many; i++) {
    const y = top + (horizon - top) * random() ** 1.3
    ink.globalAlpha = (0.3 + random() * 0.7) * dim
    ink.fillStyle = random() < 0.15 ? light.glow : '#ffffff'
    ink.beginPath()
    ink.arc(left + random() * (right - left), y, 0.9 + random() * random() * 2.6, 0, 7)
    ink.fill()
  }
  ink.globalAlpha = 1
}

function disc(sheet: Sheet, { x, y, radius }: Sun, night: boolean, moon: boolean): void {
  const { ink, light, frame } = sheet
  const ring = light.style.edge
  halo(ink, x, y, radius * (ring === 'flat' ? 4 : 7.5), light.glow, ring === 'ink' ? 0.3 : 0.75)
  if (ring === 'paper' || ring === 'neon') {
    // Rings of vellum round the disc: each a little brighter than the one behind.
    for (const [size, strength] of [
      [2.5, 0.08],
      [1.85, 0.1],
      [1.36, 0.14],
    ] as const) {
      ink.fillStyle = alpha(light.glow, strength)
      ink.beginPath()
      ink.arc(x, y, radius * size, 0, 7)
      ink.fill()
    }
  }
  ink.fillStyle = light.glow
  ink.shadowColor = light.glow
  ink.shadowBlur = ring === 'flat' || ring === 'ink' ? 0 : 34 * frame.k
  ink.beginPath()
  ink.arc(x, y, radius, 0, 7)
  ink.fill()
  clearShadow(ink)
  if (night && moon && ring !== 'ink') {
    ink.fillStyle = alpha(darker(light.glow, 0.35), 0.26)
    for (const [dx, dy, r] of [
      [-0.36, -0.22, 0.24],
      [0.3, 0.06, 0.17],
      [-0.06, 0.42, 0.2],
      [0.2, -0.48, 0.12],
      [-0.5, 0.3, 0.1],
      [0.5, 0.44, 0.1],
    ] as const) {
      ink.beginPath()
      ink.arc(x + dx * radius, y + dy * radius, r * radius, 0, 7)
      ink.fill()
    }
  }
}

function bands(sheet: Sheet, horizon: number): void {
  const { ink, light, left, right } = sheet
  for (let i = 0; i < 6; i++) {
    const y = horizon * (0.42 + i * 0.1)
    ink.fillStyle = alpha(light.sky[3], 0.1 + i * 0.03)
    ink.fillRect(left, y, right - left, 7 + i * 4)
  }
}

function aurora(sheet: Sheet, horizon: number): void {
  const { ink, random, left, right } = sheet
  ink.globalCompositeOperation = 'lighter'
  for (let band = 0; band < 3; band++) {
    const base = horizon * (0.3 + band * 0.16)
    const phase = random() * 6
    for (let x = left; x < right; x += 9) {
      const y = base + Math.sin(x / 210 + phase) * 60 + Math.sin(x / 83 + phase * 2) * 18
      const tall = 190 + Math.sin(x / 60 + phase) * 70
      const fall = ink.createLinearGradient(0, y - tall, 0, y)
      const colour = band === 1 ? '#8a6cf0' : '#46e6a4'
      fall.addColorStop(0, alpha(colour, 0))
      fall.addColorStop(0.8, alpha(colour, 0.14 + 0.08 * Math.sin(x / 37)))
      fall.addColorStop(1, alpha(colour, 0))
      ink.fillStyle = fall
      ink.fillRect(x, y - tall, 10, tall)
    }
  }
  ink.globalCompositeOperation = 'source-over'
}

function rainbow(sheet: Sheet, horizon: number): void {
  const { ink, W } = sheet
  const colours = ['#e0564a', '#ee9a3f', '#f2d34f', '#6bbf6b', '#4f94d8', '#8468c4']
  const radius = Math.min(W * 0.46, horizon * 0.86)
  colours.forEach((colour, i) => {
    ink.strokeStyle = alpha(colour, 0.5)
    ink.lineWidth = 15
    ink.beginPath()
    ink.arc(W * 0.5, horizon + 60, radius - i * 15, Math.PI, Math.PI * 2)
    ink.stroke()
  })
}

function shootingStar(sheet: Sheet, horizon: number): void {
  const { ink, random, W } = sheet
  for (let i = 0; i < 3; i++) {
    const x = W * between(random, 0.3, 0.9)
    const y = horizon * between(random, 0.12, 0.4)
    const length = between(random, 120, 260)
    const tail = ink.createLinearGradient(x, y, x + length, y - length * 0.5)
    tail.addColorStop(0, 'rgba(255,255,255,0.95)')
    tail.addColorStop(1, 'rgba(255,255,255,0)')
    ink.strokeStyle = tail
    ink.lineWidth = 4
    ink.lineCap = 'round'
    ink.beginPath()
    ink.moveTo(x, y)
    ink.lineTo(x + length, y - length * 0.5)
    ink.stroke()
    halo(ink, x, y, 26, '#ffffff', 0.9)
  }
}

function lightning(sheet: Sheet, startX: number, horizon: number): void {
  const { ink, random, frame, light } = sheet
  let x = startX
  let y = sheet.top
  const points: [number, number][] = [[x, y]]
  while (y < horizon - 20) {
    x += between(random, -54, 54)
    y += between(random, 34, 70)
    points.push([x, y])
  }
  halo(ink, startX, horizon * 0.2, 520, '#cfdcff', 0.34)
  const bolt = (from: number, width: number, dx: number) => {
    ink.lineWidth = width
    ink.beginPath()
    points.slice(from).forEach(([px, py], i) => {
      const side = dx * i * 26
      if (i === 0) ink.moveTo(px, py)
      else ink.lineTo(px + side, py)
    })
    ink.stroke()
  }
  ink.strokeStyle = mix('#f6f3ff', light.glow, 0.15)
  ink.lineJoin = 'round'
  ink.shadowColor = '#bcd0ff'
  ink.shadowBlur = 30 * frame.k
  bolt(0, 6, 0)
  if (points.length > 5) bolt(Math.floor(points.length / 2), 3, random() < 0.5 ? 1 : -1)
  clearShadow(ink)
}

function clouds(stage: Stage, reading: SceneReading, horizon: number, sun: Sun): void {
  const { light, random, frame } = stage
  const heavy =
    light.weather === 'storm' ||
    light.weather === 'rain' ||
    light.weather === 'cloudy' ||
    light.weather === 'snow'
  const rows = heavy ? 3 : reading.place === 'sky' ? 3 : 2
  for (let row = 0; row < rows; row++) {
    const depth = 0.07 + row * 0.05
    stage.add(
      depth,
      (sheet) => {
        const count = Math.max(
          1,
          Math.round((frame.W / 1000) * (heavy ? 2.4 : light.weather === 'fog' ? 1 : 1.3)),
        )
        for (let i = 0; i < count; i++) {
          const x = sheet.left + ((i + random()) / count) * (sheet.right - sheet.left)
          const y = horizon * between(random, heavy ? 0.02 : 0.08, heavy ? 0.34 : 0.46)
          const size = between(random, 70, 150) * (heavy ? 1.3 : 1)
          const hides =
            Math.abs(x - sun.x) < size * 2.2 + sun.radius && Math.abs(y - sun.y) < size + sun.radius
          if (!hides || light.weather === 'storm' || light.weather === 'rain') cloud(sheet, x, y, size, heavy)
        }
      },
      { rate: 0, phase: 0, drift: (row + 1) * (heavy ? 5 : 3) },
    )
  }
}

/** A heap of rounds with a flat base, lighter above. */
export function cloud(sheet: Sheet, x: number, y: number, size: number, heavy: boolean): void {
  const { ink, light, random } = sheet
  const { style } = light
  const bright = light.time === 'night' ? 0.08 : heavy ? 0.12 : 0.62
  const top = mix(light.sky[2], '#ffffff', style.edge === 'cel' ? 0.85 : bright)
  const low = mix(light.sky[1], light.sky[2], heavy ? 0.25 : 0.6)
  const parts = 5 + Math.floor(random() * 3)
  const wide = size * 2.1
  const lumps = Array.from({ length: parts }, (_, i) => {
    const t = (i + 0.5) / parts - 0.5
    const hump = Math.cos(t * Math.PI) ** 1.1
    return { x: x + t * wide * 1.7, r: size * (0.2 + 0.42 * hump) * (0.85 + random() * 0.3) }
  })
  ink.save()
  ink.globalAlpha = style.edge === 'ink' || style.edge === 'wash' ? 0.55 : 0.9
  if (style.shadow > 0.3) castShadow(sheet, 0.45)
  const shade = ink.createLinearGradient(0, y - size, 0, y + size * 0.3)
  shade.addColorStop(0, top)
  shade.addColorStop(1, style.edge === 'flat' ? top : low)
  ink.fillStyle = shade
  ink.beginPath()
  for (const lump of lumps) {
    ink.moveTo(lump.x + lump.r, y)
    ink.arc(lump.x, y - lump.r * 0.55, lump.r, 0, Math.PI * 2)
  }
  ink.rect(x - wide * 0.75, y - size * 0.3, wide * 1.5, size * 0.3)
  ink.fill()
  clearShadow(ink)
  ink.restore()
}

/** A few gulls or crows as two strokes each, where no bird of the story is meant. */
export function flock(sheet: Sheet, x: number, y: number, count: number): void {
  const { ink, random, light } = sheet
  ink.strokeStyle = alpha(darker(light.tone('#2c3440', 0.5), 0.1), 0.8)
  ink.lineCap = 'round'
  for (let i = 0; i < count; i++) {
    const bx = x + between(random, -130, 130)
    const by = y + between(random, -60, 60)
    const s = between(random, 9, 19)
    ink.lineWidth = s * 0.2
    ink.beginPath()
    ink.moveTo(bx - s, by - s * 0.35)
    ink.quadraticCurveTo(bx - s * 0.4, by - s * 0.6, bx, by)
    ink.quadraticCurveTo(bx + s * 0.4, by - s * 0.6, bx + s, by - s * 0.35)
    ink.stroke()
  }
}

/** Mist in bands, for forests, rivers and foggy days. */
export function mistBands(stage: Stage, depth: number, from: number, to: number, strength: number): void {
  const { light } = stage
  stage.add(
    depth,
    (sheet) => {
      const { ink } = sheet
      const colour = mix(light.sky[3], '#ffffff', light.time === 'night' ? 0 : 0.2)
      for (let i = 0; i < 5; i++) {
        const y = from + ((to - from) * i) / 4
        const fall = ink.createLinearGradient(0, y - 60, 0, y + 60)
        fall.addColorStop(0, alpha(colour, 0))
        fall.addColorStop(0.5, alpha(colour, strength * (0.6 + 0.4 * sheet.random())))
        fall.addColorStop(1, alpha(colour, 0))
        ink.fillStyle = fall
        ink.fillRect(sheet.left, y - 60, sheet.right - sheet.left, 120)
      }
    },
    { rate: 0.5, phase: depth * 9, swayX: 14 },
  )
}
