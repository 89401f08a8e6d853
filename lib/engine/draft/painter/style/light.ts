/** Light: what time of day, weather and style do to every colour of a scene. */
import { brightness, type Hex, lighter, mix, multiply } from '../colour'
import { INDOORS, type Place } from '../reading/places'
import type { Time, Weather } from '../reading/setting'
import type { Style } from './styles'

export interface Light {
  time: Time
  weather: Weather
  style: Style
  indoors: boolean
  /** From the top of the sky to the horizon, as painted. */
  sky: [Hex, Hex, Hex, Hex]
  /** What falls on things. */
  ambient: Hex
  /** Sun, moon, lamps and windows. */
  glow: Hex
  /** The thin bright edge on the lit side. */
  rim: Hex
  /** 0 (clear) to 1: how soon distance swallows things. */
  haze: number
  /** A thing's own colour as it looks here, `depth` 0 (far) to 1 (near). */
  tone(own: Hex, depth: number): Hex
}

type Sky = readonly [Hex, Hex, Hex, Hex]
const SKIES: Record<Time, Sky> = {
  dawn: ['#5b7fb4', '#a7b6d6', '#f6c9b4', '#ffe9c6'],
  day: ['#2f86c8', '#74bbe6', '#bfe4f0', '#fdf3d8'],
  dusk: ['#2b1f55', '#7d3370', '#e5664f', '#ffc86f'],
  night: ['#070c22', '#13265a', '#2d4f86', '#6288b4'],
}
const AMBIENT: Record<Time, Hex> = { dawn: '#f6d8cc', day: '#fffaf0', dusk: '#d98d86', night: '#5a78bc' }
const GLOW: Record<Time, Hex> = { dawn: '#fff0cc', day: '#fff6d0', dusk: '#ffdc8c', night: '#ffedb8' }
const RIM: Record<Time, Hex> = { dawn: '#ffe3c4', day: '#fffbe6', dusk: '#ffb27a', night: '#a9c6f2' }

export function lightOf(style: Style, time: Time, weather: Weather, place: Place): Light {
  const indoors = INDOORS.has(place) || place === 'cave' || place === 'underwater' || place === 'space'
  let sky = [...(style.sky[time] ?? SKIES[time])] as [Hex, Hex, Hex, Hex]
  let ambient = style.ambient[time] ?? AMBIENT[time]
  if (style.id.startsWith('storybook-')) sky = sky.map(style.grade) as typeof sky
  const dull = weather === 'storm' ? 0.6 : weather === 'rain' ? 0.46 : weather === 'cloudy' ? 0.34 : 0
  if (dull > 0 && !indoors) {
    const slate = mix(time === 'night' ? '#141c2b' : '#5f6f80', sky[1], 0.25)
    const painted = style.edge === 'ink' || style.id === 'shadow' ? mix(slate, sky[0], 0.8) : slate
    sky = sky.map((c, i) =>
      mix(c, i > 1 ? lighter(painted, time === 'night' ? 0.08 : 0.2) : painted, dull),
    ) as typeof sky
    ambient = multiply(ambient, weather === 'storm' ? '#9aa6b8' : '#c3ccd6')
  }
  if (weather === 'snow' && !indoors)
    sky = sky.map((c) => mix(c, time === 'night' ? '#5d79a8' : '#dfe8f0', 0.3)) as typeof sky
  if (weather === 'fog' && !indoors) sky = sky.map((c) => mix(c, sky[3], 0.45)) as typeof sky
  if (INDOORS.has(place)) ambient = mix(ambient, lampLight(time), time === 'day' ? 0.2 : 0.66)
  if (place === 'cave') ambient = mix(ambient, '#d9c4e0', 0.5)
  if (place === 'space' || place === 'planet') ambient = mix(ambient, '#e9e4f4', 0.78)
  if (place === 'underwater') ambient = mix(ambient, time === 'night' ? '#6fa0d0' : '#d6f4f6', 0.6)
  const haze =
    weather === 'fog' ? 1 : weather === 'snow' || weather === 'rain' ? 0.75 : weather === 'storm' ? 0.6 : 0.55
  const mist = mix(sky[3], sky[2], 0.35)
  const reach = indoors ? 0 : haze
  return {
    time,
    weather,
    style,
    indoors,
    sky,
    ambient,
    glow: style.glow?.[time] ?? GLOW[time],
    rim: style.rim?.[time] ?? RIM[time],
    haze,
    tone(own, depth) {
      const lit = multiply(own, ambient)
      const far = Math.max(0, Math.min(0.86, (0.72 - depth) * 1.25 * reach + (haze === 1 ? 0.08 : 0)))
      return style.grade(mix(lit, mist, far))
    },
  }
}

/** Rooms are lit from inside when the day is not. */
function lampLight(time: Time): Hex {
  return time === 'night' ? '#f0c48e' : time === 'day' ? '#fff4e0' : '#ffdcb0'
}

/** Whether lamps and windows shine. */
export function lampsLit(light: Light): boolean {
  return (
    light.time === 'night' ||
    light.time === 'dusk' ||
    brightness(light.ambient) < 0.55 ||
    light.weather === 'storm'
  )
}
