/** Finds the people of a prompt: who they are, what they do, and which of them the cast already names. */

import { type Age, BY_GROUP, BY_NOUN, type Entry, type Gender, NOBODY, type Role } from './people-words'
import { type Found, findEntries, type Words } from './words'

export interface Who {
  gender: Gender | null
  age: Age | null
  role: Role
  count: number
}

const NUMBERS: Record<string, number> = {
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  several: 3,
  many: 5,
  some: 3,
  few: 3,
  group: 4,
  pair: 2,
  dozen: 6,
  '2': 2,
  '3': 3,
  '4': 4,
  '5': 5,
  both: 2,
}

const CHINESE_NUMBERS: [string, number][] = [
  ['两', 2],
  ['二', 2],
  ['三', 3],
  ['四', 4],
  ['五', 5],
  ['几', 3],
  ['群', 4],
  ['许多', 5],
  ['一对', 2],
  ['双', 2],
]

/** The number said before a noun, or null. */
function numberBefore(words: Words, found: Found): number | null {
  if (found.chinese) {
    const before = words.text.slice(Math.max(0, found.at - 3), found.at)
    return CHINESE_NUMBERS.find(([word]) => before.includes(word))?.[1] ?? null
  }
  for (let back = 1; back <= 3; back++) {
    const word = words.raw[found.at - back]
    if (word === undefined || /^[,.;!?，。；！？、]$/.test(word)) return null
    const number = NUMBERS[word]
    if (number !== undefined) return number
  }
  return null
}

/** How many of a thing a prompt means: number words before it, else its plural. */
export function countOf(words: Words, found: Found, many = 2): number {
  const said = numberBefore(words, found)
  if (said !== null) return said
  if (found.chinese) return words.text.slice(found.at + found.length).startsWith('们') ? Math.max(3, many) : 1
  const last = found.at + found.length - 1
  return words.raw[last] !== words.tokens[last] ? many : 1
}

export interface FoundPerson extends Who {
  at: number
  chinese: boolean
  /** The noun stands for people far off: a crowd behind the story's own. */
  crowd: boolean
}

const OLD = new Set(['old', 'elderly', 'aged', 'ancient', 'grey', 'gray', 'bearded'])

const YOUNG = new Set(['young', 'teenage'])

const LITTLE = new Set(['little', 'small', 'tiny'])

const FEMALE = new Set(['female', 'woman', 'girl', 'her', 'she'])

/** Every person noun, in the order of the text. */
export function findPeople(words: Words): FoundPerson[] {
  const groups = findEntries(words, BY_GROUP).flatMap((found) =>
    found.entry.map(
      ([gender, age, role]): FoundPerson => ({
        gender,
        age,
        role,
        count: 1,
        at: found.at,
        chinese: found.chinese,
        crowd: false,
      }),
    ),
  )
  return [...findNouns(words), ...groups]
}

const OFTEN_VERBS = new Set([
  'cook',
  'guard',
  'general',
  'elder',
  'nurse',
  'guide',
  'spy',
  'captain',
  'figure',
])

const BEFORE_NOUNS =
  /^(a|an|the|his|her|their|my|our|its|this|that|one|two|three|old|young|little|palace|castle|and|,)$/

/** "They cook" is no cook. */
function isNoun(words: Words, found: Found & { entry: Entry }): boolean {
  if (found.entry === NOBODY) return false
  if (found.chinese || !OFTEN_VERBS.has(found.phrase) || words.raw.length <= 2) return true
  return found.at === 0 || BEFORE_NOUNS.test(words.raw[found.at - 1] ?? '')
}

function findNouns(words: Words): FoundPerson[] {
  return findEntries(words, BY_NOUN)
    .filter((found) => isNoun(words, found))
    .map((found) => {
      let [gender, age, role, count] = found.entry
      if (found.chinese) {
        const before = words.text.slice(Math.max(0, found.at - 3), found.at)
        if (/老/.test(before) && age !== 'child') age = 'old'
        if (/年轻|少/.test(before) && age === 'adult') age = 'young'
        if (/女/.test(before) && role !== 'none') gender = 'female'
        if (/小$/.test(before) && age === 'adult' && role !== 'none') age = 'child'
      } else {
        for (let back = 1; back <= 3; back++) {
          const word = words.raw[found.at - back] ?? ''
          if (/^[,.;!?]$/.test(word)) break
          if (OLD.has(word) && age !== 'child') age = 'old'
          if (YOUNG.has(word) && (age === 'adult' || age === 'old')) age = 'young'
          if (LITTLE.has(word) && role !== 'none') age = 'child'
          if (FEMALE.has(word) && gender === 'male' && role !== 'none') gender = 'female'
        }
      }
      const many = numberBefore(words, found) ?? Math.max(count ?? 1, countOf(words, found))
      return {
        gender,
        age,
        role,
        count: many,
        at: found.at,
        chinese: found.chinese,
        crowd: (count ?? 1) >= 4,
      }
    })
}

/** True when nothing said of one contradicts the other, so both words may mean the same person. */
export function couldBe(noun: Who, member: Who): boolean {
  if (noun.gender !== null && member.gender !== null && noun.gender !== member.gender) return false
  const child = (age: Age | null) => age === 'child'
  if (noun.age !== null && member.age !== null) {
    if (child(noun.age) !== child(member.age) && noun.role === 'none') return false
    if ((noun.age === 'old') !== (member.age === 'old') && noun.role === 'none' && noun.age !== 'adult')
      return false
  }
  return noun.role === 'none' || member.role === 'none' || noun.role === member.role
}
