import type { Character } from './characters'
import type { ActionEntry, AnimalEntry, ObjectEntry, PlaceEntry, TimeOfDay, WeatherEntry } from './entries'
import {
  CHINESE_ENDED,
  CHINESE_HERE,
  CHINESE_HERE_AFTER,
  CHINESE_THERE,
  ENGLISH_ENDED,
  ENGLISH_HERE,
  ENGLISH_THERE,
  FLASHBACK,
  INSIDE,
  OUTSIDE,
  TIME_GAP,
  TURN,
} from './lexicon/words'
import type { Mention } from './mention'
import type { Reading } from './reading'

/** Something one may see, with the words for the picture. */
export interface Thing {
  at: number
  entry: ObjectEntry
  adjective: string
  /** Only spoken of. */
  spoken: boolean
}

export interface Deed {
  at: number
  who: Character[]
  action: ActionEntry
  /** What it is done to. */
  thing: Thing | null
  /** `by`, `under`: the thing is only where it is done. */
  beside: string
  /** Whom it is done to or with. */
  whom: Character | null
}

export interface PlaceHit {
  at: number
  entry: PlaceEntry
  /** 0 to 1.2; from 0.85 on the story is there. */
  sure: number
}

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
  gap: boolean
  turn: boolean
  outside: boolean
  inside: boolean
  /** Share of the text that is someone's speech. */
  speech: number
}

export function readMoment(reading: Reading, han: boolean): Moment {
  const { text, mentions, people } = reading
  const narrated = blankSpeech(reading)
  const seen = [...new Set(people.filter(({ ref }) => ref.seen).flatMap(({ who }) => who))]
  const things = mentions.flatMap((mention) => thingOf(mention, reading, han))
  const places = mentions
    .flatMap((mention) => placeOf(mention, reading, han))
    .map((hit) => notOurs(hit, things, reading))
  return {
    reading,
    seen,
    deeds: deedsOf(reading, things, han),
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
      const after = text.slice(mention.end, mention.end + 30)
      return [{ entry, ended: (han ? CHINESE_ENDED : ENGLISH_ENDED).test(after) }]
    }),
    flashback: FLASHBACK.test(narrated),
    gap: TIME_GAP.test(narrated),
    turn: TURN.test(narrated),
    outside: OUTSIDE.test(narrated),
    inside: INSIDE.test(narrated),
    speech: 1 - narrated.replaceAll('\u0000', '').length / Math.max(1, text.length),
  }
}

/** The text with speech blotted out, offsets kept. */
function blankSpeech(reading: Reading): string {
  let plain = ''
  for (let i = 0; i < reading.text.length; i++)
    plain += reading.isSpoken(i) ? '\u0000' : reading.text.charAt(i)
  return plain
}

const DETERMINER = /\b(?:a|an|the|his|her|my|their|its|our|this|that|some|every|no|of)\s+(?:\w+\s+)?$/i

/** A word that is a noun as often as a verb: the article before it decides. */
function isNounHere(mention: Mention, text: string): boolean {
  return DETERMINER.test(text.slice(Math.max(0, mention.start - 24), mention.start))
}

function thingOf(mention: Mention, reading: Reading, han: boolean): Thing[] {
  const entry = mention.entries.find((e) => e.kind === 'object')
  if (!entry || mention.absent) return []
  if (!han && mention.entries.some((e) => e.kind === 'action') && !isNounHere(mention, reading.text))
    return []
  const before = reading.mentions.find(
    (m) => m.end <= mention.start && /^[\s的]*$/u.test(reading.text.slice(m.end, mention.start)),
  )
  const adjective = before?.entries.find((e) => e.kind === 'adjective')?.word ?? ''
  return [{ at: mention.start, entry, adjective, spoken: reading.isSpoken(mention.start) }]
}

