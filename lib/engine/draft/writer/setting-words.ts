import type { Season, Sky, TimeOfDay } from './entries'
import { isDark, type Setting } from './setting'

/** No sun reaches these, and no weather. */
const TIMELESS = new Set(['space', 'underwater', 'dungeon', 'mine', 'cave', 'spaceship'])

const TIME_WORDS: Record<TimeOfDay, string> = {
  dawn: 'at dawn',
  morning: 'morning light',
  day: 'daylight',
  afternoon: 'afternoon light',
  dusk: 'at dusk',
  night: 'at night',
  'late night': 'late at night',
}
const SKY_AT_NIGHT: Partial<Record<Sky, string>> = {
  storm: 'stormy night, rain',
  rain: 'rainy night',
  snow: 'snowy night',
  fog: 'foggy night',
}
const SKY_WORDS: Record<Sky, string> = {
  storm: 'stormy sky, rain',
  sand: 'sandstorm, blowing dust',
  rain: 'rain',
  snow: 'falling snow',
  fog: 'fog',
  wind: 'wind',
  cloudy: 'cloudy sky',
  sunny: 'clear sky',
  starry: 'starry sky',
}
const SEASON_WORDS: Record<Season, string> = {
  spring: 'spring',
  summer: 'summer',
  autumn: 'autumn leaves',
  winter: 'winter',
}

/** The setting in picture words, in order: place, time of day, weather and season. */
export function settingWords(setting: Setting): [place: string, ...air: string[]] {
  const { place, time, sky, season } = setting
  const where = place?.phrase ?? 'in an open landscape'
  if (place && TIMELESS.has(place.key)) return [where]
  const dark = isDark(time)
  const hour = time ? TIME_WORDS[time] : 'daylight'
  if (place?.inside) {
    if (sky === 'storm' || sky === 'rain' || sky === 'snow') return [where, hour, `${sky} outside the window`]
    return [where, hour]
  }
  const night = dark && sky ? SKY_AT_NIGHT[sky] : undefined
  const air = night ? [night] : [hour, ...(sky && !(dark && sky === 'sunny') ? [SKY_WORDS[sky]] : [])]
  const fits = season && !(sky === 'snow' && season !== 'winter')
  return [where, ...air, ...(fits ? [SEASON_WORDS[season]] : [])]
}
