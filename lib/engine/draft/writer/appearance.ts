import type { Character } from './characters'
import type { AnimalEntry } from './entries'
import { ageOf } from './likeness'
import type { LookPart, Looks } from './looks'
import { hash, pick } from './seed'

const COLOURS = [
  'red',
  'blue',
  'green',
  'mustard',
  'purple',
  'teal',
  'brown',
  'navy',
  'grey',
  'orange',
  'pink',
  'olive',
] as const
/** Colours that suit the old and the working better. */
const SOBER = ['navy', 'brown', 'grey', 'olive', 'maroon', 'dark blue'] as const
const FURS: [string, ...string[]] = ['orange', 'grey', 'white', 'brown', 'black']

const SIZE = /^(?:small|big|huge)$/
export const COLOUR_WORD =
  /^(?:red|orange|yellow|golden|green|blue|purple|pink|white|black|grey|silver|brown)$/

/** `old man`, `little girl`: who a stranger would see. */
export function typeOf(character: Character, seed: number): string {
  const gender =
    character.gender ??
    (character.entry?.kind === 'person' ? character.entry.gender : null) ??
    pick(['m', 'f'] as const, character.name, seed)
  const age =
    ageOf(character) ??
    (character.narrator ? 'young' : pick(['young', 'adult'] as const, `${character.name} age`, seed))
  const male = gender === 'm'
  if (age === 'old') return male ? 'old man' : 'old woman'
  if (age === 'child') return male ? 'little boy' : 'little girl'
  if (age === 'teen') return male ? 'teenage boy' : 'teenage girl'
  if (age === 'young') return male ? 'young man' : 'young woman'
  return male ? 'man' : 'woman'
}

/** English words that fix a character's look: type, hair, clothes with colours; `used` colours are taken. */
export function describeLook(
  character: Character,
  looks: Looks,
  seed: number,
  eastern: boolean,
  used: Set<string>,
): string {
  if (character.entry?.kind === 'animal') return describeAnimal(character, character.entry, looks, seed, used)
  const type = typeOf(character, seed)
  const clothes =
    character.entry?.kind === 'person' && character.entry.clothes
      ? character.entry.clothes
      : plainClothes(type)
  const [top = '', ...rest] = clothes.split(', ')
  const said = (part: LookPart) => looks.get(part)
  const sober = /^old|man$/.test(type) && type !== 'young woman'
  const dressed = [said('top') ?? top, ...rest].map((words) => {
    if (!words.includes('{c}')) return words
    const colour = freshColour(character, seed, used, sober ? SOBER : COLOURS)
    return words.replace('{c}', colour)
  })
  const hat = said('hat')
  const parts = [
    type,
    said('hair') ?? hairOf(type, character, seed, eastern, used),
    said('beard') ?? (type === 'old man' && !/beard/.test(clothes) ? 'white beard' : ''),
    said('eyes') ?? '',
    ...(hat ? [...dressed.filter((words) => !/\b(?:hat|cap|crown|fedora)\b/.test(words)), hat] : dressed),
    said('scarf') ?? '',
    said('glasses') ?? '',
    said('shoes') ?? '',
  ]
  return [...new Set(parts.filter(Boolean))].join(', ')
}

function plainClothes(type: string): string {
  if (type.endsWith('woman')) return '{c} dress'
  if (type.endsWith('girl')) return '{c} dress'
  return type.endsWith('boy') ? '{c} sweater' : '{c} jacket'
}

const HAIR: Record<string, [string, ...string[]]> = {
  'old man': ['white hair', 'grey hair', 'bald head'],
  'old woman': ['white hair in a bun', 'grey hair', 'silver hair'],
  'little girl': ['brown braids', 'short black hair', 'blonde hair', 'red ponytail'],
  'teenage girl': ['long black hair', 'brown ponytail', 'blonde hair'],
  'young woman': ['long brown hair', 'black hair', 'auburn hair', 'blonde hair'],
  woman: ['brown hair in a bun', 'dark hair', 'auburn hair'],
  'little boy': ['messy brown hair', 'short black hair', 'blond hair', 'ginger hair'],
  'teenage boy': ['short dark hair', 'messy brown hair', 'blond hair'],
  'young man': ['short brown hair', 'dark hair', 'blond hair'],
  man: ['dark hair', 'brown hair, short beard', 'grey temples'],
}
const EASTERN_HAIR: Record<string, [string, ...string[]]> = {
  'old man': ['white hair', 'grey hair', 'bald head'],
  'old woman': ['white hair in a bun', 'grey hair in a bun'],
  'little girl': ['black pigtails', 'short black hair', 'black ponytail'],
  'teenage girl': ['black ponytail', 'long black hair', 'short black hair'],
  'young woman': ['long black hair', 'black hair in a bun', 'black ponytail'],
  woman: ['black hair in a bun', 'short black hair'],
  'little boy': ['short black hair', 'messy black hair'],
  'teenage boy': ['short black hair', 'messy black hair'],
  'young man': ['short black hair', 'black hair tied up'],
  man: ['short black hair', 'black hair, short beard'],
}

