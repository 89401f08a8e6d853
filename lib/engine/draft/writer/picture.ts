import type { Mood } from '@/lib/storyboard/schema'
import type { Player, Troupe } from './cast'
import { plural } from './cast'
import type { Character } from './characters'
import type { Deed } from './deeds'
import { LIGHT } from './lexicon/feelings'
import type { Moment } from './moment'
import { HERE, isDark, type Setting } from './setting'
import { settingWords } from './setting-words'
import type { Thing } from './things'

/** What a scene shows, chosen from its sentences: the moment a director would photograph. */
export interface Picture {
  /** In the order they stand in the prompt. */
  players: Player[]
  deed: Deed | null
  things: Thing[]
  setting: Setting
  mood: Mood
  /** Against the scene before: another place, another day, another age. */
  newPlace: boolean
  newTime: boolean
  flashback: boolean
}

/** What a picture is chosen from. */
export interface Scene {
  moments: Moment[]
  /** One for each moment. */
  settings: Setting[]
  mood: Mood
  /** Which shot of the same sentences. */
  part: number
  before: Picture | null
}

export type ShotSize = 'wide' | 'medium' | 'close' | 'detail'

const MOST_PLAYERS = 3
const MOST_THINGS = 2
/** Worn, not lying about: the cast's own looks tell of it. */
const WORN = /^(?:scarf|hat|shoes|glasses|cloak|mask|crown|necklace|ring|armour)$/
const PLACE_LIKE =
  /^(?:window|door|wall|grass|stone|water|waves|ice|table|chair|bed|house|hand|face|tears|shadow|cloud)/

const MOMENTARY: [string, number][] = [
  ['a', 1.2],
  ['u', 1],
  ['m', 0.8],
  ['e', 0.8],
  ['q', 0.5],
  ['s', 0.3],
]

function deedWeight(deed: Deed, troupe: Troupe): number {
  const known = deed.who.some((character) => troupe.players.has(character))
  if (!known || phraseOf(deed, troupe) === '') return -1
  const tag = Math.max(
    0,
    ...MOMENTARY.map(([letter, weight]) => (deed.action.tags.includes(letter) ? weight : 0)),
  )
  const dull = /^(?:thinking|arriving|leaving|working|getting up|taking|losing)/.test(deed.action.withThing)
    ? 0.4
    : 0
  return tag - dull + (deed.thing ? 0.7 + (deed.thing.entry.notable ? 0.4 : 0) : 0) + (deed.whom ? 0.3 : 0)
}

