/** Reads a prompt: the one door from words to everything the painter decides. */
import type { FrameRequest } from '@/lib/engine/contract'
import type { Hex } from '../colour'
import { SPRITE_WORDS, SPRITES, type Sprite } from '../sprite/catalogue'
import { anyColour, colourOf } from './colours'
import { couldBe, countOf, type FoundPerson, findPeople, findPoses, type Pose, type Who } from './people'
import {
  type Expression,
  type Extra,
  INDOORS,
  type Place,
  readExpression,
  readExtras,
  readPlaces,
  readShot,
  readTime,
  readWeather,
  type Shot,
  type Time,
  type Weather,
} from './setting'
import { type Found, findEntries, hasAny, phrases, type Words, wordsOf } from './words'

export interface PersonReading extends Who {
  /** What the look is derived from: the same words give the same person in every scene. */
  key: string
  /** Words about clothes and hair. */
  description: Words
  pose: Pose
  crowd: boolean
}

export interface SubjectReading {
  sprite: Sprite
  count: number
  colour: Hex | null
  /** Named in the cast, so it is the scene's own and not a part of the place. */
  cast: boolean
}

export interface SceneReading {
  time: Time
  weather: Weather
  place: Place
  /** A second place, seen in the distance. */
  beyond: Place | null
  shot: Shot
  expression: Expression
  people: PersonReading[]
  subjects: SubjectReading[]
  /** Things the first person holds, such as a lamp or a red umbrella. */
  held: { sprite: Sprite; colour: Hex | null }[]
  extras: Extra[]
  colour: Hex | null
}

const HOLDING = phrases(
  'hold|holding|carry|carrying|with a|with an|grip|gripping|clutch|clutching|raising his|raising her|lift|lifting|play|playing|under a|under an|under her|under his|拿着|提着|举着|撑着|握着|抱着|捧着|打着|手持|手握|拉|弹|吹|撑|提|持',
)
const HOLDABLE = new Set([
  'umbrella',
  'lantern',
  'candle',
  'dagger',
  'axe',
  'hammer',
  'broom',
  'shovel',
  'magic-wand',
  'open-book',
  'closed-book',
  'envelope',
  'scroll',
  'balloon',
  'basket',
  'bucket',
  'red-paper-lantern',
  'flute',
  'guitar',
  'violin',
  'shield',
  'bow-and-arrow',
  'flashlight',
  'bouquet',
  'rose',
  'world-map',
  'old-key',
  'kite',
  'wrapped-gift',
  'teddy-bear',
  'pick',
  'trumpet',
  'hot-beverage',
  'red-apple',
  'camera',
  'paintbrush',
  'crystal-ball',
  'suitcase',
  'luggage',
  'briefcase',
  'backpack',
])

/** Words that are part of a place and not a subject of their own when the scene is set there. */
const PART_OF_PLACE: Partial<Record<Place, string[]>> = {
  neon: ['automobile'],
  classroom: ['school'],
  village: ['house', 'houses'],
  bedroom: ['bed'],
  kitchen: ['pot-of-food'],
  graveyard: ['headstone', 'coffin'],
  library: ['books', 'closed-book'],
  castle: ['castle'],
  home: ['house', 'fire', 'door', 'window'],
  tavern: ['door', 'window'],
  orchard: ['deciduous-tree'],
  lake: ['lotus'],
}

function findSubjects(words: Words): (Found & { entry: string })[] {
  return findEntries(words, SPRITE_WORDS)
}

function toSubject(words: Words, found: Found & { entry: string }, cast: boolean): SubjectReading {
  const sprite = SPRITES.get(found.entry)!
  return { sprite, count: Math.min(6, countOf(words, found)), colour: colourOf(words, found), cast }
}

/** A cast member is a person, a sprite, or (described as neither) a person all the same. */
function readMember(
  member: { name: string; description: string },
  seedText: string,
): { person: PersonReading | null; subject: SubjectReading | null } {
  const description = wordsOf(`${member.description}`)
  const whole = wordsOf(`${member.description}, ${member.name}`)
  const person = findPeople(description)[0] ?? null
  const thing =
    findSubjects(description).find((f) => !['tool', 'food', 'thing', 'flower'].includes(kindOf(f))) ?? null
  const asPerson = (who: Who): PersonReading => ({
    ...who,
    count: 1,
    key: seedText,
    description: whole,
    pose: 'stand',
    crowd: false,
  })
  if (person !== null && (thing === null || person.chinese !== thing.chinese || person.at < thing.at)) {
    const role =
      person.role !== 'none'
        ? person.role
        : (findPeople(whole).find((p) => p.role !== 'none')?.role ?? 'none')
    return { person: asPerson({ ...person, role }), subject: null }
  }
  if (thing !== null) return { person: null, subject: { ...toSubject(description, thing, true), count: 1 } }
  const named = findPeople(whole)[0]
  if (named !== undefined) return { person: asPerson(named), subject: null }
  const namedThing = findSubjects(whole)[0]
  if (namedThing !== undefined)
    return { person: null, subject: { ...toSubject(whole, namedThing, true), count: 1 } }
  return { person: asPerson({ gender: null, age: null, role: 'none', count: 1 }), subject: null }
}

function kindOf(found: { entry: string }): string {
  return SPRITES.get(found.entry)!.kind
}

