/** Staging: who stands where and how large, decided before anything is painted. Lengths in units. */
import { between, type Random } from './random'
import type { PersonReading, SceneReading, SubjectReading } from './reading/read-scene'
import type { SpriteKind } from './sprite/catalogue'
import type { Frame } from './stage'

export type Row = 'back' | 'aboard' | 'afloat' | 'front' | 'rider' | 'air' | 'bust' | 'hero'

export interface Placed {
  row: Row
  /** Middle of the subject. */
  x: number
  /** How far its foot stands below the ground's edge (front, back, afloat), or its middle from the top (air). */
  drop: number
  width: number
  height: number
  flip: boolean
  person: PersonReading | null
  subject: SubjectReading | null
  /** 0 for the scene's own, rising towards bystanders. */
  rank: number
  /** Middle of the boat it sits in. */
  boatX?: number
}

/** Nothing shown stands nearer to the sides than this fraction of the width. */
const SIDE = 0.055
/** Height of a grown person as a fraction of the stage, by shot. */
const PERSON: Record<SceneReading['shot'], number> = { wide: 0.38, medium: 0.48, close: 0.52, detail: 0.46 }
const PERSON_METRES = 1.7
const FLOATING = new Set<SpriteKind>(['boat', 'ship'])
const FAR = new Set<SpriteKind>(['building', 'train'])
const AIRBORNE = new Set<SpriteKind>(['craft', 'bird'])

export function stageUnit({ W, H }: Frame): number {
  return Math.min(H, W * 1.45)
}

/** Sizes are drawn together so that a mouse can be seen beside a horse: the root of the true proportion. */
export function heightOf(metres: number, person: number): number {
  const ratio = metres / PERSON_METRES
  return person * (ratio < 1 ? Math.max(0.2, ratio ** 0.6) : ratio ** 0.42)
}

export function personHeight(person: PersonReading, grown: number): number {
  if (person.age === 'child') return grown * 0.66
  if (person.age === 'old') return grown * 0.96
  return person.gender === 'female' ? grown * 0.95 : grown
}

interface Item {
  width: number
  height: number
  person: PersonReading | null
  subject: SubjectReading | null
  rank: number
}

function itemOf(subject: SubjectReading, person: number, rank: number): Item {
  const [left, top, right, bottom] = subject.sprite.box as [number, number, number, number]
  const aspect = (right - left) / (bottom - top)
  let height = heightOf(subject.sprite.metres, person)
  // Long animals are measured by their length as well, or a crocodile would cover the picture.
  if (aspect > 1.25) height *= 1.25 / aspect
  return { width: height * aspect, height, person: null, subject, rank }
}

function rowOf(subject: SubjectReading, reading: SceneReading): Row {
  const { kind, metres } = subject.sprite
  if (reading.place === 'underwater' || reading.place === 'space') {
    return ['fish', 'bird', 'craft', 'boat', 'ship'].includes(kind) ? 'air' : 'front'
  }
  const water = ['sea', 'coast', 'beach', 'harbour', 'river', 'lake'].includes(reading.place)
  if (FLOATING.has(kind)) return water ? 'afloat' : 'front'
  if (kind === 'fish') return water ? 'afloat' : 'front'
  if (FAR.has(kind) || (kind === 'plant' && metres > 3)) return 'back'
  if (subject.sprite.name === 'winged-dragon')
    return reading.place === 'sky' || reading.people.length > 0 || reading.place === 'castle'
      ? 'air'
      : 'front'
  if (kind === 'bird' && metres < 0.5 && reading.shot !== 'close' && subject.cast) return 'front'
  if (AIRBORNE.has(kind) || (kind === 'bug' && metres > 0.14 && /butterfly|bee/.test(subject.sprite.name)))
    return 'air'
  if (reading.place === 'sky') return reading.people.length > 0 && kind === 'animal' ? 'front' : 'air'
  return 'front'
}

/** An open umbrella or an arm with a sword needs room beside its owner. */
function widthOf(reading: SceneReading, who: number): number {
  const umbrella = reading.held.some((h) => h.by === who && h.sprite.name === 'umbrella')
  return umbrella ? 0.74 : PERSON_WIDTH
}

/** Width a standing person needs beside others. */
export const PERSON_WIDTH = 0.44