export function choosePicture(scene: Scene, troupe: Troupe, carried: Player[]): Picture {
  const { moments, before } = scene
  const deeds = moments
    .flatMap((moment) => moment.deeds)
    .filter((deed) => deedWeight(deed, troupe) >= 0)
    .sort((a, b) => deedWeight(b, troupe) - deedWeight(a, troupe))
  // Further shots of the same sentence show what else is done in it.
  const deed = deeds[scene.part % Math.max(1, deeds.length)] ?? null
  const focus = focusOf(moments, deed)
  const here = scene.settings[focus] ?? NOWHERE
  // Snow that begins to fall in the next sentence may fall already.
  const sky = here.sky ?? scene.settings.find((other) => other.place === here.place && other.sky)?.sky ?? null
  const setting = { ...here, sky }
  const newPlace = before !== null && setting.place?.key !== before.setting.place?.key
  const newTime =
    before !== null &&
    scene.part === 0 &&
    (moments.some((moment) => moment.gap) || farApart(setting, before.setting))
  const seen = [
    ...new Set([...(deed?.who ?? []), ...(deed?.whom ? [deed.whom] : []), ...moments.flatMap((m) => m.seen)]),
  ]
  let players = seen.flatMap((character) => troupe.players.get(character) ?? [])
  // Two camels and the camel: one word is enough.
  players = players.filter(
    (player) =>
      !player.group || !players.some((p) => p !== player && p.character.entry === player.character.entry),
  )
  const speech = moments.reduce((sum, m) => sum + m.speech, 0) / Math.max(1, moments.length)
  if (players.length === 0 && speech > 0.5) players = carried.slice(0, 2)
  // Someone is spoken to: the one who was there before.
  const listener = carried.find((player) => !players.includes(player) && !player.group)
  if (listener && players.length === 1 && deed?.action.tags.includes('s') && !newPlace && !newTime)
    players.push(listener)
  const things = moments
    .flatMap((moment) => moment.things)
    .filter(
      (thing) =>
        !thing.spoken &&
        !alike(thing, deed?.thing ?? null) &&
        !(players.length > 0 && WORN.test(thing.entry.word)),
    )
    .sort((a, b) => Number(b.entry.notable) - Number(a.entry.notable))
  const distinct = things.filter((thing, i) => things.findIndex((other) => alike(other, thing)) === i)
  return {
    players: players.slice(0, MOST_PLAYERS),
    deed,
    things: distinct
      .filter((thing, i) => thing.entry.notable || (i === 0 && !deed?.thing))
      .slice(0, players.length === 0 ? MOST_THINGS + 1 : MOST_THINGS),
    setting,
    mood: scene.mood,
    newPlace,
    newTime,
    flashback: moments.some((moment) => moment.flashback),
  }
}

/** Which sentence the picture is of: the deed's, else one with somebody, else one that says where it is. */
function focusOf(moments: Moment[], deed: Deed | null): number {
  const found = [
    moments.findIndex((moment) => deed !== null && moment.deeds.includes(deed)),
    moments.findIndex((moment) => moment.seen.length > 0),
    moments.findIndex((moment) => moment.places.some((hit) => hit.sure >= HERE)),
    moments.findIndex((moment) => !moment.reading.sentence.heading),
  ]
  return found.find((i) => i >= 0) ?? 0
}

const NOWHERE: Setting = { place: null, time: null, sky: null, season: null }

function farApart(a: Setting, b: Setting): boolean {
  if (!a.time || !b.time || a.time === b.time) return false
  return isDark(a.time) !== isDark(b.time)
}

/** A star and a shooting star of one scene are the same. */
function alike(thing: Thing, other: Thing | null): boolean {
  if (!other) return false
  return thing.entry.word.endsWith(other.entry.word) || other.entry.word.endsWith(thing.entry.word)
}

export function thingWords(thing: Thing): string {
  const { entry } = thing
  const adjective = thing.adjective && !entry.word.includes(thing.adjective) ? `${thing.adjective} ` : ''
  const noun = `${adjective}${entry.word}`
  if (entry.article === 'none') return noun
  if (thing.many) return plural(noun)
  if (entry.article === 'the') return `the ${noun}`
  return `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`
}

function phraseOf(deed: Deed, troupe: Troupe): string {
  const { action } = deed
  const whom = deed.whom ? troupe.players.get(deed.whom) : undefined
  if (action.withThing.includes('~')) {
    const done = deed.thing ? thingWords(deed.thing) : whom ? named(whom) : ''
    // One looks for a person, hugs one; nobody opens or eats one.
    const person = !deed.thing && whom
    if (
      done &&
      !(
        person &&
        /^(?:opening|closing|eating|drinking|reading|writing|lighting|cooking|repairing|counting|holding)/.test(
          action.withThing,
        )
      )
    ) {
      return action.withThing.replace('~', done)
    }
    return action.bare
  }
  if (action.tags.includes('s') && whom && /^(?:talking|asking|shouting|teaching)/.test(action.bare))
    return `${action.bare === 'asking' ? 'talking' : action.bare} to ${named(whom)}`
  if (deed.thing && deed.beside && action.bare)
    return `${action.bare} ${deed.beside} ${thingWords(deed.thing)}`
  return action.bare
}

