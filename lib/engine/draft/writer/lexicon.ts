import { MOODS } from '@/lib/storyboard/schema'
import type { Entry, PersonEntry, TimeOfDay, Weather } from './entries'
import { nounForms, verbForms } from './inflection'
import { ACTIONS } from './lexicon/actions'
import { ADJECTIVES } from './lexicon/adjectives'
import { ANIMALS } from './lexicon/animals'
import { FEELINGS } from './lexicon/feelings'
import { COMMON, NOTABLE } from './lexicon/objects'
import { PEOPLE } from './lexicon/people'
import { PLACES } from './lexicon/places'
import { TIMES, WEATHERS } from './lexicon/weather'

export type WordTable = Map<string, Entry[]>

/** Everything the writer can draw: by its English name, and by the words of a language that mean it. */
export interface Lexicon {
  english: WordTable
  chinese: WordTable
  /** By kind and name, `place:forest`, for what the writer itself needs and the small lexicons of other languages. */
  named: Map<string, Entry>
}

let built: Lexicon | null = null

/** Built at the first story: a page that only edits never pays for it. */
export function lexicon(): Lexicon {
  built ??= buildLexicon()
  return built
}

const rows = (table: string) =>
  table
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((field) => field.trim()))

function buildLexicon(): Lexicon {
  const book: Lexicon = { english: new Map(), chinese: new Map(), named: new Map() }
  for (const [word = '', traits = '', clothes = '', home = '', english = '', chinese = ''] of rows(PEOPLE)) {
    const [gender, age, group] = traits.split(' ')
    const entry: PersonEntry = {
      kind: 'person',
      word,
      gender: gender === 'm' || gender === 'f' ? gender : null,
      age: age as PersonEntry['age'],
      group: group === 'group',
      clothes,
      home: home === '-' ? '' : home,
    }
    addNoun(book, entry, `${word}, ${english}`, chinese)
    // Many of a kind are a group with no look of its own.
    if (!entry.group) addPlurals(book, { ...entry, group: true }, `${word}, ${english}`)
  }
  for (const [word = '', look = '', home = '', english = '', chinese = ''] of rows(ANIMALS)) {
    addNoun(book, { kind: 'animal', word, look, home }, withPlurals(`${word}, ${english}`), chinese)
  }
  for (const [key = '', side, phrase = '', english = '', chinese = ''] of rows(PLACES)) {
    addNoun(book, { kind: 'place', key, inside: side === 'in', phrase }, english, chinese, key)
  }
  for (const [word = '', english = '', chinese = ''] of rows(TIMES)) {
    addNoun(book, { kind: 'time', word: word as TimeOfDay }, english, chinese, word)
  }
  for (const [word = '', english = '', chinese = ''] of rows(WEATHERS)) {
    addNoun(book, { kind: 'weather', word: word as Weather }, english, chinese, word)
  }
  for (const [phrase = '', tags = '', english = '', chinese = ''] of rows(ACTIONS)) {
    const [withThing = '', bare] = phrase.split('/')
    const entry: Entry = { kind: 'action', withThing, bare: bare ?? withThing, tags }
    for (const verb of split(english)) for (const form of verbForms(verb)) put(book.english, form, entry)
    for (const word of chinese.split(/\s+/)) put(book.chinese, word, entry)
  }
  for (const [table, notable] of [
    [NOTABLE, true],
    [COMMON, false],
  ] as const) {
    for (const [name = '', english = '', chinese = ''] of rows(table)) {
      const article = /^[~#]/.test(name) ? 'none' : name.startsWith('the ') ? 'the' : 'a'
      const word = name.replace(/^(?:[~#] |the )/, '')
      addNoun(book, { kind: 'object', word, article, notable }, withPlurals(english), chinese)
    }
  }
  for (const [word = '', english = '', chinese = ''] of rows(ADJECTIVES)) {
    addNoun(book, { kind: 'adjective', word }, english, chinese)
  }
  for (const mood of MOODS)
    addNoun(book, { kind: 'feeling', mood }, FEELINGS[mood].en, FEELINGS[mood].zh, mood)
  return book
}

const split = (words: string) =>
  words
    .split(',')
    .map((word) => word.trim())
    .filter(Boolean)

function withPlurals(words: string): string {
  return split(words).flatMap(nounForms).join(',')
}

function addNoun(book: Lexicon, entry: Entry, english: string, chinese: string, name?: string): void {
  for (const word of split(english)) put(book.english, word, entry)
  for (const word of chinese.split(/\s+/)) put(book.chinese, word, entry)
  const key = `${entry.kind}:${name ?? ('word' in entry ? entry.word : '')}`
  if (!book.named.has(key)) book.named.set(key, entry)
}

function addPlurals(book: Lexicon, entry: Entry, words: string): void {
  for (const word of split(words)) {
    const plural = nounForms(word)[1]
    if (plural && !book.english.has(plural)) put(book.english, plural, entry)
  }
}

function put(table: WordTable, word: string, entry: Entry): void {
  if (word === '') return
  const entries = table.get(word)
  if (!entries) table.set(word, [entry])
  else if (
    !entries.includes(entry) &&
    !(entry.kind === 'action' && entries.some((e) => e.kind === 'action'))
  ) {
    entries.push(entry)
  }
}
