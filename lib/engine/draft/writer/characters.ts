import type { AnimalEntry, PersonEntry } from './entries'
import { agrees, certainGender, clash, leaning, related, sharesName } from './likeness'
import type { Reference } from './reference'

/** Someone of the story, as far as it has been read. */
export interface Character {
  /** Order of first appearance. */
  index: number
  /** As the story calls them: the name if there is one, else the noun. */
  name: string
  aliases: Set<string>
  entry: PersonEntry | AnimalEntry | null
  gender: 'm' | 'f' | null
  group: boolean
  narrator: boolean
  adjectives: Set<string>
  /** How often spoken of, and how often seen doing something. */
  mentions: number
  acts: number
  /** Sentence of the last mention; a doer is easier to mean again. */
  lastAt: number
  lastActed: boolean
  named: boolean
}

/** A reference with those it means; none when it cannot be told. */
export interface Resolved {
  ref: Reference
  who: Character[]
}

const GENERIC = new Set([
  'man',
  'woman',
  'old man',
  'old woman',
  'young man',
  'young woman',
  'boy',
  'girl',
  'child',
  'baby',
  'stranger',
  'traveller',
  'hero',
  'friend',
  'villain',
])

/** Reads the references of a story in order and tells who is meant, making characters as they appear. */
export class Company {
  readonly characters: Character[] = []
  private sentence = 0
  private latest: Character[] = []

  /** `firstPerson`: the story is told by someone in it. */
  constructor(
    private readonly firstPerson: boolean,
    private readonly narratorName: string,
  ) {}

  /** The references of the next sentence. */
  read(refs: Reference[], text: string): Resolved[] {
    this.sentence++
    const resolved: Resolved[] = []
    let bound: Character | null = null
    for (const ref of refs) {
      const before = resolved.at(-1)
      // `Her name was Lily`, 它叫阿橘.
      const gap = before ? text.slice(before.ref.end, ref.start) : ''
      const naming =
        ref.kind === 'name' &&
        before?.ref.kind === 'pronoun' &&
        /^(?:\s+name\s+(?:was|is)\s+|(?:的名字)?(?:名)?叫做?)$/u.test(gap)
      bound = naming ? (before?.who[0] ?? null) : null
      const copula =
        before &&
        (ref.kind === 'noun' || ref.entry) &&
        before.who.length === 1 &&
        !ref.plural &&
        COPULA.test(gap) &&
        before.ref.end + gap.length === ref.start
      const who = bound
        ? [this.nameIt(bound, ref)]
        : copula
          ? [this.becomes(before.who[0], ref, /成|当|做|becom|became/.test(gap))]
          : this.resolve(ref, resolved)
      for (const character of who) this.touch(character, ref)
      resolved.push({ ref, who })
    }
    return resolved
  }

  /** 同桌是个男孩, `she became a painter`: the same one, known better. */
  private becomes(character: Character | undefined, ref: Reference, later: boolean): Character {
    if (!character) return this.byNoun(ref)
    // What someone becomes later is not how they look now.
    if (!later) character.entry ??= ref.entry
    character.gender ??= ref.gender
    return ref.name ? this.nameIt(character, ref) : character
  }

  private resolve(ref: Reference, earlier: Resolved[]): Character[] {
    // Whom a speaker means by `you` or `he` is beyond us.
    if (ref.spoken && (ref.kind === 'pronoun' || ref.kind === 'narrator')) return []
    if (ref.kind === 'narrator') return this.narrator(ref)
    if (ref.kind === 'pronoun') return this.pronoun(ref, earlier)
    if (ref.kind === 'name') return [this.byName(ref)]
    return [this.byNoun(ref)]
  }

  private narrator(ref: Reference): Character[] {
    if (!this.firstPerson || (!ref.seen && ref.subject)) return []
    const known = this.characters.find((c) => c.narrator)
    const narrator =
      known ?? this.add({ ...ref, text: this.narratorName, name: this.narratorName, gender: null })
    narrator.narrator = true
    return [narrator]
  }

  private pronoun(ref: Reference, earlier: Resolved[]): Character[] {
    if (ref.plural) {
      const group = this.latest.find((c) => c.group && this.sentence - c.lastAt <= 3)
      const pair = this.latest
        .filter((c) => !c.group && !c.narrator && c.acts > 0 && this.sentence - c.lastAt <= 8)
        .sort((a, b) => b.acts - a.acts)
        .slice(0, 2)
      if (group && (pair.length < 2 || group.lastAt >= Math.max(...pair.map((c) => c.lastAt)))) return [group]
      return pair
    }
    // `Hale chased him`: not himself.
    const doer =
      !ref.subject && ref.seen && !/sel(?:f|ves)$/.test(ref.text)
        ? earlier.findLast((r) => r.ref.subject)?.who
        : undefined
    const fits = this.latest.filter((c) => this.pronounFits(c, ref) && !doer?.includes(c))
    const salience = (c: Character) =>
      c.lastAt * 2 +
      (c.lastActed ? 3 : 0) +
      (c.gender === ref.gender && ref.gender ? 2 : 0) +
      leaning(c, ref) +
      Math.min(2, c.acts / 4)
    const [best] = fits.sort((a, b) => salience(b) - salience(a))
    if (!best) return []
    if (ref.gender && !best.gender) best.gender = ref.gender
    return [best]
  }