function named(player: Player): string {
  if (player.group) return player.noun.startsWith('group') ? `a ${player.noun}` : player.noun
  if (player.member.id === '') return `${/^[aeiou]/.test(player.noun) ? 'an' : 'a'} ${player.noun}`
  return `the ${player.noun}`
}

/** Who is seen and what they do, in picture words; empty for a landscape. */
export function subjectWords(picture: Picture, troupe: Troupe): string {
  const { deed } = picture
  const doers = deed?.who.flatMap((character) => troupe.players.get(character) ?? []) ?? []
  const rest = picture.players.filter((player) => !doers.includes(player))
  const phrase = deed ? phraseOf(deed, troupe) : ''
  const lead = list(doers.length > 0 ? doers : rest)
  if (!lead) return ''
  if (doers.length === 0)
    return picture.players.length > 1 && rest.every((player) => !player.group) ? `${lead} together` : lead
  const inPhrase = rest.filter((player) => !phrase.includes(named(player)))
  const heard = inPhrase.filter(
    (player) => !player.group || /people|villagers|children|soldiers|family/.test(player.noun),
  )
  const talk = /^(?:talking|asking|listening)$/.test(phrase) && heard.length > 0
  const doing = [lead, talk ? `talking to ${list(heard)}` : phrase].filter(Boolean).join(' ')
  return !talk && inPhrase.length > 0 ? `${doing}, and ${list(inPhrase)}` : doing
}

function list(players: Player[]): string {
  const nouns = players.map(named)
  const [first, second] = nouns
  if (nouns.length === 2 && first === second) return `two ${plural(players[0]?.noun ?? 'people')}`
  return nouns.length < 2 ? (first ?? '') : `${nouns.slice(0, -1).join(', ')} and ${nouns.at(-1)}`
}

const SIZE_WORDS: Record<ShotSize, string> = {
  wide: 'wide shot of',
  medium: 'medium shot of',
  close: 'close-up of',
  detail: 'detail shot of',
}

/** The English prompt: shot, subjects with action, things, place, time of day, weather, light. */
export function promptWords(picture: Picture, size: ShotSize, angle: string, troupe: Troupe): string {
  const [place = '', ...air] = settingWords(picture.setting)
  const light = lightWords(picture)
  const subject = subjectWords(picture, troupe)
  const things = picture.things.map(thingWords)
  const bare = size === 'detail' && !picture.deed?.thing && things.length === 0
  const view = angle ? `${angle} of` : bare ? 'side view of' : SIZE_WORDS[size]
  if (size === 'detail') {
    const thing = picture.deed?.thing ? thingWords(picture.deed.thing) : things[0]
    if (thing) return [`detail shot of ${thing}`, ...rest(things, thing), place, ...air, light].join(', ')
  }
  if (subject) {
    // A close-up has no room for what stands around.
    const around = size === 'close' ? things.slice(0, 1) : things
    return [`${view} ${subject}`, ...around, place, ...air, light].join(', ')
  }
  const landscape = place.replace(/^(?:in|on|at|by|before|inside|among|high in) /, '')
  const first = things[0]
  if (first && !PLACE_LIKE.test(first.replace(/^(?:an?|the) /, '')))
    return [`${view} ${first}`, ...things.slice(1), place, ...air, light].join(', ')
  return [`${view} ${landscape}`, ...things, ...air, light].join(', ')
}

function rest(things: string[], used: string): string[] {
  return things.filter((thing) => thing !== used)
}

function lightWords(picture: Picture): string {
  const light = LIGHT[picture.mood]
  if (picture.setting.place?.inside) return light.inside
  return isDark(picture.setting.time) ? light.dark : light.day
}

export function leadOf(picture: Picture): Character | null {
  return (
    picture.deed?.who.find((character) => picture.players.some((p) => p.character === character)) ??
    picture.players[0]?.character ??
    null
  )
}
