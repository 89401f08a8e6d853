/** Effects: which things fall and float in a scene, each piece on a way of its own through all frames. */
import { alpha, type Hex, lighter, mix } from './colour'
import type { Effect, Fireworks, Flakes, Lanterns, Motes, Rain, Rising, Snow } from './draw-effect'
import { randomFrom } from './random'
import type { SceneReading } from './reading/read-scene'
import type { Frame } from './stage'
import type { Light } from './style/light'

/** `seed` places the pieces. */
export function effectsOf(reading: SceneReading, light: Light, frame: Frame, seed: number): Effect[] {
  const effects: Effect[] = []
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
  return effects
}

function rain(W: number, H: number, count: number, seed: number, light: Light): Rain {
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
  return { kind: 'rain', W, H, drops, slant, colour }
}

function snow(W: number, H: number, count: number, seed: number): Snow {
  const random = randomFrom(seed ^ 0x5e0f)
  const fallen = Array.from({ length: count }, (_, i) => ({
    x: random() * W,
    y: random() * H,
    speed: 40 + random() * 90,
    size: 1.6 + random() * random() * 6,
    phase: i,
  }))
  return { kind: 'snow', W, H, flakes: fallen }
}

function flakes(W: number, H: number, count: number, seed: number, own: Hex, light: Light): Flakes {
  const random = randomFrom(seed ^ 0xf1a4e)
  const fallen = Array.from({ length: count }, (_, i) => ({
    x: random() * W,
    y: random() * H,
    speed: 36 + random() * 50,
    size: 6 + random() * 9,
    phase: i * 1.7,
    colour: light.tone(mix(own, random() < 0.5 ? '#ffffff' : '#c0452f', random() * 0.25), 1),
  }))
  return { kind: 'flakes', W, H, flakes: fallen }
}

function motes(W: number, H: number, count: number, seed: number, colour: Hex, strength: number): Motes {
  const random = randomFrom(seed ^ 0x307e5)
  const list = Array.from({ length: count }, (_, i) => ({
    x: random() * W,
    y: H * (0.3 + random() * 0.52),
    phase: i * 2.3,
  }))
  return { kind: 'motes', motes: list, colour, strength }
}

function rising(
  W: number,
  H: number,
  count: number,
  seed: number,
  colour: Hex,
  speed: number,
  hollow = false,
): Rising {
  const random = randomFrom(seed ^ 0x815e)
  const sparks = Array.from({ length: count }, (_, i) => ({
    x: random() * W,
    y: random() * H,
    size: 2 + random() * random() * (hollow ? 14 : 5),
    speed: speed * (0.6 + random() * 0.9),
    phase: i,
  }))
  return { kind: 'rising', W, H, sparks, colour, hollow }
}

function fireworks(W: number, H: number, seed: number): Fireworks {
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
  return { kind: 'fireworks', bursts }
}

function lanterns(W: number, H: number, count: number, seed: number): Lanterns {
  const random = randomFrom(seed ^ 0x1a57)
  const list = Array.from({ length: count }, (_, i) => ({
    x: random() * W,
    y: random() * H * 0.62,
    size: 8 + random() * 18,
    phase: i * 1.3,
  }))
  return { kind: 'lanterns', W, H, lanterns: list }
}
