/** Sky: the gradient, sun, moon, stars, clouds and what flies far off. */
import { alpha, darker, mix } from '../colour'
import { between } from '../random'
import type { SceneReading } from '../reading/read-scene'
import type { Sheet, Stage } from '../stage'
import { castShadow, clearShadow, halo } from './paper'
import { aurora, inkPeaks, lightning, rainbow, shootingStar } from './sky-wonders'

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
