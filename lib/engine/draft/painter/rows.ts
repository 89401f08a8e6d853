/** Rows: the places of those in front, in a boat, in the air, far off, or close to the eye. */
import { between, type Random } from './random'
import type { SceneReading } from './reading/read-scene'
import {
  ABOARD_CUT,
  faces,
  type Item,
  PERSON_WIDTH,
  type Placed,
  personHeight,
  SIDE,
  stageUnit,
} from './sizes'
import type { Frame } from './stage'

const MOUNTS =
  /^(horse|camel|two-hump-camel|elephant|donkey|deer|ox|water-buffalo|bison|carousel-horse|winged-dragon|dragon|tiger|lion|bear|polar-bear|wolf|cow|giraffe|zebra|mammoth|llama)$/

/** Takes the first rider out of the row when there is something to ride. */
export function takeRider(front: Item[]): Item | null {
  if (!front.some((i) => MOUNTS.test(i.subject?.sprite.name ?? ''))) return null
  const at = front.findIndex((i) => i.person?.pose === 'ride')
  return at < 0 ? null : (front.splice(at, 1)[0] ?? null)
}

/** Seats a rider on the back of its animal, right after it in the pile. */
export function mount(row: Placed[], rider: Item): void {
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
export function enthrone(row: Placed[], reading: SceneReading, frame: Frame): void {
  const ruler = row.find((p) => p.person?.pose === 'sit' && /king|queen|emperor/.test(p.person.role))
  if (reading.place !== 'palace' || ruler === undefined) return
  const taken = row.find((p) => p !== ruler && Math.abs(p.x - frame.W / 2) < (p.width + ruler.width) / 2)
  if (taken !== undefined) taken.x = ruler.x
  ruler.x = frame.W / 2
  ruler.drop = -frame.H * 0.034
}

/** People in a boat: they are laid first, so that its side hides their legs; the boat comes last. */
export function stageBoat(reading: SceneReading, frame: Frame, grown: number, random: Random): Placed[] {
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

function isWalker(item: Item): boolean {
  return item.person?.pose === 'walk' || item.person?.pose === 'run'
}

/** One row, side by side, a little apart, nobody before another's face; the group stands off the middle. */
export function stageFront(items: Item[], frame: Frame, random: Random): Placed[] {
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
  const walkers = order.filter(isWalker).length
  return order.map((item) => {
    const at = x + item.width / 2
    x += item.width + gap * scale + air
    const alone = order.length === 1
    // Who walks, walks with the others; who stands, turns to them.
    const together = walkers > 1 && isWalker(item)
    const toLeft = together || alone ? middle > W / 2 : at > middle
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

/** Buildings and trees behind the row, in its gaps. */
export function stageBack(items: Item[], front: Placed[], frame: Frame, random: Random): Placed[] {
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

export function stageAfloat(items: Item[], frame: Frame, random: Random, reading: SceneReading): Placed[] {
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

export function stageAir(items: Item[], frame: Frame, random: Random): Placed[] {
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
export function stageBusts(reading: SceneReading, frame: Frame, random: Random): Placed[] {
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
export function stageHero(reading: SceneReading, frame: Frame): Placed {
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
