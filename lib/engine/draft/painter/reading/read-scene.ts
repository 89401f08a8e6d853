/** Reads a prompt: the one door from words to everything the painter decides. */
import type { FrameRequest } from '@/lib/engine/contract'
import { brightness, type Hex } from '../colour'
import { SPRITE_WORDS, SPRITES, type Sprite } from '../sprite/catalogue'
import { anyColour, colourOf, colourWithin } from './colours'
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
  held: { sprite: Sprite; colour: Hex | null; by: number }[]
  extras: Extra[]
  /** The people are in the boat, not on the shore. */
  aboard: boolean
  colour: Hex | null
}

const HOLDING = phrases(
  'read|reading|write|writing|读|看书|看着书|写|hold|holding|carry|carrying|with a|with an|grip|gripping|clutch|clutching|raising his|raising her|lift|lifting|play|playing|under a|under an|under her|under his|拿着|提着|举着|撑着|握着|抱着|捧着|打着|手持|手握|拉|弹|吹|撑|提|持',
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

/** Chinese words that only contain the name of a thing. */
const NOT_THINGS = phrases(
  'at the ball|royal ball|ball gown|lamp light|lamplight|candle light|candlelight|torch light|fire light|window light|soft light|star light|moon light|wide shot|orange fur|fish market|horse race|sea horse|tea house|book shop|grey wing|马路|马上|马虎|罗马|人马|相信|信心|信任|信号|信念|自信|门口|部门|专门|分钟|星球|图书|书生|书店|书架|秘书|印象|对象|形象|现象|象征|坏蛋|笨蛋|龙卷风|水龙头|龙宫|茶馆|药店|球场|窗帘|牛仔|吹牛|钟爱|钟情|熊熊|鱼贯|渔船夫|全球|气球状|灯光|灯火|红绿灯',
)
/** English words that are as often verbs: they are things only after an article or the like. */
const OFTEN_VERBS = new Set('rose watch ring bear seal duck ball pick lock present camp drum ram'.split(' '))
const DETERMINERS = new Set(
  'a an the his her their my our your its this that one two three four five some many several old little big small red golden silver brass wooden with of and white black blue green yellow pink brown gold rusty young great wild huge giant baby single lone broken'.split(
    ' ',
  ),
)

const ONE = new Set('a the one this that little small golden fallen tiny'.split(' '))

const THING_WORDS: ReadonlyMap<string, string> = new Map([
  ...SPRITE_WORDS,
  ...NOT_THINGS.map((phrase) => [phrase, ''] as const),
])

function findSubjects(words: Words): (Found & { entry: string })[] {
  return findEntries(words, THING_WORDS).filter((found) => {
    if (found.entry === '') return false
    if (found.chinese || found.length > 1 || (!OFTEN_VERBS.has(found.phrase) && found.phrase !== 'star'))
      return true
    if (words.raw.length <= 3) return true
    if (found.phrase === 'star')
      return words.raw[found.at] === 'star' && ONE.has(words.raw[found.at - 1] ?? '')
    return DETERMINERS.has(words.raw[found.at - 1] ?? '')
  })
}

function toSubject(words: Words, found: Found & { entry: string }, cast: boolean): SubjectReading {
  let sprite = SPRITES.get(found.entry)!
  let colour = colourOf(words, found) ?? colourWithin(found.phrase)
  if (sprite.name === 'fox' && colour !== null && brightness(colour) > 0.8) sprite = SPRITES.get('white-fox')!
  // A red fox and a brown bear are drawn so already; dyeing them again would spoil them.
  if (sprite.kind === 'animal' && sprite.part === 'animals' && NATURAL.has(sprite.name)) colour = null
  return { sprite, count: Math.min(6, countOf(words, found)), colour, cast }
}

const NATURAL = new Set(
  'fox white-fox bear polar-bear panda wolf lion tiger zebra leopard deer frog hedgehog'.split(' '),
)

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
    const role = person.role !== 'none' ? person.role : (findPeople(wordsOf(member.name))[0]?.role ?? 'none')
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

const ABOARD = phrases(
  'in a boat|in the boat|on a boat|on the boat|in his boat|in her boat|in their boat|in a small boat|aboard|row|rowing|sail|sailing|fishing|paddle|deck|船上|乘|坐船|划|泛舟|摇橹|撑船|驾船|舟上|捕鱼',
)
const AIRBORNE = phrases('cloud|clouds|flying|balloon|airplane|plane|airship|云端|云海|飞|天宫')
const NEON = phrases('cyberpunk|neon|赛博朋克|赛博|霓虹')
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
  const flying = people.some((p) => p.pose === 'fly') || hasAny(words, AIRBORNE)
  const neonStyle = hasAny(style, NEON)
  let place: Place = places[0]?.place ?? (neonStyle ? 'neon' : 'meadow')
  // Who looks at the sky stands below it.
  if (place === 'sky' && people.length > 0 && !flying) {
    place = places.find((p) => p.place !== 'sky')?.place ?? 'meadow'
  }
  const ruined = place === 'ruins' || places.some((p) => p.place === 'ruins')
  if (place === 'city' && neonStyle) place = 'neon'
  if (place === 'ruins' && (neonStyle || places.some((p) => p.place === 'neon'))) place = 'neon'
  const outside = places.find((p) => p.place !== place && !INDOORS.has(p.place) && !INDOORS.has(place))
  const beyond = place === 'neon' && ruined ? 'ruins' : (outside?.place ?? null)

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
    // A door or window is part of a house unless it is the whole picture.
    if ((name === 'door' || name === 'window') && readShot(words) !== 'detail') continue
    if (
      people.length > 0 &&
      HOLDABLE.has(name) &&
      (held.length === 0 || isHeld(words, f)) &&
      subject.count === 1
    )
      held.push({ ...opened(subject, words), by: holderOf(f, nouns, people) })
    else sceneSubjects.push(subject)
  }
  if (NEEDS_WATER.has(sceneSubjects[0]?.sprite.kind ?? '') && places.length === 0) place = 'sea'
  if (people.some((p) => p.pose === 'row') && !OPEN_WATER.has(place) && place !== 'orchard') place = 'river'

  const rowing = people.some((p) => p.pose === 'row')
  const boat = [...castSubjects, ...sceneSubjects].find((s) => s.sprite.kind === 'boat')
  const afloat = OPEN_WATER.has(place) || place === 'orchard'
  const aboard =
    afloat &&
    people.length > 0 &&
    (rowing || (boat !== undefined && (place === 'sea' || hasAny(words, ABOARD))))
  if (aboard && boat === undefined) {
    sceneSubjects.unshift({ sprite: SPRITES.get('rowboat')!, count: 1, colour: null, cast: false })
  }
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
    aboard,
    colour: anyColour(words),
  }
}

