/**
 * Palette: everything that can be done on a page, by name. Rooms offer their commands while they are on the page; the
 * palette, the keys and the list of keys all read the same offers, so that none of them can know what the others do not.
 */
import type { messages } from '@/components/i18n/messages/en'
import type { Key } from '@/components/shell/keys'

type Names = (typeof messages)['command']['name']
export type CommandGroup = keyof Names
/** Its group and its name among the messages: `edit.undo`. */
export type CommandId = { [G in CommandGroup]: `${G}.${keyof Names[G] & string}` }[CommandGroup]

export interface PageCommand {
  id: CommandId
  /** Left out: a key that means something only where it is pressed. */
  run?: () => void
  /** The first is the one that is shown. */
  keys?: readonly Key[]
  /** The keys work only while the focus is there, where somebody listens to them already. */
  on?: 'card' | 'row' | 'take' | 'editor'
  /** What it would run and cost just now; asked for only when somebody is about to do it. */
  says?: () => string
}

/** Something to go to: a scene of the page, a film of the desk. */
export interface Place {
  id: string
  group: 'scene' | 'film'
  words: string
  /** Other words it is found by. */
  also: string
  run: () => void
}

/** What is on offer just now. It is read when somebody looks, so that a page draws without a thought for it. */
export class Offers<T> {
  private readonly readers = new Set<() => readonly T[]>()

  /** Answers how to take the offer back. */
  add(read: () => readonly T[]): () => void {
    this.readers.add(read)
    return () => this.readers.delete(read)
  }

  all(): T[] {
    return [...this.readers].flatMap((read) => read())
  }
}

export const commandOffers = new Offers<PageCommand>()
export const placeOffers = new Offers<Place>()

/** Each once, in the order in which their names are written down: rooms come and go in any order. */
export function inOrder(commands: readonly PageCommand[], names: Names): PageCommand[] {
  const ids = Object.entries(names).flatMap(([group, own]) =>
    Object.keys(own).map((name) => `${group}.${name}`),
  )
  const place = new Map(ids.map((id, i) => [id, i]))
  const once = new Map(commands.map((command) => [command.id, command]))
  return [...once.values()].sort((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0))
}

export const groupOf = (id: CommandId): CommandGroup => id.slice(0, id.indexOf('.')) as CommandGroup
