/** Reads a prompt: the one door from words to everything the painter decides. */
import type { FrameRequest } from '@/lib/engine/contract'
import type { Hex } from '../colour'
import { SPRITES, type Sprite } from '../sprite/catalogue'
import { holderOf, type PersonReading, readMember, readPeople } from './cast'
import { anyColour } from './colours'
import { couldBe, findPeople } from './people'
import { INDOORS, type Place, readPlaces } from './places'
import { findPoses } from './poses'
import {
  type Expression,
  type Extra,
  readExpression,
  readExtras,
  readShot,
  readTime,
  readWeather,
  type Shot,
  TIMES,
  type Time,
  type Weather,
} from './setting'
import { findSubjects, HOLDABLE, isHeld, opened, type SubjectReading, sameBeast, toSubject } from './subjects'
import { hasAny, phrases, wordsOf } from './words'

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
  garden: ['tulip'],
  meadow: ['tulip'],
  lake: ['lotus'],
}

const ABOARD = phrases(
  'in a boat|in the boat|on a boat|on the boat|in his boat|in her boat|in their boat|in a small boat|aboard|row|rowing|sail|sailing|fishing|paddle|deck|船上|乘|坐船|划|泛舟|摇橹|撑船|驾船|舟上|捕鱼',
)

const AIRBORNE = phrases('cloud|clouds|flying|balloon|airplane|plane|airship|云端|云海|飞|天宫')

/** Where an abstract prompt may lead. */
const ANYWHERE: readonly Place[] = [
  'mountain',
  'sea',
  'lake',
  'meadow',
  'forest',
  'sky',
  'river',
  'orchard',
  'coast',
]
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
  const bare =
    places.length === 0 && people.length + castSubjects.length === 0 && findSubjects(words).length === 0
  let place: Place =
    places[0]?.place ?? (neonStyle ? 'neon' : bare ? ANYWHERE[request.seed % ANYWHERE.length]! : 'meadow')
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
    const inHand = people.length > 0 && HOLDABLE.has(name) && isHeld(words, f)
    if (PART_OF_PLACE[place]?.includes(name) && !inHand) continue
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
  const anytime = bare ? TIMES[Math.floor(request.seed / 7) % TIMES.length]! : 'day'
  const time = readTime(words) ?? (place === 'neon' || dark || lightsOut ? 'night' : anytime)
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