/** "The bird" of the text is the cast's owl; "the animal" is whoever is there. */
function sameBeast(member: Sprite, other: Sprite, phrase: string): boolean {
  if (member.kind === other.kind && ['boat', 'ship', 'bird', 'craft', 'train', 'car'].includes(member.kind))
    return true
  return member.name.includes(other.name) || phrase.includes(member.name)
}

/** Who holds a thing: the person named last before it. */
function holderOf(found: Found, nouns: FoundPerson[], people: PersonReading[]): number {
  const before = nouns.filter((n) => n.chinese === found.chinese && n.at < found.at).at(-1)
  if (before === undefined) return 0
  const at = people.findIndex((p) => !p.crowd && couldBe(before, p))
  return Math.max(0, at)
}

/** A book that is read lies open. */
function opened(subject: SubjectReading, words: Words): SubjectReading {
  const read = subject.sprite.name === 'closed-book' && hasAny(words, phrases('read|reading|读|看书|看'))
  return read ? { ...subject, sprite: SPRITES.get('open-book')! } : subject
}

function isHeld(words: Words, found: Found): boolean {
  if (found.chinese) {
    const before = words.text.slice(Math.max(0, found.at - 6), found.at)
    return HOLDING.some((verb) => before.includes(verb))
  }
  const before = ` ${words.raw.slice(Math.max(0, found.at - 6), found.at).join(' ')} `
  return HOLDING.some((verb) => before.includes(` ${verb} `))
}
