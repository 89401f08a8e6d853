import { couldBe, type FoundPerson, findPeople, type Who } from './people'
import type { Pose } from './poses'
import { findSubjects, kindOf, type SubjectReading, toSubject } from './subjects'
import { type Found, type Words, wordsOf } from './words'

export interface PersonReading extends Who {
  /** What the look is derived from: the same words give the same person in every scene. */
  key: string
  /** Words about clothes and hair. */
  description: Words
  pose: Pose
  crowd: boolean
}

/** A cast member is a person, a sprite, or (described as neither) a person all the same. */
export function readMember(
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

/** People of the scene: the cast first, then nouns that no cast member can stand for. */
export function readPeople(words: Words, cast: PersonReading[]): PersonReading[] {
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
      description: aboutOf(words, noun),
      pose: 'stand' as Pose,
    })),
  )
  return [...cast, ...extra]
}

/** What the scene says of one person: from a little before the noun to the next one. */
function aboutOf(words: Words, noun: FoundPerson): Words {
  if (noun.crowd) return wordsOf('')
  const next = Math.min(
    ...findPeople(words)
      .filter((other) => other.chinese === noun.chinese && other.at > noun.at)
      .map((other) => other.at),
    Number.POSITIVE_INFINITY,
  )
  if (noun.chinese) return wordsOf(words.text.slice(Math.max(0, noun.at - 5), next))
  return wordsOf(words.raw.slice(Math.max(0, noun.at - 3), next).join(' '))
}

/** Who holds a thing: the person named last before it. */
export function holderOf(found: Found, nouns: FoundPerson[], people: PersonReading[]): number {
  const before = nouns.filter((n) => n.chinese === found.chinese && n.at < found.at).at(-1)
  if (before === undefined) return 0
  const at = people.findIndex((p) => !p.crowd && couldBe(before, p))
  return Math.max(0, at)
}
