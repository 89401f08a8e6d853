/** Paper: how one sheet is filled, edged and shadowed in the style of the scene. */
import { alpha, darker, type Hex, lighter, mix } from '../colour'
import type { Sheet } from '../stage'
import type { Ink } from '../surface'

export interface CutOptions {
  /** Depth for haze; the sheet's own when left out. */
  depth?: number
  /** How far the paper lies above the one behind it: 0 no shadow, 1 a ridge. */
  lift?: number
  /** Top and bottom of the shape for its shading. Units. */
  top: number
  bottom: number
  /** A broad sheet of land or water, that mist may eat from below. */
  land?: boolean
  /** Already toned: use the colour as it is. */
  raw?: boolean
}

/** Cuts a shape out of paper of its own colour and lays it down. */
export function cut(sheet: Sheet, own: Hex, trace: (ink: Ink) => void, options: CutOptions): void {
  const { ink, light } = sheet
  const { style } = light
  const depth = options.depth ?? sheet.depth
  const colour = options.raw ? own : light.tone(own, depth)
  const lift = (options.lift ?? 0.5) * style.shadow
  ink.save()
  const path = () => {
    ink.beginPath()
    trace(ink)
  }
  if (lift > 0) castShadow(sheet, lift)
  path()
  const shade = ink.createLinearGradient(0, options.top, 0, options.bottom)
  const { edge } = style
  if (edge === 'ink' && options.land) {
    const mist = mix(light.sky[3], light.sky[2], 0.3)
    const wet = darker(colour, 0.3 * depth + 0.12)
    shade.addColorStop(0, mix(wet, mist, 0.06 + Math.max(0, 0.34 - depth * 0.4)))
    shade.addColorStop(0.3, mix(wet, mist, 0.62))
    shade.addColorStop(1, mix(colour, mist, 0.93))
  } else if (edge === 'wash' && options.land) {
    shade.addColorStop(0, darker(colour, 0.1))
    shade.addColorStop(0.25, colour)
    shade.addColorStop(1, lighter(colour, 0.26))
  } else if (edge === 'flat') {
    shade.addColorStop(0, colour)
    shade.addColorStop(1, options.land ? darker(colour, 0.1) : colour)
  } else if (edge === 'cel') {
    shade.addColorStop(0, lighter(colour, 0.12))
    shade.addColorStop(0.5, colour)
    shade.addColorStop(0.52, darker(colour, 0.1))
    shade.addColorStop(1, darker(colour, 0.16))
  } else {
    shade.addColorStop(0, options.land ? mix(colour, light.sky[3], 0.16) : lighter(colour, 0.07))
    shade.addColorStop(0.5, colour)
    shade.addColorStop(1, darker(colour, options.land ? 0.3 : 0.16))
  }
  ink.fillStyle = shade
  ink.fill()
  clearShadow(ink)
  drawEdge(sheet, colour, path, options)
  ink.restore()
}

/** The paper's own thickness, the brush's rim or the glowing tube, by style. */
function drawEdge(sheet: Sheet, colour: Hex, path: () => void, options: CutOptions): void {
  const { ink, light } = sheet
  const { edge } = light.style
  const near = 0.4 + sheet.depth * 0.6
  if (edge === 'paper') {
    path()
    ink.clip()
    ink.lineWidth = options.land ? 5 : 3.4
    ink.strokeStyle = alpha(light.rim, 0.16 + 0.16 * near)
    ink.stroke()
  } else if (edge === 'wash') {
    path()
    ink.lineWidth = 2.2
    ink.strokeStyle = alpha(darker(colour, 0.32), 0.42)
    ink.stroke()
  } else if (edge === 'ink') {
    path()
    ink.lineWidth = options.land ? 3.2 : 1.8
    ink.strokeStyle = alpha(darker(colour, 0.45), options.land ? 0.4 * near : 0.5)
    ink.stroke()
  } else if (edge === 'cel') {
    path()
    ink.lineWidth = 2
    ink.strokeStyle = alpha(darker(colour, 0.55), 0.5)
    ink.stroke()
  } else if (edge === 'neon' && options.land) {
    path()
    ink.lineWidth = 2.4
    ink.strokeStyle = alpha(light.rim, 0.25 + 0.4 * near)
    ink.shadowColor = light.rim
    ink.shadowBlur = 16 * sheet.frame.k
    ink.stroke()
    clearShadow(ink)
  }
}

/** Shadows ignore the canvas transform, so their lengths are turned into pixels here. */
export function castShadow(sheet: Sheet, lift: number): void {
  const { ink, frame, light } = sheet
  ink.shadowColor = `rgba(4,6,16,${0.2 + 0.34 * Math.min(1, lift) * light.style.shadow})`
  ink.shadowBlur = (10 + 26 * lift) * frame.k
  ink.shadowOffsetY = (lift > 0.8 ? -5 : 5) * frame.k
}

export function clearShadow(ink: Ink): void {
  ink.shadowColor = 'rgba(0,0,0,0)'
  ink.shadowBlur = 0
  ink.shadowOffsetY = 0
}

/** A soft disc of light painted into a sheet. */
export function halo(ink: Ink, x: number, y: number, radius: number, colour: Hex, strength: number): void {
  const glow = ink.createRadialGradient(x, y, 0, x, y, radius)
  glow.addColorStop(0, alpha(colour, strength))
  glow.addColorStop(0.35, alpha(colour, strength * 0.36))
  glow.addColorStop(1, alpha(colour, 0))
  ink.fillStyle = glow
  ink.fillRect(x - radius, y - radius, radius * 2, radius * 2)
}

export function polygon(ink: Ink, points: readonly (readonly [number, number])[]): void {
  points.forEach(([x, y], i) => {
    if (i === 0) ink.moveTo(x, y)
    else ink.lineTo(x, y)
  })
  ink.closePath()
}

/** A closed smooth curve through the middles of the points' sides. */
export function blob(ink: Ink, points: readonly (readonly [number, number])[]): void {
  const n = points.length
  const middle = (i: number) => {
    const [ax, ay] = points[i % n]!
    const [bx, by] = points[(i + 1) % n]!
    return [(ax + bx) / 2, (ay + by) / 2] as const
  }
  const [sx, sy] = middle(n - 1)
  ink.moveTo(sx, sy)
  for (let i = 0; i < n; i++) {
    const [px, py] = points[i]!
    const [mx, my] = middle(i)
    ink.quadraticCurveTo(px, py, mx, my)
  }
  ink.closePath()
}