function placeOf(mention: Mention, reading: Reading, han: boolean): PlaceHit[] {
  const entry = mention.entries.find((e) => e.kind === 'place')
  if (!entry || mention.absent) return []
  const alsoThing = mention.entries.some((e) => e.kind === 'object')
  let sure = han ? sureInChinese(mention, reading.text) : sureInEnglish(mention, reading.text)
  if (alsoThing && sure < 0.85) sure = Math.min(sure, 0.35)
  if (reading.isSpoken(mention.start)) sure *= 0.2
  return sure > 0 ? [{ at: mention.start, entry, sure }] : []
}

/** 星星飞回了天上, `the boat lay on the sand`: a thing is there, not the story. */
function notOurs(hit: PlaceHit, things: Thing[], reading: Reading): PlaceHit {
  const someone = reading.people.some(({ ref }) => ref.seen && ref.start < hit.at)
  const something = things.some((thing) => thing.at < hit.at && !thing.spoken)
  return !someone && something ? { ...hit, sure: hit.sure * 0.8 } : hit
}

const MIDST =
  /\b(?:middle|edge|heart|top|foot|end|bottom|cent(?:er|re)|depths|side|back|front|outskirts|mouth|shore|bank|out|gates?|corner) of\b/i

function sureInEnglish(mention: Mention, text: string): number {
  const before = text.slice(Math.max(0, mention.start - 40), mention.start)
  const near = (/[^,;:.!?"”]*$/.exec(before)?.[0] ?? '').toLowerCase()
  const words = near.match(/[a-z']+/g)?.slice(-4) ?? []
  if (MIDST.test(near)) return 1
  for (const word of words.reverse()) {
    if (ENGLISH_HERE.has(word))
      return /^(?:into|reached|entered|crossed|through|to|across|aboard|inside)$/.test(word) ? 1.1 : 1
    if (ENGLISH_THERE.has(word)) return 0
  }
  return 0.5
}

function sureInChinese(mention: Mention, text: string): number {
  const before = text.slice(Math.max(0, mention.start - 10), mention.start)
  const there = CHINESE_THERE.test(before)
  const here = CHINESE_HERE.test(before)
  const after = CHINESE_HERE_AFTER.test(text.slice(mention.end))
  if (there && !here) return 0
  if (here) return after ? 1.15 : 1
  // 山里 and 海上 as entries hold their own preposition.
  if (after || /[里上中下边外内前旁]$/u.test(mention.text)) return 0.95
  return mention.text.length === 1 ? 0.3 : 0.5
}

const CLAUSE = /[,;:，；：。！？!?—]|\b(?:and|but|while|when|as|until|so|that|who|which)\b/giu

function deedsOf(reading: Reading, things: Thing[], han: boolean): Deed[] {
  const { text, mentions, people } = reading
  const verbs = mentions.filter((mention) => {
    if (
      mention.absent ||
      reading.isSpoken(mention.start) ||
      !mention.entries.some((e) => e.kind === 'action')
    )
      return false
    if (people.some(({ ref }) => ref.start <= mention.start && ref.end >= mention.end)) return false
    return (
      han ||
      mention.entries.length === 1 ||
      !isNounHere(mention, text) ||
      mention.entries.every((e) => e.kind === 'action' || e.kind === 'feeling')
    )
  })
  let latest: Thing | null = null
  return verbs.flatMap((verb, i): Deed[] => {
    const action = verb.entries.find((e) => e.kind === 'action')
    const doer = doerOf(reading, verb, han)
    if (!action || !doer) return []
    const end = Math.min(verbs[i + 1]?.start ?? text.length, clauseFrom(text, verb.end))
    const thing =
      things.find((t) => t.at >= verb.end && t.at < end && !t.spoken) ??
      (han ? broughtForward(text, things, verb.start) : null)
    const whom = people.find(
      ({ ref, who }) =>
        ref.start >= verb.end &&
        ref.start < end &&
        who.length === 1 &&
        who[0] !== doer[0] &&
        (ref.seen || ref.kind === 'pronoun'),
    )
    const known = thing ?? (IT_NEXT.test(text.slice(verb.end, verb.end + 12)) ? latest : null)
    latest = known ?? latest
    const beside =
      known && !action.withThing.includes('~') ? besideWords(text.slice(verb.end, known.at), han) : ''
    return [{ at: verb.start, who: doer, action, thing: known, beside, whom: whom?.who[0] ?? null }]
  })
}

const IT_NEXT = /^\s+(?:it|them)\b|^(?:着|了)?它们?/

/** How a thing stands to someone who does nothing with it: `stood at the window`, 坐在树下. */
function besideWords(between: string, han: boolean): string {
  if (han) return /在|到/u.test(between) || between === '' ? 'by' : ''
  const link =
    /^\s+(?:\w+\s+)?(at|by|beside|near|under|beneath|in front of|on|against|before|behind)\s+(?:\w+\s+){0,3}$/.exec(
      between,
    )?.[1] ?? ''
  return link === 'at' || link === 'against' ? 'by' : link
}

/** 把灯举起来: the thing stands before the verb. */
function broughtForward(text: string, things: Thing[], verb: number): Thing | null {
  return (
    things.find(
      (thing) =>
        thing.at < verb &&
        !thing.spoken &&
        /[把将][\u4e00-\u9fff]{0,6}$/u.test(text.slice(0, thing.at)) &&
        clauseFrom(text, thing.at) >= verb,
    ) ?? null
  )
}

function clauseFrom(text: string, from: number): number {
  CLAUSE.lastIndex = from
  return CLAUSE.exec(text)?.index ?? text.length
}

/** The nearest doer before the verb, unless another thing is the subject of the verb's own clause: `the sea lay flat`. */
function doerOf(reading: Reading, verb: Mention, han: boolean): Character[] | null {
  const { text, people, mentions } = reading
  const doer = people.findLast(
    ({ ref, who }) => ref.end <= verb.start && ref.subject && ref.seen && who.length > 0,
  )
  const clause = clauseStart(text, verb.start)
  // `said Tom`, 说着，小明: the doer may follow a verb of speech.
  if (!doer || (doer.ref.start < clause && reading.isSpoken(Math.max(0, verb.start - 2)))) {
    const after = people.find(
      ({ ref }) => ref.start >= verb.end && ref.start <= verb.end + (han ? 1 : 14) && !ref.spoken,
    )
    if (after && /(?:said|asked|cried|replied|whispered|shouted|called|answered)/.test(verb.text))
      return after.who
    if (!doer) return null
  }
  const other = mentions.some(
    (m) =>
      m.start >= Math.max(clause, doer.ref.end) &&
      m.end <= verb.start &&
      !m.absent &&
      m.entries.some(
        (e) => e.kind === 'object' || e.kind === 'place' || e.kind === 'weather' || e.kind === 'time',
      ) &&
      !led(text, m, han),
  )
  if (other && doer.ref.start < clause) return null
  // Another sentence within the same piece starts anew.
  if (/[.!?。！？]/.test(text.slice(doer.ref.end, verb.start).replace(/^\./, '')))
    return other ? null : doer.who
  return doer.who
}

/** The thing hangs on a preposition or is done something to, so it is not the subject: `on the hill ran`, 在山上走. */
function led(text: string, mention: Mention, han: boolean): boolean {
  const before = text.slice(Math.max(0, mention.start - 16), mention.start)
  return han
    ? /(?:在|从|到|向|往|把|用|拿着|抱着|提着|沿着|朝|给|被|和|与|了|着|过)[\u4e00-\u9fff]{0,5}$/u.test(
        before,
      )
    : /\b(?:in|on|at|from|to|with|by|of|under|over|through|into|across|along|behind|near|beside|for|against|all|that|the next|every|at last)\s+(?:\w+\s+){0,2}$/i.test(
        before,
      )
}

function clauseStart(text: string, at: number): number {
  let start = 0
  for (const match of text.slice(0, at).matchAll(CLAUSE)) start = match.index + match[0].length
  return start
}

export function isAnimal(character: Character): character is Character & { entry: AnimalEntry } {
  return character.entry?.kind === 'animal'
}
