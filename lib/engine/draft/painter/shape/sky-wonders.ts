/** Wonders of the sky: aurora, rainbow, falling stars, lightning, mountains of ink. */
import { alpha, mix } from '../colour'
import { between, fractal, noiseFrom } from '../random'
import type { Sheet, Stage } from '../stage'
import { clearShadow, halo } from './paper'

/** Mountains in wet ink, dark at their crests and lost in mist below, one behind the other. */
export function inkPeaks(stage: Stage, horizon: number): void {
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

export function aurora(sheet: Sheet, horizon: number): void {
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

export function rainbow(sheet: Sheet, horizon: number): void {
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

export function shootingStar(sheet: Sheet, horizon: number): void {
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

export function lightning(sheet: Sheet, startX: number, horizon: number): void {
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
