import type { PersonReading } from './reading/cast'
import type { SceneReading } from './reading/read-scene'
import type { SubjectReading } from './reading/subjects'
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
export const SIDE = 0.055

/** Height of a grown person as a fraction of the stage, by shot. */
export const PERSON: Record<SceneReading['shot'], number> = {
  wide: 0.38,
  medium: 0.48,
  close: 0.52,
  detail: 0.46,
}

const PERSON_METRES = 1.7

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

export interface Item {
  width: number
  height: number
  person: PersonReading | null
  subject: SubjectReading | null
  rank: number
}

export function itemOf(subject: SubjectReading, person: number, rank: number): Item {
  const [left, top, right, bottom] = subject.sprite.box as [number, number, number, number]
  const aspect = (right - left) / (bottom - top)
  let height = heightOf(subject.sprite.metres, person)
  // Long animals are measured by their length as well, or a crocodile would cover the picture.
  if (aspect > 1.25) height *= 1.25 / aspect
  return { width: height * aspect, height, person: null, subject, rank }
}

/** Width a standing person needs beside others. */
export const PERSON_WIDTH = 0.44

/** How much of a figure, from its foot, the side of a boat hides. */
export const ABOARD_CUT = 0.2

/** Whether the picture must be turned so that it looks the wanted way; people are drawn looking right. */
export function faces(item: Item, toLeft: boolean): boolean {
  if (item.subject === null) return toLeft
  const { looks } = item.subject.sprite
  if (looks === 'front') return false
  return toLeft ? looks === 'right' : looks === 'left'
}
