import type { Character } from './characters'
import { type Deed, goesOnWithDoer, readDeeds } from './deeds'
import type { TimeOfDay, WeatherEntry } from './entries'
import { CHINESE_ENDED, ENGLISH_ENDED, FLASHBACK, INSIDE, OUTSIDE, TIME_GAP, TURN } from './lexicon/words'
import { type PlaceHit, readPlaces } from './places'
import type { Reading } from './reading'
import { isDepicted, readThings, type Thing } from './things'

/** One sentence as a picture could show it. */
export interface Moment {
  reading: Reading
  /** Those in the picture, in order of first mention. */
  seen: Character[]
  deeds: Deed[]
  things: Thing[]
  places: PlaceHit[]
  times: { at: number; word: TimeOfDay }[]
  weathers: { entry: WeatherEntry; ended: boolean }[]
  flashback: boolean
  /** A later day or year. */
  gap: boolean
  /** Years, not days: people are elsewhere by then. */
  yearsGap: boolean
  turn: boolean
  outside: boolean
  inside: boolean
  /** Share of the text that is someone's speech. */
  speech: number
}

const YEARS =
  /\byears? (?:later|after|went by|had passed|passed)\b|(?:多|几|数|[十百\d一二三四五六七八九]|许)年(?:以?后|过去)/iu

/** Every sentence in order; a clause without a doer of its own goes on with the one before. */
export function readMoments(readings: Reading[], han: boolean): Moment[] {
  let lead: Character | null = null
  return readings.map((reading) => {
    const { opens } = reading.sentence
    const goesOn = (opens === 'clause' || (han && opens === 'sentence')) && goesOnWithDoer(reading, han)
    const moment = readMoment(reading, han, goesOn ? lead : null)
    lead = moment.deeds.at(-1)?.who[0] ?? moment.seen[0] ?? (opens === 'section' ? null : lead)
    return moment
  })
}

function readMoment(reading: Reading, han: boolean, carried: Character | null): Moment {
  const { text, mentions, people } = reading
  const narrated = blankSpeech(reading)
  const things = readThings(reading, han)
  const found = people.filter(({ ref }) => ref.seen).flatMap(({ who }) => who)
  const seen = found.length > 0 || !carried ? [...new Set(found)] : [carried]
  const places = readPlaces(reading, things, han)
  return {
    reading,
    seen,
    deeds: readDeeds(reading, things, han, carried),
    things: things.filter((thing) => !places.some((place) => place.at === thing.at && place.sure >= 0.85)),
    places,
    times: mentions.flatMap((mention) => {
      const entry = mention.entries.find((e) => e.kind === 'time')
      if (!entry || mention.absent || reading.isSpoken(mention.start)) return []
      return [{ at: mention.start, word: entry.word }]
    }),
    weathers: mentions.flatMap((mention) => {
      const entry = mention.entries.find((e) => e.kind === 'weather')
      if (!entry || mention.absent || reading.isSpoken(mention.start)) return []
      if (isDepicted(text, mention.start, han)) return []
      const after = text.slice(mention.end, mention.end + 30)
      return [{ entry, ended: (han ? CHINESE_ENDED : ENGLISH_ENDED).test(after) }]
    }),
    flashback: FLASHBACK.test(narrated),
    gap: TIME_GAP.test(narrated),
    yearsGap: YEARS.test(narrated),
    turn: TURN.test(narrated),
    outside: OUTSIDE.test(narrated),
    inside: INSIDE.test(narrated),
    speech: 1 - narrated.replaceAll('\u0000', '').length / Math.max(1, text.length),
  }
}

/** The text with speech blotted out, offsets kept. */
function blankSpeech(reading: Reading): string {
  let plain = ''
  for (let i = 0; i < reading.text.length; i++) {
    plain += reading.isSpoken(i) ? '\u0000' : reading.text.charAt(i)
  }
  return plain
}
