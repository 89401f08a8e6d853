/** Parts: how a piece of a paper figure is cut. Figures are 100 units tall, feet at y 0, looking right. */
import { alpha, darker, type Hex, lighter } from '../colour'
import type { Ink } from '../surface'

/** What a figure is being drawn with: `scale` is pixels per figure unit, for shadows. */
export interface Brush {
  ink: Ink
  scale: number
}

/** One piece: its own soft shadow, a lighter front and a darker back. */
export function part(
  { ink, scale }: Brush,
  colour: Hex,
  trace: (ink: Ink) => void,
  span: [number, number] = [-16, 16],
): void {
  ink.save()
  ink.shadowColor = 'rgba(10,8,14,0.36)'
  ink.shadowBlur = Math.min(22, 2 * scale)
  ink.shadowOffsetY = Math.min(6, 0.5 * scale)
  const shade = ink.createLinearGradient(span[0], 0, span[1], 0)
  shade.addColorStop(0, darker(colour, 0.2))
  shade.addColorStop(0.55, colour)
  shade.addColorStop(1, lighter(colour, 0.1))
  ink.fillStyle = shade
  ink.beginPath()
  trace(ink)
  ink.fill()
  ink.restore()
}

/** A flat mark without shadow: a button, a seam, a fold. */
export function mark({ ink }: Brush, colour: Hex, trace: (ink: Ink) => void): void {
  ink.fillStyle = colour
  ink.beginPath()
  trace(ink)
  ink.fill()
}

export function seam({ ink }: Brush, colour: Hex, width: number, trace: (ink: Ink) => void): void {
  ink.strokeStyle = colour
  ink.lineWidth = width
  ink.lineCap = 'round'
  ink.lineJoin = 'round'
  ink.beginPath()
  trace(ink)
  ink.stroke()
}

export const fold = (colour: Hex): string => alpha(darker(colour, 0.6), 0.3)

export interface Point {
  x: number
  y: number
}

/** From a joint, `length` along an angle in degrees: 0 hangs down, 90 points forward. */
export function reach(from: Point, angle: number, length: number): Point {
  const a = (angle * Math.PI) / 180
  return { x: from.x + Math.sin(a) * length, y: from.y + Math.cos(a) * length }
}

/** A tapering limb through three joints. */
export function limb(
  brush: Brush,
  colour: Hex,
  [a, b, c]: [Point, Point, Point],
  widths: [number, number, number],
): void {
  const side = (p: Point, q: Point, w: number) => {
    const l = Math.hypot(q.x - p.x, q.y - p.y) || 1
    return { x: (-(q.y - p.y) / l) * w, y: ((q.x - p.x) / l) * w }
  }
  const [wa, wb, wc] = widths
  part(brush, colour, (ink) => dot(ink, a.x, a.y, wa), [a.x - 8, a.x + 8])
  const na = side(a, b, wa)
  const nb = side(a, c, wb)
  const nc = side(b, c, wc)
  part(
    brush,
    colour,
    (ink) => {
      ink.moveTo(a.x + na.x, a.y + na.y)
      ink.quadraticCurveTo(b.x + nb.x, b.y + nb.y, c.x + nc.x, c.y + nc.y)
      ink.lineTo(c.x - nc.x, c.y - nc.y)
      ink.quadraticCurveTo(b.x - nb.x, b.y - nb.y, a.x - na.x, a.y - na.y)
      ink.closePath()
    },
    [Math.min(a.x, c.x) - 8, Math.max(a.x, c.x) + 8],
  )
}

export function dot(ink: Ink, x: number, y: number, r: number): void {
  ink.moveTo(x + r, y)
  ink.arc(x, y, r, 0, Math.PI * 2)
}
