import type { PlaceEntry, Season, Sky, TimeOfDay } from './entries'
import { SEASONS } from './entries'
import { lexicon } from './lexicon'
import type { Moment, PlaceHit } from './moment'

/** Where and when a scene is. */
export interface Setting {
  place: PlaceEntry | null
  time: TimeOfDay | null
  sky: Sky | null
  season: Season | null
  /** Against the scene before: another place, another day. */
  newPlace: boolean
  newTime: boolean
  flashback: boolean
}

/** From this on a place is where the story is, not only a thing in view. */
const HERE = 0.85
/** These stay what they are when a part or the surroundings of them is named. */
const KEEPS: Record<string, string[]> = {
  lighthouse: ['coast', 'sea', 'beach', 'tower', 'stairs'],
  castle: ['tower', 'stairs', 'gate'],
  ship: ['sea'],
  island: ['coast', 'beach', 'sea'],
  'snow mountain': ['mountain', 'summit', 'snowfield'],
  bamboo: ['forest', 'mountain'],
  spaceship: ['space', 'corridor'],
  mars: ['planet', 'space'],
  underwater: ['sea'],
  'wasteland city': ['city', 'wasteland', 'street', 'ruins'],
  'neon city': ['city', 'street'],
  harbour: ['sea', 'coast'],
  farm: ['field'],
  school: ['classroom'],
  village: ['home'],
}
const HOMELY = /^(?:window|bed|fireplace|curtain)$/
const TIMELESS = new Set(['space', 'underwater', 'dungeon', 'mine', 'cave', 'spaceship'])

/** Carries place, time and weather from scene to scene until the story changes them. */
export class SettingTrack {
  private place: PlaceEntry | null = null
  private outdoors: PlaceEntry | null = null
  private time: TimeOfDay | null = null
  private sky: Sky | null = null
  private season: Season | null = null

  /** `start` is where the film is until its story says. */
  constructor(private readonly start: PlaceEntry | null) {}

  /** The setting of the next scene from its sentences. */
  next(moments: Moment[]): Setting {
    const before = { place: this.place, time: this.time }
    const gap = moments.some((moment) => moment.gap)
    // Another day has its own weather.
    if (gap) this.sky = null
    let shown: PlaceHit | null = null
    let firstTime: TimeOfDay | null = null
    const empty = moments.every((moment) => moment.seen.length === 0)
    for (const moment of moments) {
      this.move(moment)
      for (const hit of moment.places) {
        if (hit.sure >= HERE && this.accepts(hit)) this.enter(hit.entry)
        // A view with nobody in it may be of what lies around.
        const enough = !this.place ? 0.4 : empty ? 0.75 : HERE
        if (
          hit.sure >= enough &&
          hit.sure >= (shown?.sure ?? 0) &&
          (empty || !this.place || hit.entry === this.place)
        )
          shown = hit
      }
      this.age(moment, before.time)
      firstTime ??= moment.times[0]?.word ?? null
    }
    if (!this.place && shown) this.enter(shown.entry)
    if (
      gap &&
      !shown &&
      moments.some((moment) => moment.things.some((thing) => HOMELY.test(thing.entry.word)))
    ) {
      this.place = placeNamed('home')
    }
    const place = shown?.entry ?? this.place ?? this.start
    if (gap && moments.every((moment) => moment.times.length === 0) && isDark(this.time)) this.time = 'day'
    const setting: Setting = {
      place,
      time: firstTime ?? this.time,
      sky: this.sky,
      season: this.season,
      newPlace: before.place !== null && place !== null && place.key !== before.place.key,
      newTime:
        gap ||
        (before.time !== null &&
          firstTime !== null &&
          firstTime !== before.time &&
          !near(firstTime, before.time)),
      flashback: moments.some((moment) => moment.flashback),
    }
    return setting
  }

  private accepts(hit: PlaceHit): boolean {
    if (!this.place || hit.sure >= 1.1) return true
    return !KEEPS[this.place.key]?.includes(hit.entry.key)
  }

  private enter(entry: PlaceEntry): void {
    this.place = entry
    if (!entry.inside) this.outdoors = entry
  }

  private move(moment: Moment): void {
    const inside = this.place?.inside ?? false
    if (moment.outside && inside) this.place = this.outdoors ?? placeNamed('village')
    else if (moment.inside && this.place && !inside && !moment.outside && !KEEPS[this.place.key])
      this.place = placeNamed('home') ?? this.place
  }

  private age(moment: Moment, before: TimeOfDay | null): void {
    const last = moment.times.at(-1)?.word
    if (last) this.time = last
    // The night's storm is over when the story wakes to another light.
    if (last && !isDark(last) && last !== 'dusk' && isDark(before)) this.sky = null
    for (const { entry, ended } of moment.weathers) {
      const season = SEASONS.find((name) => name === entry.word)
      if (season) this.season = season
      else if (ended) this.sky = null
      else this.weather(entry.word as Sky)
    }
    // The moon and the stars are out at night.
    if (
      !last &&
      this.time === null &&
      moment.things.some((thing) => /^(?:moon|star)$/.test(thing.entry.word))
    )
      this.time = 'night'
  }

  private weather(sky: Sky): void {
    // Wind in a storm, or rain in a thunderstorm, does not end it; and stars are seen only in a clear night.
    const rank = ['starry', 'sunny', 'wind', 'cloudy', 'fog', 'rain', 'snow', 'storm']
    const calmer = rank.indexOf(sky) < rank.indexOf(this.sky ?? 'starry')
    if (!calmer || sky === 'sunny') this.sky = sky === 'starry' ? null : sky
    if (sky === 'starry') this.time = 'night'
  }
}

export function isDark(time: TimeOfDay | null): boolean {
  return time === 'night' || time === 'late night'
}

function near(a: TimeOfDay, b: TimeOfDay): boolean {
  return isDark(a) === isDark(b) && (a === 'dusk') === (b === 'dusk')
}

export function placeNamed(key: string): PlaceEntry | null {
  const entry = lexicon().named.get(key)
  return entry?.kind === 'place' ? entry : null
}

const TIME_WORDS: Record<TimeOfDay, string> = {
  dawn: 'at dawn',
  morning: 'morning light',
  day: 'daylight',
  afternoon: 'afternoon light',
  dusk: 'at dusk',
  night: 'at night',
  'late night': 'late at night',
}
const SKY_NIGHT: Partial<Record<Sky, string>> = {
  storm: 'stormy night, rain',
  rain: 'rainy night',
  snow: 'snowy night',
  fog: 'foggy night',
}
const SKY_WORDS: Record<Sky, string> = {
  storm: 'stormy sky, rain',
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
export function settingWords(setting: Setting): string[] {
  const { place, time, sky, season } = setting
  const words: string[] = [place?.phrase ?? 'in an open landscape']
  if (place && TIMELESS.has(place.key)) return words
  const dark = isDark(time)
  if (place?.inside) {
    words.push(time ? TIME_WORDS[time] : 'daylight')
    if (sky === 'storm') words.push('stormy night outside the window')
    else if (sky === 'rain' || sky === 'snow') words.push(`${sky} outside the window`)
    return words
  }
  const night = dark && sky ? SKY_NIGHT[sky] : undefined
  if (night) words.push(night)
  else {
    words.push(time ? TIME_WORDS[time] : 'daylight')
    if (sky && !(dark && sky === 'sunny')) words.push(SKY_WORDS[sky])
  }
  if (season) words.push(SEASON_WORDS[season])
  return words
}
