import type { PlaceEntry, Season, Sky, TimeOfDay } from './entries'
import { SEASONS } from './entries'
import { lexicon } from './lexicon'
import type { Moment } from './moment'
import type { PlaceHit } from './places'

/** Where and when a moment is. */
export interface Setting {
  place: PlaceEntry | null
  time: TimeOfDay | null
  sky: Sky | null
  season: Season | null
}

/** From this on a place is where the story is, not only a thing in view. */
export const HERE = 0.85
/** These stay what they are when a part or the surroundings of them is named. */
const KEEPS: Record<string, string[]> = {
  lighthouse: ['coast', 'sea', 'beach', 'tower', 'stairs'],
  castle: ['tower', 'stairs', 'gate'],
  mansion: ['home'],
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
  village: ['home'],
  tavern: ['home'],
}
const HOMELY = /^(?:window|bed|fireplace|curtain)$/
const SKY_RANK: Sky[] = ['starry', 'sunny', 'wind', 'cloudy', 'fog', 'sand', 'rain', 'snow', 'storm']

/** A hero's home is kept in view of its own surroundings: the lighthouse, not the coast below it. */
export function keepsPlace(home: string, place: string): boolean {
  return KEEPS[home]?.includes(place) ?? false
}

export function placeNamed(key: string): PlaceEntry | null {
  const entry = lexicon().named.get(`place:${key}`)
  return entry?.kind === 'place' ? entry : null
}

export function isDark(time: TimeOfDay | null): boolean {
  return time === 'night' || time === 'late night'
}

/** Carries place, time and weather from sentence to sentence until the story changes them. */
export class SettingTrack {
  private place: PlaceEntry | null = null
  private outdoors: PlaceEntry | null = null
  private time: TimeOfDay | null = null
  private sky: Sky | null = null
  private season: Season | null = null

  /** `start` is where the film is until its story says. */
  constructor(start: PlaceEntry | null) {
    this.enter(start)
  }

  /** The setting of the next sentence. */
  next(moment: Moment): Setting {
    // Another day has its own weather.
    if (moment.gap) this.sky = null
    if (moment.yearsGap) this.enter(homeOf(moment) ?? this.place)
    // `Inside the cave` says it better than `inside`.
    if (!moment.places.some((hit) => hit.sure >= HERE)) this.move(moment)
    const glimpse = this.visit(moment)
    this.pass(moment)
    return { place: glimpse ?? this.place, time: this.time, sky: this.sky, season: this.season }
  }

  /** Goes where the sentence goes; returns a place that is only looked at. */
  private visit(moment: Moment): PlaceEntry | null {
    let best: PlaceHit | null = null
    for (const named of moment.places) {
      const hit = { ...named, entry: this.heard(named.entry) }
      if (hit.sure >= HERE && this.accepts(hit)) this.enter(hit.entry)
      if (hit.sure >= (best?.sure ?? 0)) best = hit
    }
    if (!best) {
      if (moment.gap && moment.things.some((thing) => HOMELY.test(thing.entry.word)))
        this.enter(placeNamed('home'))
      return null
    }
    if (!this.place && best.sure >= 0.4) this.enter(best.entry)
    // A view with nobody in it may be of what lies around.
    return moment.seen.length === 0 && best.sure >= 0.75 ? best.entry : null
  }

  /** `The station` of a spaceman is no railway's. */
  private heard(entry: PlaceEntry): PlaceEntry {
    const afar = /^(?:space|spaceship|mars|planet|moon)$/.test(this.place?.key ?? '')
    return (afar && entry.key === 'train station' ? placeNamed('spaceship') : null) ?? entry
  }

  private accepts(hit: PlaceHit): boolean {
    if (!this.place || hit.sure >= 1.1) return true
    return !KEEPS[this.place.key]?.includes(hit.entry.key)
  }

  private enter(entry: PlaceEntry | null): void {
    this.place = entry
    if (entry && !entry.inside) this.outdoors = entry
  }

  private move(moment: Moment): void {
    const inside = this.place?.inside ?? false
    if (moment.outside && inside) {
      this.enter(this.outdoors ?? placeNamed(this.place?.key === 'spaceship' ? 'space' : 'village'))
    } else if (moment.inside && !moment.outside && this.place && !inside && !KEEPS[this.place.key]) {
      this.enter(
        placeNamed(/^(?:space|planet|mars|moon)$/.test(this.place.key) ? 'spaceship' : 'home') ?? this.place,
      )
    }
  }

  private pass(moment: Moment): void {
    const before = this.time
    const said = moment.times.at(-1)?.word
    if (said) this.time = said
    else if (moment.gap && isDark(before)) this.time = 'day'
    // The night's storm is over when the story wakes to another light.
    if (
      said &&
      said !== before &&
      (said === 'dawn' || said === 'morning' || (!isDark(said) && isDark(before)))
    )
      this.sky = null
    for (const { entry, ended } of moment.weathers) {
      const season = SEASONS.find((name) => name === entry.word)
      if (season) this.season = season
      else if (ended) this.sky = null
      else this.cloud(entry.word as Sky)
    }
    // The moon and the stars are out at night.
    const nightly = moment.things.some(
      (thing) =>
        /^(?:moon|star|shooting star|fireflies|fireworks|aurora)$/.test(thing.entry.word) && !thing.spoken,
    )
    if (!said && nightly && (this.time === null || this.time === 'dusk')) this.time = 'night'
  }

  /** Wind does not end a storm, nor rain the snow: only worse weather, sun or its own end changes it. */
  private cloud(sky: Sky): void {
    const calmer = SKY_RANK.indexOf(sky) < SKY_RANK.indexOf(this.sky ?? 'starry')
    if (!calmer || sky === 'sunny') this.sky = sky === 'starry' ? null : sky
    if (sky === 'starry') this.time = 'night'
  }
}

function homeOf(moment: Moment): PlaceEntry | null {
  const home = moment.reading.people.find(({ ref }) => ref.entry?.home)?.ref.entry?.home
  return home ? placeNamed(home) : null
}