/** Hair that nobody else of the cast has, as long as there is some. */
function hairOf(
  type: string,
  character: Character,
  seed: number,
  eastern: boolean,
  used: Set<string>,
): string {
  if (
    character.entry?.kind === 'person' &&
    /shaved|spacesuit|hood|helmet|fedora|headdress/.test(character.entry.clothes)
  )
    return ''
  if (
    eastern &&
    character.entry?.kind === 'person' &&
    /robe|kimono|armour/.test(character.entry.clothes) &&
    !type.startsWith('old')
  ) {
    return type.endsWith('woman') || type.endsWith('girl')
      ? 'long black hair with a hairpin'
      : 'long black hair tied up'
  }
  const styles = (eastern ? EASTERN_HAIR : HAIR)[type] ?? ['dark hair']
  const start = hash(`${character.name} hair`, seed)
  const fresh = styles.find((_, i) => !used.has(styles[(start + i) % styles.length] ?? ''))
  const hair = styles[(start + (fresh ? styles.indexOf(fresh) : 0)) % styles.length] ?? styles[0]
  used.add(hair)
  return hair
}

/** A colour no one else of the cast wears, as long as there is one. */
function freshColour(
  character: Character,
  seed: number,
  used: Set<string>,
  choices: readonly string[],
): string {
  const start = hash(`${character.name} colour`, seed)
  for (const set of [choices, COLOURS]) {
    for (let i = 0; i < set.length; i++) {
      const colour = set[(start + i) % set.length]
      if (!colour || used.has(colour)) continue
      used.add(colour)
      return colour
    }
  }
  return COLOURS[start % COLOURS.length] ?? 'blue'
}

/** A mother bear is drawn as a big bear: `mother` would put a woman beside it. */
export function animalWords(word: string): { family: string; animal: string } {
  const [, kin = '', animal = word] =
    /^(mother|father|grandmother|grandfather|old|brother|sister|baby) (.+)$/.exec(word) ?? []
  const family = /^(?:mother|father)$/.test(kin)
    ? 'big'
    : /^(?:grand|old)/.test(kin)
      ? 'old'
      : kin === 'baby'
        ? 'little'
        : ''
  return { family, animal }
}

function describeAnimal(
  character: Character,
  entry: AnimalEntry,
  looks: Looks,
  seed: number,
  used: Set<string>,
): string {
  const look = entry.look
    .replace('{a}', pick(FURS, `${character.name} fur`, seed))
    .replace('{d}', pick(['green', 'red', 'dark blue'] as const, `${character.name} scales`, seed))
    .replace('{m}', pick(['silver', 'rusty brown', 'white'] as const, `${character.name} metal`, seed))
    .replace('{c}', () => freshColour(character, seed, used, COLOURS))
  const [first = '', ...rest] = look.split(', ')
  const own = /^(.+?) (?:fur|coat|feathers|skin|scales|wool|metal body)$/.exec(first)?.[1]
  const given = [...character.adjectives].find((word) => COLOUR_WORD.test(word))
  const colour = given ?? (own && !/ and |spotted/.test(own) ? own : '')
  const size =
    [...character.adjectives].find((word) => SIZE.test(word)) ??
    (/\b(?:cub|baby|mouse|ant|bee|bird|frog|hedgehog|squirrel|snail)\b/.test(entry.word) ? 'small' : '')
  const { family, animal } = animalWords(entry.word)
  const age = character.adjectives.has('old') && family !== 'old' ? 'old' : ''
  const extras = [
    ...(colour ? [] : [first]),
    ...rest,
    looks.get('scarf') ?? '',
    looks.get('hat') ?? '',
    looks.get('eyes') ?? '',
  ]
  return [[age, family || size, colour, animal].filter(Boolean).join(' '), ...extras.filter(Boolean)].join(
    ', ',
  )
}
