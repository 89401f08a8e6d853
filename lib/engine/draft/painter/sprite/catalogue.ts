/** What can be drawn as a sprite: names, words, size and nature. The outlines themselves load in parts, when needed. */
import { phrases } from '../reading/words'
import table from './catalogue.json'

export type SpriteKind =
  | 'animal'
  | 'bird'
  | 'fish'
  | 'bug'
  | 'boat'
  | 'ship'
  | 'car'
  | 'train'
  | 'craft'
  | 'building'
  | 'plant'
  | 'flower'
  | 'tool'
  | 'thing'
  | 'food'

export interface Sprite {
  name: string
  part: 'animals' | 'places' | 'vehicles' | 'things'
  kind: SpriteKind
  /** Where it looks in its own picture. */
  looks: 'left' | 'right' | 'front'
  metres: number
  /** The painted part of its square, in thousandths: left, top, right, bottom. */
  box: readonly number[]
}

const entries = Object.entries(table as Record<string, Omit<Sprite, 'name'> & { words: string }>)

export const SPRITES: ReadonlyMap<string, Sprite> = new Map(
  entries.map(([name, entry]) => [name, { ...entry, name }]),
)

/** Phrase (English, Chinese) to the name of the sprite that shows it. */
export const SPRITE_WORDS: ReadonlyMap<string, string> = new Map(
  entries.flatMap(([name, entry]) => phrases(entry.words).map((phrase) => [phrase, name] as const)),
)