/** People of the scene: the cast first, then nouns that no cast member can stand for. */
function readPeople(words: Words, cast: PersonReading[]): PersonReading[] {
  const free = [...cast]
  const others: FoundPerson[] = []
  let spoken = 0
  for (const noun of findPeople(words)) {
    let wanted = noun.count
    while (wanted > 0 && free.length > 0) {
      const at = free.findIndex((member) => couldBe(noun, member))
      if (at < 0) break
      free.splice(at, 1)
      wanted--
    }
    // The same word again ("the old man ... the man") speaks of someone already there.
    const again = [...cast, ...others].some((known) => couldBe(noun, known))
    if (wanted > 0 && (!again || noun.count > 1) && spoken < 5) {
      const seen =
        wanted < noun.count || (again && noun.count > 1 && !noun.crowd && cast.length >= noun.count)
      if (!seen || noun.crowd) {
        others.push({ ...noun, count: wanted })
        spoken += wanted
      }
    }
  }
  const extra = others.flatMap((noun, which) =>
    Array.from({ length: Math.min(noun.count, 5) }, (_, i) => ({
      ...noun,
      count: 1,
      key: `${noun.gender ?? ''}${noun.age ?? ''}${noun.role}${which}${i}`,
      description: i === 0 || !noun.crowd ? words : wordsOf(''),
      pose: 'stand' as Pose,
    })),
  )
  return [...cast, ...extra]
}

const SUBJECT_LIMIT = 5
const NEEDS_WATER = new Set(['boat', 'ship'])
const OPEN_WATER: ReadonlySet<Place> = new Set<Place>(['sea', 'coast', 'beach', 'harbour', 'lake', 'river'])

export function readScene(request: FrameRequest): SceneReading {
  const words = wordsOf(request.prompt.scene)
  const style = wordsOf(request.prompt.style)
  const members = request.prompt.cast.map((member) =>
    readMember(member, `${member.name}|${member.description}`),
  )
  const castSubjects = members.flatMap((m) => (m.subject === null ? [] : [m.subject]))
  const people = readPeople(
    words,
    members.flatMap((m) => (m.person === null ? [] : [m.person])),
  )
  const poses = findPoses(words)
  const nouns = findPeople(words)
  people.forEach((person, i) => {
    const noun = nouns.find((n) => couldBe(n, person))
    const own =
      noun === undefined ? undefined : poses.find((p) => p.chinese === noun.chinese && p.at > noun.at)
    const verb = own ?? poses[Math.min(i, poses.length - 1)]
    if (verb !== undefined && !person.crowd) person.pose = verb.pose
  })

  const places = readPlaces(words)
  let place: Place =
    places[0]?.place ?? (hasAny(style, phrases('cyberpunk|neon|赛博|霓虹')) ? 'neon' : 'meadow')
  if (place === 'city' && hasAny(style, phrases('cyberpunk|neon|赛博朋克|赛博|霓虹'))) place = 'neon'
  if (place === 'neon' && places.some((p) => p.place === 'ruins')) place = 'neon'
  const beyond =
    places.find((p) => p.place !== place && !INDOORS.has(p.place) && !INDOORS.has(place))?.place ?? null

  const found = findSubjects(words)
  const sceneSubjects: SubjectReading[] = []
  const held: SceneReading['held'] = []
  for (const f of found) {
    const subject = toSubject(words, f, false)
    const name = subject.sprite.name
    if (castSubjects.some((s) => s.sprite.name === name || sameBeast(s.sprite, subject.sprite, f.phrase)))
      continue
    if (sceneSubjects.some((s) => s.sprite.name === name) || held.some((h) => h.sprite.name === name))
      continue
    if (PART_OF_PLACE[place]?.includes(name)) continue
    if (people.length > 0 && HOLDABLE.has(name) && isHeld(words, f)) held.push(subject)
    else sceneSubjects.push(subject)
  }
  if (NEEDS_WATER.has(sceneSubjects[0]?.sprite.kind ?? '') && places.length === 0) place = 'sea'
  if (people.some((p) => p.pose === 'row') && !OPEN_WATER.has(place)) place = 'river'

  const extras = readExtras(words)
  const weather = readWeather(words)
  const dark = hasAny(style, phrases('cyberpunk|neon|noir|gothic|赛博|霓虹|黑色电影|暗黑'))
  const lightsOut = extras.some((e) =>
    ['fireflies', 'fireworks', 'lanterns', 'aurora', 'shootingStar'].includes(e),
  )
  const time = readTime(words) ?? (place === 'neon' || dark || lightsOut ? 'night' : 'day')
  const cast = [...castSubjects, ...sceneSubjects].slice(0, SUBJECT_LIMIT)
  const shot = readShot(words) ?? (people.length + cast.length === 0 ? 'wide' : 'medium')
  return {
    time,
    weather,
    place,
    beyond,
    shot: shot === 'detail' && people.length + cast.length + held.length === 0 ? 'wide' : shot,
    expression: readExpression(words),
    people: people.slice(0, 6),
    subjects: cast,
    held,
    extras,
    colour: anyColour(words),
  }
}

/** "The bird" of the text is the cast's owl; "the animal" is whoever is there. */
function sameBeast(member: Sprite, other: Sprite, phrase: string): boolean {
  if (member.kind === other.kind && ['boat', 'ship', 'bird', 'craft', 'train', 'car'].includes(member.kind))
    return true
  return member.name.includes(other.name) || phrase.includes(member.name)
}

function isHeld(words: Words, found: Found): boolean {
  if (found.chinese) {
    const before = words.text.slice(Math.max(0, found.at - 6), found.at)
    return HOLDING.some((verb) => before.includes(verb))
  }
  const before = ` ${words.raw.slice(Math.max(0, found.at - 6), found.at).join(' ')} `
  return HOLDING.some((verb) => before.includes(` ${verb} `))
}