  private pronounFits(c: Character, ref: Reference): boolean {
    if (c.group || c.narrator || this.sentence - c.lastAt > 40) return false
    const animal = c.entry?.kind === 'animal'
    if (ref.thing) return animal && this.sentence - c.lastAt <= 6
    if (animal) return (c.gender ?? ref.gender) === ref.gender
    return c.gender === null || ref.gender === null || c.gender === ref.gender
  }

  private byName(ref: Reference): Character {
    const name = ref.name ?? ref.text
    const key = name.toLowerCase()
    const known =
      this.characters.find((c) => c.aliases.has(key)) ??
      this.characters.find((c) => c.named && sharesName(c.name, name))
    if (known) {
      if (!known.entry && ref.entry) known.entry = ref.entry
      known.aliases.add(key)
      return known
    }
    // `The girl, Mara` after `a girl`: the noun was introduced before its name.
    const unnamed = ref.entry ? this.sameNoun(ref.entry, ref) : null
    if (unnamed && !unnamed.named && this.sentence - unnamed.lastAt < 12) return this.nameIt(unnamed, ref)
    return this.add(ref)
  }

  private nameIt(character: Character, ref: Reference): Character {
    const name = ref.name ?? ref.text
    character.aliases.add(name.toLowerCase())
    if (!character.named) {
      character.name = name
      character.named = true
    }
    character.gender ??= ref.gender
    return character
  }

  private byNoun(ref: Reference): Character {
    const entry = ref.entry
    if (!entry || ref.other) return this.add(ref)
    const same = this.sameNoun(entry, ref)
    if (same) return same
    const alike = this.latest.find((c) => this.meansSame(c, ref))
    if (alike) return alike
    return this.add(ref)
  }

  private sameNoun(entry: PersonEntry | AnimalEntry, ref: Reference): Character | null {
    const same = this.characters.filter(
      (c) =>
        c.entry &&
        c.group === isGroup(ref) &&
        (c.entry.word === entry.word || related(c.entry.word, entry.word)),
    )
    const kin = this.latest.find(
      (c) => c.entry?.kind === 'animal' && c.entry.word.startsWith(`${entry.word} `),
    )
    if (kin && entry.kind === 'person') return kin
    const exact = same.find((c) => c.aliases.has(ref.text.toLowerCase()))
    const near = same.find((c) => !clash(c.adjectives, ref.adjectives))
    return exact ?? near ?? null
  }

  /** `the old man` for the keeper, 女孩 for the granddaughter: a general word for someone lately spoken of. */
  private meansSame(c: Character, ref: Reference): boolean {
    const entry = ref.entry
    if (!entry || c.group !== isGroup(ref) || c.group || c.narrator || this.sentence - c.lastAt > 12)
      return false
    if (entry.kind === 'animal') {
      return c.entry?.kind === 'animal' && ref.known && entry.word === 'monster'
    }
    if (c.entry?.kind === 'animal') return false
    const general = GENERIC.has(entry.word)
    if (!general && !(c.entry && GENERIC.has(c.entry.word) && !c.named)) return false
    // Two nouns of one sentence are two people; and of a bare name at least its gender must be known.
    if (c.lastAt === this.sentence || (!c.entry && c.gender !== entry.gender)) return false
    if (!ref.known && ref.kind === 'noun') return false
    return agrees(c, entry)
  }

  private add(ref: Reference): Character {
    const character: Character = {
      index: this.characters.length,
      name: ref.name ?? ref.text,
      aliases: new Set([(ref.name ?? ref.text).toLowerCase()]),
      entry: ref.entry,
      gender: ref.kind === 'noun' || ref.name ? certainGender(ref) : ref.gender,
      group: isGroup(ref),
      narrator: false,
      adjectives: new Set(ref.adjectives),
      mentions: 0,
      acts: 0,
      lastAt: this.sentence,
      lastActed: false,
      named: ref.name !== null,
    }
    this.characters.push(character)
    return character
  }

  private touch(character: Character, ref: Reference): void {
    if (ref.kind === 'noun' || ref.kind === 'name') {
      for (const word of [ref.text, ref.also])
        if (word && character.aliases.size < 12) character.aliases.add(word.toLowerCase())
      for (const adjective of ref.adjectives) character.adjectives.add(adjective)
    }
    if (ref.kind !== 'pronoun' || ref.subject) character.mentions++
    // Whom people only talk about is nobody's `he` or `they`.
    if (ref.spoken) return
    if (ref.seen && ref.subject) character.acts++
    character.lastActed =
      (character.lastAt === this.sentence && character.lastActed) || (ref.seen && ref.subject)
    character.lastAt = this.sentence
    // Most recent first; a book's cast stays small, so the move is cheap.
    const at = this.latest.indexOf(character)
    if (at >= 0) this.latest.splice(at, 1)
    this.latest.unshift(character)
    if (this.latest.length > 60) this.latest.pop()
  }
}

const COPULA =
  /^(?:是|成了|成为了?|变成了?|当上了?|做了)(?:一|这|那)?(?:个|只|位|名)?(?:[\u4e00-\u9fff]{0,6}的)?$|^\s+(?:was|is|became|had become)\s+(?:a|an|the)\s+(?:\w+\s+){0,2}$/u

function isGroup(ref: Reference): boolean {
  return ref.plural
}
