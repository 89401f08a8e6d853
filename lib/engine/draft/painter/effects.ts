/** What falls and floats in front of the layers, as pure functions of time: rain, snow, petals, fireflies. */
import { alpha, type Hex, lighter, mix } from './colour'
import { randomFrom } from './random'
import type { SceneReading } from './reading/read-scene'
import type { Frame } from './stage'
import type { Light } from './style/light'
import type { Ink } from './surface'

type Draw = (ink: Ink, timeS: number) => void

export interface Effect {
  draw: Draw
}

/** Which effects a scene has; `seed` keeps each drop on its own way through all frames. */
export function effectsOf(reading: SceneReading, light: Light, frame: Frame, seed: number): Effect[] {
  const effects: Draw[] = []
  const { W, H } = frame
  const many = (n: number) => Math.round((n * W * H) / 1_778_000)
  const outdoors = !light.indoors
  if (outdoors && (light.weather === 'rain' || light.weather === 'storm')) {
    effects.push(rain(W, H, many(light.weather === 'storm' ? 330 : 230), seed, light))
  }
  const has = (extra: SceneReading['extras'][number]) => reading.extras.includes(extra)
  if (outdoors && light.weather === 'snow') effects.push(snow(W, H, many(210), seed))
  if (has('petals') || reading.place === 'orchard')
    effects.push(flakes(W, H, many(46), seed, '#f7bcc9', light))
  if (has('leaves') && outdoors) effects.push(flakes(W, H, many(34), seed, '#d98a3a', light))
  const woods = ['forest', 'bamboo', 'meadow', 'garden', 'orchard'].includes(reading.place)
  if (has('fireflies') || (light.time === 'night' && woods && light.weather === 'clear')) {
    effects.push(motes(W, H, many(34), seed, '#ffeb9a', 1))
  }
  if (has('magic'))
    effects.push(motes(W, H, many(40), seed + 1, light.style.id === 'neon' ? '#7ff3ff' : '#fff0b8', 1.2))
  if (has('embers')) effects.push(rising(W, H, many(54), seed, '#ffb057', 90))
  if (reading.place === 'underwater') effects.push(rising(W, H, many(44), seed, '#d9f6ff', 46, true))
  if (has('fireworks') && outdoors) effects.push(fireworks(W, H, seed))
  if (has('lanterns')) effects.push(lanterns(W, H, many(22), seed))
  if (light.indoors && reading.place !== 'underwater' && reading.place !== 'space') {
    effects.push(motes(W, H, many(26), seed + 2, lighter(light.glow, 0.2), 0.5))
  }
  if (has('dust') || reading.place === 'desert') effects.push(motes(W, H, many(40), seed + 3, '#f2dcae', 0.6))
  return effects.map((draw) => ({ draw }))
}

const wrap = (v: number, size: number) => ((v % size) + size) % size

function rain(W: number, H: number, count: number, seed: number, light: Light): Draw {
  const random = randomFrom(seed ^ 0x51a1)
  const drops = Array.from({ length: count }, () => ({
    x: random() * (W + 300),
    y: random() * (H + 120),
    speed: 1000 + random() * 700,
    long: 26 + random() * 26,
  }))
  const slant = light.weather === 'storm' ? 0.34 : 0.16
  const pale = light.style.edge === 'ink' || light.style.edge === 'wash'
  const colour = pale ? alpha('#4a5560', 0.26) : alpha(mix('#dfe8f6', light.sky[2], 0.2), 0.34)
  return (ink, t) => {
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
}

function snow(W: number, H: number, count: number, seed: number): Draw {
  const random = randomFrom(seed ^ 0x5e0f)
  const flakesOf = Array.from({ length: count }, (_, i) => ({
    x: random() * W,
    y: random() * H,
    speed: 40 + random() * 90,
    size: 1.6 + random() * random() * 6,
    phase: i,
  }))
  return (ink, t) => {
    ink.fillStyle = 'rgba(255,255,255,0.86)'
    ink.beginPath()
    for (const f of flakesOf) {
      const x = wrap(f.x + Math.sin(t * 0.7 + f.phase) * 26 - t * 14, W + 40) - 20
      const y = wrap(f.y + t * f.speed, H + 40) - 20
      ink.moveTo(x + f.size, y)
      ink.arc(x, y, f.size, 0, 7)
    }
    ink.fill()
  }
}

function flakes(W: number, H: number, count: number, seed: number, own: Hex, light: Light): Draw {
  const random = randomFrom(seed ^ 0xf1a4e)
  const list = Array.from({ length: count }, (_, i) => ({
    x: random() * W,
    y: random() * H,
    speed: 36 + random() * 50,
    size: 6 + random() * 9,
    phase: i * 1.7,
    colour: light.tone(mix(own, random() < 0.5 ? '#ffffff' : '#c0452f', random() * 0.25), 1),
  }))
  return (ink, t) => {
    for (const f of list) {
      const x = wrap(f.x + Math.sin(t * 0.9 + f.phase) * 40 - t * 30, W + 60) - 30
      const y = wrap(f.y + t * f.speed, H + 60) - 30
      const turn = t * 1.4 + f.phase
      ink.fillStyle = f.colour
      ink.beginPath()
      ink.ellipse(x, y, f.size, f.size * (0.3 + 0.3 * Math.abs(Math.sin(turn))), turn, 0, 7)
      ink.fill()
    }
  }
}

function motes(W: number, H: number, count: number, seed: number, colour: Hex, strength: number): Draw {
  const random = randomFrom(seed ^ 0x307e5)
  const list = Array.from({ length: count }, (_, i) => ({
    x: random() * W,
    y: H * (0.3 + random() * 0.52),
    phase: i * 2.3,
  }))
  return (ink, t) => {
    for (const m of list) {
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
}

function rising(
  W: number,
  H: number,
  count: number,
  seed: number,
  colour: Hex,
  speed: number,
  hollow = false,
): Draw {
  const random = randomFrom(seed ^ 0x815e)
  const list = Array.from({ length: count }, (_, i) => ({
    x: random() * W,
    y: random() * H,
    size: 2 + random() * random() * (hollow ? 14 : 5),
    speed: speed * (0.6 + random() * 0.9),
    phase: i,
  }))
  return (ink, t) => {
    for (const m of list) {
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
}

/** Bursts one after another, each for a second and a half, high in the sky. */
function fireworks(W: number, H: number, seed: number): Draw {
  const random = randomFrom(seed ^ 0xf12e)
  const colours = ['#ff6f61', '#ffd34f', '#6fd0ff', '#b98cff', '#7fe0a0', '#ffa0c8']
  const bursts = Array.from({ length: 9 }, (_, i) => ({
    x: W * (0.12 + 0.76 * random()),
    y: H * (0.1 + 0.26 * random()),
    size: 110 + random() * 130,
    start: i * 0.42,
    colour: colours[i % colours.length]!,
    rays: 16 + Math.floor(random() * 10),
  }))
  return (ink, t) => {
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
}

function lanterns(W: number, H: number, count: number, seed: number): Draw {
  const random = randomFrom(seed ^ 0x1a57)
  const list = Array.from({ length: count }, (_, i) => ({
    x: random() * W,
    y: random() * H * 0.62,
    size: 8 + random() * 18,
    phase: i * 1.3,
  }))
  return (ink, t) => {
    for (const l of list) {
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
}
