/** Staging: who stands where and how large, decided before anything is painted. Lengths in units. */
import type { Random } from './random'
import type { SceneReading } from './reading/read-scene'
import type { SubjectReading } from './reading/subjects'
import {
  enthrone,
  mount,
  stageAfloat,
  stageAir,
  stageBack,
  stageBoat,
  stageBusts,
  stageFront,
  stageHero,
  takeRider,
} from './rows'
import {
  type Item,
  itemOf,
  PERSON,
  PERSON_WIDTH,
  type Placed,
  personHeight,
  type Row,
  stageUnit,
} from './sizes'
import type { SpriteKind } from './sprite/catalogue'
import type { Frame } from './stage'

const FLOATING = new Set<SpriteKind>(['boat', 'ship'])

const FAR = new Set<SpriteKind>(['building', 'train'])

const AIRBORNE = new Set<SpriteKind>(['craft', 'bird'])

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