export function stageSubjects(reading: SceneReading, frame: Frame, random: Random): Placed[] {
  const unit = stageUnit(frame)
  // Two heads side by side need width: a tall picture shows such a pair from further off.
  const narrow = reading.people.length > 1 && frame.W < frame.H * 1.3
  const grown = unit * PERSON[reading.shot] * (reading.shot === 'close' && narrow ? 1.2 : 1)
  const placed: Placed[] = []
  const lead = reading.people.find((p) => !p.crowd)
  const closeUp = reading.shot === 'close' || reading.shot === 'detail'
  if (
    closeUp &&
    reading.shot === 'close' &&
    !narrow &&
    lead !== undefined &&
    reading.subjects.every((s) => !s.cast)
  ) {
    placed.push(...stageBusts(reading, frame, random))
    return placed
  }
  if (closeUp && reading.subjects.length + reading.held.length > 0) {
    placed.push(stageHero(reading, frame))
    return placed
  }
  const crew = reading.aboard ? stageBoat(reading, frame, grown, random) : []
  const boat = crew.at(-1)?.subject
  const front: Item[] = (reading.aboard ? [] : reading.people).map((person, i) => {
    const height = personHeight(person, grown) * (person.crowd ? 0.82 : 1)
    const width = person.pose === 'lie' ? height : height * widthOf(reading, i)
    return { width, height, person, subject: null, rank: i }
  })
  const rows: Record<'back' | 'afloat' | 'air', Item[]> = { back: [], afloat: [], air: [] }
  reading.subjects.forEach((subject, i) => {
    if (subject === boat) return
    const row = rowOf(subject, reading)
    for (let n = 0; n < subject.count; n++) {
      const item = itemOf(subject, grown, subject.cast ? i : i + 2)
      if (n > 0) {
        item.width *= 0.86
        item.height *= 0.86
      }
      if (row === 'front') front.push(item)
      else if (row === 'back' || row === 'afloat' || row === 'air') rows[row].push(item)
    }
  })
  const rider = takeRider(front)
  const spread = stageFront(front, frame, random)
  if (rider !== null) mount(spread, rider)
  enthrone(spread, reading, frame)
  placed.push(
    ...crew,
    ...stageBack(rows.back, spread, frame, random),
    ...stageAfloat(rows.afloat, frame, random, reading),
    ...spread,
    ...stageAir(rows.air, frame, random),
  )
  return placed
}

const MOUNTS =
  /^(horse|camel|two-hump-camel|elephant|donkey|deer|ox|water-buffalo|bison|carousel-horse|winged-dragon|dragon|tiger|lion|bear|polar-bear|wolf|cow|giraffe|zebra|mammoth|llama)$/

/** Takes the first rider out of the row when there is something to ride. */
function takeRider(front: Item[]): Item | null {
  if (!front.some((i) => MOUNTS.test(i.subject?.sprite.name ?? ''))) return null
  const at = front.findIndex((i) => i.person?.pose === 'ride')
  return at < 0 ? null : (front.splice(at, 1)[0] ?? null)
}

/** Seats a rider on the back of its animal, right after it in the pile. */
function mount(row: Placed[], rider: Item): void {
  const at = row.findIndex((p) => MOUNTS.test(p.subject?.sprite.name ?? ''))
  const animal = row[at]
  if (animal === undefined) return
  const height = Math.min(rider.height * 0.8, animal.height * 1.05)
  const back = animal.flip ? -1 : 1
  row.splice(at + 1, 0, {
    row: 'rider',
    x: animal.x + animal.width * 0.14 * back,
    drop: animal.drop - animal.height * 0.6 + height * 0.26,
    width: height * PERSON_WIDTH,
    height,
    // Sprites look left, people right.
    flip: !animal.flip,
    person: rider.person,
    subject: null,
    rank: rider.rank,
    boatX: animal.x,
  })
}

/** A ruler who sits in the palace sits on the throne. */
function enthrone(row: Placed[], reading: SceneReading, frame: Frame): void {
  const ruler = row.find((p) => p.person?.pose === 'sit' && /king|queen|emperor/.test(p.person.role))
  if (reading.place !== 'palace' || ruler === undefined) return
  const taken = row.find((p) => p !== ruler && Math.abs(p.x - frame.W / 2) < (p.width + ruler.width) / 2)
  if (taken !== undefined) taken.x = ruler.x
  ruler.x = frame.W / 2
  ruler.drop = -frame.H * 0.034
}

/** How much of a figure, from its foot, the side of a boat hides. */
export const ABOARD_CUT = 0.2

