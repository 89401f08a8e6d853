import type { AnimalEntry, PersonEntry } from './entries'

/** A place in a sentence where the story speaks of a character. */
export interface Reference {
  /** UTF-16 offsets in the sentence's text. */
  start: number
  end: number
  kind: 'noun' | 'name' | 'pronoun' | 'narrator'
  /** As the story writes it, with its close adjectives, without articles. */
  text: string
  /** The name that belongs to a noun, or the noun's meaning that belongs to a name, when they stand together. */
  name: string | null
  entry: PersonEntry | AnimalEntry | null
  /** The noun that stood beside the name, as the story writes it. */
  also: string | null
  gender: 'm' | 'f' | null
  plural: boolean
  /** `it`, 它: an animal or a machine. */
  thing: boolean
  /** May be the doer: not `him`, not `his`. */
  subject: boolean
  /** In the picture: not in someone's speech, not denied, not only an owner. */
  seen: boolean
  /** Inside someone's speech. */
  spoken: boolean
  /** `the`, `his`, 那个: someone already known. */
  known: boolean
  /** `another`, 另一个: someone new whatever the noun. */
  other: boolean
  /** Picture words of its adjectives: `old`, `red`. */
  adjectives: string[]
}

const KIN: Record<string, string> = {
  mother: 'mother',
  father: 'father',
  grandmother: 'grandmother',
  grandfather: 'grandfather',
  'old man': 'old',
  'old woman': 'old',
  brother: 'brother',
  sister: 'sister',
  baby: 'baby',
}

/** `Mother Bear`, 兔妈妈, `Mr. Fox`: an animal of its own, told apart from others of its kind. */
export function animalKin(animal: AnimalEntry, person: PersonEntry): AnimalEntry {
  const prefix = KIN[person.word]
  return prefix ? { ...animal, word: `${prefix} ${animal.word}` } : animal
}

/**
 * Joins a noun and a name that mean one character: `his granddaughter Mara`, `Mara, the keeper`, 小狐狸阿橘, 阿橘是一只小狐狸.
 * `between` says whether the text between the two binds them.
 */
export function joinNames(
  refs: Reference[],
  between: (first: Reference, second: Reference) => boolean,
): Reference[] {
  const joined: Reference[] = []
  for (const ref of refs) {
    const last = joined.at(-1)
    const pair =
      last && last.kind !== ref.kind && [last.kind, ref.kind].every((k) => k === 'noun' || k === 'name')
    const fresh = pair && !(last.name && last.entry) && between(last, ref)
    if (!fresh) {
      joined.push(ref)
      continue
    }
    joined[joined.length - 1] = {
      ...last,
      end: ref.end,
      kind: 'name',
      name: last.name ?? ref.name,
      entry: last.entry ?? ref.entry,
      also: last.kind === 'noun' ? last.text : ref.text,
      gender: last.gender ?? ref.gender,
      plural: false,
      text: last.kind === 'name' ? last.text : ref.text,
      seen: last.seen && ref.seen,
      adjectives: [...last.adjectives, ...ref.adjectives],
    }
  }
  return joined
}
