import type { WrittenMember } from '@/lib/storyboard/schema'
import { animalWords, COLOUR_WORD, describeLook, typeOf } from './appearance'
import type { Character } from './characters'
import { lexicon } from './lexicon'
import { ageOf } from './likeness'
import type { Looks } from './looks'

const MOST_MEMBERS = 12

/** A character as the film shows them, the same in every scene. */
export interface Player {
  member: WrittenMember
  character: Character
  /** What prompts call them, without article: `lighthouse keeper`, `white fox`. */
  noun: string
  /** `she`, `he` or `it` is no matter for a picture; many is. */
  group: boolean
}

/** What a story's language and first place say of everyone in it. */
export interface World {
  eastern: boolean
  /** It opens at a school: who is not said to be anything else is a pupil. */
  school: boolean
}

export interface Troupe {
  players: Map<Character, Player>
  cast: WrittenMember[]
}

/** Chooses who belongs to the cast and how each looks, from the story's words first, then from the seed. */
export function castStory(
  characters: Character[],
  looks: Map<Character, Looks>,
  seed: number,
  world: World,
): Troupe {
  const seen = characters
    .filter((character) => !character.group && character.acts > 0)
    .sort((a, b) => weight(b) - weight(a) || a.index - b.index)
    .slice(0, MOST_MEMBERS)
    .sort((a, b) => a.index - b.index)
  if (world.school) enrol(seen)
  growUp(seen)
  for (const character of seen) character.gender ??= genderOfLooks(looks.get(character))
  const players = new Map<Character, Player>()
  const used = new Set<string>()
  seen.forEach((character, i) => {
    const description = describeLook(character, looks.get(character) ?? new Map(), seed, world.eastern, used)
    const aliases = [...character.aliases].filter((alias) => alias !== character.name.toLowerCase())
    const member: WrittenMember = {
      id: `cast-${i + 1}`,
      name: character.name.slice(0, 100),
      aliases: aliases.map((alias) => alias.slice(0, 100)).slice(0, 20),
      description,
    }
    players.set(character, { member, character, noun: nounOf(character, seed), group: false })
  })
  // Everyone else is only passing: drawn by their noun, without a look of their own.
  for (const character of characters) {
    if (players.has(character)) continue
    const member = { id: '', name: character.name, aliases: [], description: '' }
    const noun = character.group ? pluralOf(character) : nounOf(character, seed)
    players.set(character, { member, character, noun, group: character.group })
  }
  return { players, cast: seen.flatMap((character) => players.get(character)?.member ?? []) }
}

function genderOfLooks(looks: Looks | undefined): 'm' | 'f' | null {
  if (/dress|skirt|gown|sari|cheongsam/.test(looks?.get('top') ?? '')) return 'f'
  return looks?.has('beard') ? 'm' : null
}

/** In a school story everyone who is not said to be anything else is a pupil. */
function enrol(characters: Character[]): void {
  const student = lexicon().named.get('person:student')
  if (student?.kind !== 'person') return
  for (const character of characters) character.entry ??= student
}

/** The son of an old fisherman is no child, unless he is called little. */
function growUp(characters: Character[]): void {
  const aged = characters.some((c) => ageOf(c) === 'old' && !/^grand/.test(c.entry?.word ?? ''))
  if (!aged) return
  for (const character of characters) {
    if (/^(?:son|daughter)$/.test(character.entry?.word ?? '') && !character.adjectives.has('small'))
      character.adjectives.add('grown')
  }
}

function weight(character: Character): number {
  return character.acts * 2 + character.mentions + (character.named ? 3 : 0) + (character.narrator ? 5 : 0)
}

function nounOf(character: Character, seed: number): string {
  const { entry } = character
  if (entry?.kind === 'animal') {
    const colour = [...character.adjectives].find((word) => COLOUR_WORD.test(word))
    const { family, animal } = animalWords(entry.word)
    return [family, colour && !animal.includes(colour) ? colour : '', animal].filter(Boolean).join(' ')
  }
  if (!entry) return typeOf(character, seed).replace(/^(?:little|teenage) /, '')
  if (character.adjectives.has('grown')) return typeOf(character, seed)
  // What a stranger would call them: who is whose brother cannot be seen.
  const general =
    /^(?:man|woman|child|baby|young man|young woman|boy|girl|(?:little )?(?:brother|sister)|owner|friend|neighbour)$/.test(
      entry.word,
    )
  if (general) return typeOf(character, seed).replace(/^(?:little|teenage) /, '')
  if (character.gender === 'f' && entry.gender === 'm') return womanly(entry.word)
  return character.adjectives.has('old') && entry.age !== 'old' ? `old ${entry.word}` : entry.word
}

function womanly(noun: string): string {
  if (noun === 'swordsman') return 'swordswoman'
  return /^(?:captain|detective|warrior|general|soldier|farmer|thief|traveller|clerk|villain|driver|stranger|hero)$/.test(
    noun,
  )
    ? `female ${noun}`
    : noun.replace(/man$/, 'woman')
}

/** Several of a kind: `villagers`, `wolves`. */
function pluralOf(character: Character): string {
  const word = character.entry?.word ?? 'people'
  if (character.entry?.kind === 'person' && character.entry.clothes === '') return word
  return character.entry ? `group of ${plural(word)}` : 'people'
}

export function plural(noun: string): string {
  if (/(?:sheep|deer|fish|people|children|men|s)$/.test(noun)) return noun
  if (/man$/.test(noun)) return noun.replace(/man$/, 'men')
  if (/child$/.test(noun)) return noun.replace(/child$/, 'children')
  if (/mouse$/.test(noun)) return noun.replace(/mouse$/, 'mice')
  if (/wolf$|thief$/.test(noun)) return `${noun.slice(0, -1)}ves`
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`
  return /(?:x|z|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`
}