/** People in a boat: they are laid first, so that its side hides their legs; the boat comes last. */
function stageBoat(reading: SceneReading, frame: Frame, grown: number, random: Random): Placed[] {
  const { W } = frame
  const subject = reading.subjects.find((s) => s.sprite.kind === 'boat')!
  const crew = reading.people.slice(0, 3)
  const [left, top, right, bottom] = subject.sprite.box as [number, number, number, number]
  const aspect = (right - left) / (bottom - top)
  const open = subject.sprite.name === 'rowboat'
  const width = Math.min(
    W * 0.8,
    open ? Math.max(W * 0.26, grown * (0.8 + 0.34 * crew.length)) : stageUnit(frame) * 0.62 * aspect,
  )
  const height = width / aspect
  const x = W * between(random, 0.42, 0.58)
  const flip = random() < 0.5
  const drop = height * 0.2
  const tall = open ? Math.min(grown * 0.86, width * 0.62) : height * 0.34
  const people = crew.map((person, i): Placed => {
    const at = crew.length === 1 ? 0.06 : (i / (crew.length - 1) - 0.5) * 0.5
    const size = personHeight(person, tall)
    return {
      row: 'aboard',
      x: x + at * width,
      drop: drop - height * (open ? 0.52 : 0.2) + size * ABOARD_CUT,
      width: size * PERSON_WIDTH,
      height: size,
      flip: crew.length === 1 ? flip : at > 0,
      person: { ...person, pose: person.pose === 'sit' ? 'row' : person.pose },
      subject: null,
      rank: i,
      boatX: x,
    }
  })
  return [
    ...people,
    { row: 'aboard', x, drop, width, height, flip, person: null, subject, rank: 1, boatX: x },
  ]
}

/** One row, side by side, a little apart, nobody before another's face; the group stands off the middle. */
function stageFront(items: Item[], frame: Frame, random: Random): Placed[] {
  const { W } = frame
  const unit = stageUnit(frame)
  let row = items.sort((a, b) => a.rank - b.rank).slice(0, 7)
  const room = W * (1 - SIDE * 2)
  const total = (list: Item[], gap: number) =>
    list.reduce((sum, i) => sum + i.width, 0) + gap * (list.length - 1)
  const gap = unit * 0.045
  while (row.length > 2 && total(row, gap) > room * 1.35) row = row.slice(0, -1)
  const scale = Math.min(1, room / Math.max(1, total(row, gap)))
  row = row.map((i) => ({ ...i, width: i.width * scale, height: i.height * scale }))
  // The lead stands inside, the others on alternating sides.
  const order: Item[] = []
  const rightFirst = random() < 0.5
  row.forEach((item, i) => {
    if ((i % 2 === 0) === rightFirst) order.push(item)
    else order.unshift(item)
  })
  const wide = total(order, gap * scale)
  const free = Math.max(0, room - wide)
  const lean = row.length === 1 ? (random() < 0.5 ? 0.24 : 0.76) : between(random, 0.2, 0.8)
  const air =
    row.length > 1 ? Math.min(free * 0.4, unit * 0.1 * (row.length - 1)) / Math.max(1, row.length - 1) : 0
  const used = wide + air * (row.length - 1)
  let x = W * SIDE + (room - used) * (free > W * 0.25 ? lean : 0.5)
  const middle = x + used / 2
  return order.map((item) => {
    const at = x + item.width / 2
    x += item.width + gap * scale + air
    const alone = order.length === 1
    const toLeft = alone ? at > W / 2 : at > middle
    return {
      row: 'front' as const,
      x: at,
      drop: unit * (0.03 + between(random, 0, 0.025)) + (item.person?.crowd ? -unit * 0.015 : 0),
      width: item.width,
      height: item.height,
      flip: faces(item, toLeft),
      person: item.person,
      subject: item.subject,
      rank: item.rank,
    }
  })
}

/** Whether the picture must be turned so that it looks the wanted way; people are drawn looking right. */
function faces(item: Item, toLeft: boolean): boolean {
  if (item.subject === null) return toLeft
  const { looks } = item.subject.sprite
  if (looks === 'front') return false
  return toLeft ? looks === 'right' : looks === 'left'
}

