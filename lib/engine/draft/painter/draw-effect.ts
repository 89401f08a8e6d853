/**
 * Draw effect: what falls and floats in front of the layers, as pure functions of time. An effect is plain data, so
 * that a scene painted in one thread can be drawn in another.
 */
import { alpha, type Hex, lighter } from './colour'
import type { Ink } from './surface'

interface Extent {
  /** Of the picture, in units. */
  W: number
  H: number
}

/** Where a piece begins. Units. */
interface Piece {
  x: number
  y: number
}

export interface Rain extends Extent {
  kind: 'rain'
  drops: (Piece & { speed: number; long: number })[]
  slant: number
  /** As CSS writes it. */
  colour: string
}

export interface Snow extends Extent {
  kind: 'snow'
  flakes: (Piece & { speed: number; size: number; phase: number })[]
}

/** Petals and leaves. */
export interface Flakes extends Extent {
  kind: 'flakes'
  flakes: (Piece & { speed: number; size: number; phase: number; colour: Hex })[]
}

/** Fireflies, dust and magic. */
export interface Motes {
  kind: 'motes'
  motes: (Piece & { phase: number })[]
  colour: Hex
  strength: number
}

/** Embers, and hollow: bubbles. */
export interface Rising extends Extent {
  kind: 'rising'
  sparks: (Piece & { speed: number; size: number; phase: number })[]
  colour: Hex
  hollow: boolean
}

/** Bursts one after another, each for a second and a half, high in the sky. */
export interface Fireworks {
  kind: 'fireworks'
  bursts: (Piece & { size: number; start: number; colour: Hex; rays: number })[]
}

export interface Lanterns extends Extent {
  kind: 'lanterns'
  lanterns: (Piece & { size: number; phase: number })[]
}

export type Effect = Rain | Snow | Flakes | Motes | Rising | Fireworks | Lanterns

/** Draws in units. */
export function drawEffect(ink: Ink, effect: Effect, timeS: number): void {
  switch (effect.kind) {
    case 'rain':
      drawRain(ink, effect, timeS)
      break
    case 'snow':
      drawSnow(ink, effect, timeS)
      break
    case 'flakes':
      drawFlakes(ink, effect, timeS)
      break
    case 'motes':
      drawMotes(ink, effect, timeS)
      break
    case 'rising':
      drawRising(ink, effect, timeS)
      break
    case 'fireworks':
      drawFireworks(ink, effect, timeS)
      break
    case 'lanterns':
      drawLanterns(ink, effect, timeS)
      break
  }
}

const wrap = (v: number, size: number) => ((v % size) + size) % size

function drawRain(ink: Ink, { W, H, drops, slant, colour }: Rain, t: number): void {
  ink.strokeStyle = colour
  ink.lineWidth = 2
  ink.beginPath()
  for (const drop of drops) {
    const y = wrap(drop.y + t * drop.speed, H + 120) - 60
    const x = wrap(drop.x - t * drop.speed * slant, W + 300) - 150
    ink.moveTo(x, y)
    ink.lineTo(x - drop.long * slant, y + drop.long)
  }
  ink.stroke()
}

function drawSnow(ink: Ink, { W, H, flakes }: Snow, t: number): void {
  ink.fillStyle = 'rgba(255,255,255,0.86)'
  ink.beginPath()
  for (const f of flakes) {
    const x = wrap(f.x + Math.sin(t * 0.7 + f.phase) * 26 - t * 14, W + 40) - 20
    const y = wrap(f.y + t * f.speed, H + 40) - 20
    ink.moveTo(x + f.size, y)
    ink.arc(x, y, f.size, 0, 7)
  }
  ink.fill()
}

function drawFlakes(ink: Ink, { W, H, flakes }: Flakes, t: number): void {
  for (const f of flakes) {
    const x = wrap(f.x + Math.sin(t * 0.9 + f.phase) * 40 - t * 30, W + 60) - 30
    const y = wrap(f.y + t * f.speed, H + 60) - 30
    const turn = t * 1.4 + f.phase
    ink.fillStyle = f.colour
    ink.beginPath()
    ink.ellipse(x, y, f.size, f.size * (0.3 + 0.3 * Math.abs(Math.sin(turn))), turn, 0, 7)
    ink.fill()
  }
}

