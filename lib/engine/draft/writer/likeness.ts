import type { Character } from './characters'
import type { PersonEntry } from './entries'
import type { Reference } from './reference'

/** Roles that mostly one gender had are only a guess: a captain may be `she`. */
const BORN =
  /^(?:old man|old woman|man|woman|young man|young woman|boy|girl|(?:grand)?(?:father|mother|son|daughter)|(?:little )?(?:brother|sister)|king|queen|prince|princess|emperor|witch|wizard|fairy|mermaid|bride|groom|moon goddess|dragon king|maid|swordswoman|brothers|sisters)$/

export function certainGender(ref: Reference): 'm' | 'f' | null {
  if (ref.entry?.kind !== 'person' || ref.entry.gender !== ref.gender || BORN.test(ref.entry.word))
    return ref.gender
  return ref.name ? (ref.gender === ref.entry.gender ? null : ref.gender) : null
}

/** How well a guessed gender goes with the pronoun. */
export function leaning(c: Character, ref: Reference): number {
  // A robot may be `she`, but a woman rather is.
  if (c.entry?.kind === 'animal' && !c.gender) return -3
  if (c.gender || !ref.gender || c.entry?.kind !== 'person' || !c.entry.gender) return 0
  return c.entry.gender === ref.gender ? 1 : -1.5
}

export function sharesName(a: string, b: string): boolean {
  const first = a.toLowerCase().split(/\s+/)
  const second = b.toLowerCase().split(/\s+/)
  if (first.length === second.length) return false
  const [short, long] = first.length < second.length ? [first, second] : [second, first]
  return short.every((word) => long.includes(word) && !/^(?:mr|mrs|ms|miss|dr|sir)$/.test(word))
}

/** `fox cub` and `fox`; but a `mother fox` is another one. */
export function related(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  return long.endsWith(` ${short}`)
    ? /^(?:lighthouse|police|little|polar)/.test(long)
    : long === `${short} cub`
}

const OPPOSED = [
  ['white', 'black', 'red', 'grey', 'golden', 'green', 'blue', 'brown', 'orange'],
  ['old', 'young'],
  ['small', 'big'],
]

export function clash(known: ReadonlySet<string>, given: readonly string[]): boolean {
  return OPPOSED.some((set) =>
    given.some((a) => set.includes(a) && !known.has(a) && set.some((b) => b !== a && known.has(b))),
  )
}

export function agrees(c: Character, entry: PersonEntry): boolean {
  const gender = c.gender ?? (c.entry?.kind === 'person' ? c.entry.gender : null)
  if (gender && entry.gender && gender !== entry.gender) return false
  const age = ageOf(c)
  if (!age) return true
  const old = (a: string) => a === 'old'
  const child = (a: string) => a === 'child' || a === 'teen'
  if (entry.word === 'man' || entry.word === 'woman') return !child(age)
  if (entry.word === 'stranger' || entry.word === 'hero' || entry.word === 'friend') return false
  if (entry.age === 'young') return age === 'young' || age === 'teen'
  return old(age) === old(entry.age) && child(age) === child(entry.age)
}

/** Age that the picture shows: what the story says before what the noun suggests; null when nothing tells. */
export function ageOf(c: Character): PersonEntry['age'] | null {
  const own = c.entry?.kind === 'person' ? c.entry.age : null
  if (c.adjectives.has('grown')) return 'young'
  if (c.adjectives.has('old') && own !== 'child' && own !== 'teen') return 'old'
  if (c.adjectives.has('young') && own !== 'child') return 'young'
  if (c.adjectives.has('small') && (own === 'teen' || own === 'young')) return 'child'
  return own
}