/** Buildings and trees behind the row, in its gaps. */
function stageBack(items: Item[], front: Placed[], frame: Frame, random: Random): Placed[] {
  const { W } = frame
  const unit = stageUnit(frame)
  const taken = front.map((p) => [p.x - p.width / 2, p.x + p.width / 2] as [number, number])
  return items.slice(0, 4).map((item) => {
    let { width, height } = item
    const fit = Math.min(1, (unit * 0.5) / height, (W * 0.46) / width)
    width *= fit
    height *= fit
    let best = W / 2
    let bestCost = Number.POSITIVE_INFINITY
    for (let i = 0; i < 14; i++) {
      const x = between(random, W * SIDE + width / 2, W * (1 - SIDE) - width / 2)
      const cost =
        taken.reduce(
          (sum, [l, r]) => sum + Math.max(0, Math.min(r, x + width / 2) - Math.max(l, x - width / 2)),
          0,
        ) +
        Math.abs(x - W / 2) * 0.05
      if (cost < bestCost) {
        bestCost = cost
        best = x
      }
    }
    taken.push([best - width / 2, best + width / 2])
    return {
      row: 'back' as const,
      x: best,
      drop: unit * 0.012,
      width,
      height,
      flip: faces(item, best > W / 2),
      person: null,
      subject: item.subject,
      rank: item.rank,
    }
  })
}

function stageAfloat(items: Item[], frame: Frame, random: Random, reading: SceneReading): Placed[] {
  const { W } = frame
  const unit = stageUnit(frame)
  const list = items.slice(0, 3)
  const alone = reading.people.length === 0
  return list.map((item, i) => {
    const fit = Math.min(alone ? 1.25 : 0.95, (unit * 0.42) / item.height, (W * 0.5) / item.width)
    const width = item.width * fit
    const lane = W / list.length
    const lo = Math.max(W * SIDE + width / 2, lane * i + width * 0.5)
    const hi = Math.max(lo, Math.min(W * (1 - SIDE) - width / 2, lane * (i + 1) - width * 0.5))
    const x = between(random, lo, hi)
    return {
      row: 'afloat' as const,
      x,
      drop: item.height * fit * 0.1,
      width,
      height: item.height * fit,
      flip: faces(item, x > W / 2),
      person: null,
      subject: item.subject,
      rank: item.rank,
    }
  })
}

function stageAir(items: Item[], frame: Frame, random: Random): Placed[] {
  const { W, H } = frame
  const unit = stageUnit(frame)
  const list = items.slice(0, 6)
  const side = random() < 0.5
  return list.map((item, i) => {
    const fit = Math.min(1.15, (unit * 0.36) / item.height, (W * 0.42) / item.width)
    const width = item.width * fit
    const height = item.height * fit
    const lane = (W * (1 - 2 * SIDE)) / Math.max(1.6, list.length)
    const raw = W * SIDE + lane * (i + between(random, 0.35, 0.65))
    const x = Math.min(W * (1 - SIDE) - width / 2, Math.max(W * SIDE + width / 2, side ? W - raw : raw))
    const y = Math.max(height / 2 + H * 0.06, H * between(random, 0.2, 0.36))
    return {
      row: 'air' as const,
      x,
      drop: y,
      width,
      height,
      flip: faces(item, x > W / 2),
      person: null,
      subject: item.subject,
      rank: item.rank,
    }
  })
}

/** One or two people from the chest up. */
function stageBusts(reading: SceneReading, frame: Frame, random: Random): Placed[] {
  const { W, H } = frame
  const people = reading.people.filter((p) => !p.crowd).slice(0, 2)
  const two = people.length > 1
  const height = Math.min(H * 0.8, W * (two ? 0.62 : 0.9))
  const left = random() < 0.5
  return people.map((person, i) => {
    const at = two ? (i === 0 ? 0.29 : 0.71) : W > H ? (left ? 0.38 : 0.62) : 0.5
    return {
      row: 'bust' as const,
      x: W * at,
      drop: 0,
      width: height * 0.86,
      height: person.age === 'child' ? height * 0.92 : height,
      flip: at > 0.5,
      person,
      subject: null,
      rank: i,
    }
  })
}

/** The thing alone, large, in the middle of a paper opening. */
function stageHero(reading: SceneReading, frame: Frame): Placed {
  const { W, H } = frame
  const subject = reading.subjects[0] ?? { ...reading.held[0]!, count: 1, cast: false }
  const [left, top, right, bottom] = subject.sprite.box as [number, number, number, number]
  const aspect = (right - left) / (bottom - top)
  const height = Math.min(H * 0.5, (W * 0.56) / aspect)
  return {
    row: 'hero',
    x: W / 2,
    drop: H * 0.45,
    width: height * aspect,
    height,
    flip: false,
    person: null,
    subject,
    rank: 0,
  }
}