function drawMotes(ink: Ink, { motes, colour, strength }: Motes, t: number): void {
  for (const m of motes) {
    const x = m.x + Math.sin(t * 0.55 + m.phase) * 30
    const y = m.y + Math.cos(t * 0.7 + m.phase * 2) * 20
    const a = (0.3 + 0.6 * Math.abs(Math.sin(t * 1.1 + m.phase))) * strength
    ink.fillStyle = alpha(colour, Math.min(1, a * 0.22))
    ink.beginPath()
    ink.arc(x, y, 10, 0, 7)
    ink.fill()
    ink.fillStyle = alpha(lighter(colour, 0.4), Math.min(1, a))
    ink.beginPath()
    ink.arc(x, y, 2.8, 0, 7)
    ink.fill()
  }
}

function drawRising(ink: Ink, { H, sparks, colour, hollow }: Rising, t: number): void {
  for (const m of sparks) {
    const y = wrap(m.y - t * m.speed, H + 30) - 15
    const x = m.x + Math.sin(t * 1.2 + m.phase) * 18
    const a = hollow ? 0.5 : 0.4 + 0.5 * Math.abs(Math.sin(t * 3 + m.phase))
    ink.beginPath()
    ink.arc(x, y, m.size, 0, 7)
    if (hollow) {
      ink.strokeStyle = alpha(colour, a)
      ink.lineWidth = 1.8
      ink.stroke()
    } else {
      ink.fillStyle = alpha(colour, a * (y / H) ** 0.5)
      ink.fill()
    }
  }
}

function drawFireworks(ink: Ink, { bursts }: Fireworks, t: number): void {
  ink.lineCap = 'round'
  for (const b of bursts) {
    const age = wrap(t - b.start, 3.8) / 1.5
    if (age > 1) continue
    const reach = b.size * (1 - (1 - age) ** 3)
    const fade = 1 - age * age
    ink.strokeStyle = alpha(b.colour, fade)
    ink.lineWidth = 4.5 * fade + 1
    ink.beginPath()
    for (let r = 0; r < b.rays; r++) {
      const a = (r / b.rays) * Math.PI * 2
      const far = reach * (r % 2 ? 1 : 0.72)
      const drop = age * age * 46
      ink.moveTo(b.x + Math.cos(a) * far * 0.66, b.y + Math.sin(a) * far * 0.66 + drop * 0.6)
      ink.lineTo(b.x + Math.cos(a) * far, b.y + Math.sin(a) * far + drop)
    }
    ink.stroke()
    const glow = ink.createRadialGradient(b.x, b.y, 0, b.x, b.y, b.size)
    glow.addColorStop(0, alpha(b.colour, 0.34 * fade))
    glow.addColorStop(1, alpha(b.colour, 0))
    ink.fillStyle = glow
    ink.fillRect(b.x - b.size, b.y - b.size, b.size * 2, b.size * 2)
  }
}

function drawLanterns(ink: Ink, { H, lanterns }: Lanterns, t: number): void {
  for (const l of lanterns) {
    const y = wrap(l.y - t * l.size * 0.7, H * 0.66) - 20
    const x = l.x + Math.sin(t * 0.4 + l.phase) * 12
    const glow = ink.createRadialGradient(x, y, 0, x, y, l.size * 3.4)
    glow.addColorStop(0, 'rgba(255,190,90,0.55)')
    glow.addColorStop(1, 'rgba(255,170,70,0)')
    ink.fillStyle = glow
    ink.fillRect(x - l.size * 3.4, y - l.size * 3.4, l.size * 6.8, l.size * 6.8)
    ink.fillStyle = '#ffc978'
    ink.beginPath()
    ink.moveTo(x - l.size * 0.55, y + l.size * 0.7)
    ink.quadraticCurveTo(x - l.size, y - l.size * 0.8, x, y - l.size)
    ink.quadraticCurveTo(x + l.size, y - l.size * 0.8, x + l.size * 0.55, y + l.size * 0.7)
    ink.closePath()
    ink.fill()
  }
}
