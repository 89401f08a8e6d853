import type { AnimalEntry, Entry, PersonEntry } from './entries'
import { lexicon, type WordTable } from './lexicon'
import { ABROAD, ABROAD_LANGUAGES } from './lexicon/abroad'
import { englishTokens, type Mention, mentionsInUnspaced } from './mention'
import type { Reference } from './reference'

interface ForeignWords {
  whole: WordTable
  stems: WordTable
}

const built = new Map<string, ForeignWords>()

/** The small lexicon of a language; empty for one we have no words of. */
function wordsOf(language: string): ForeignWords {
  let words = built.get(language)
  if (words) return words
  words = { whole: new Map(), stems: new Map() }
  const languages: readonly string[] = ABROAD_LANGUAGES
  const column = languages.indexOf(language)
  for (const line of column < 0 ? [] : ABROAD.trim().split('\n')) {
    const [name = '', ...columns] = line.split('|').map((field) => field.trim())
    const entry = lexicon().named.get(name)
    for (const word of (columns[column] ?? '').split(',').map((part) => part.trim())) {
      if (!entry || word === '') continue
      if (word.endsWith('-')) words.stems.set(word.slice(0, -1), [entry])
      else words.whole.set(word, [entry])
    }
  }
  built.set(language, words)
  return words
}

/** What a sentence in another language names: whole words and known stems, or longest matches where there are no spaces. */
export function mentionsAbroad(text: string, language: string): Mention[] {
  const words = wordsOf(language)
  if (language === 'ja' || language === 'ko') {
    return mentionsInUnspaced(text, words.whole).filter((mention) => standsAlone(mention, text, language))
  }
  const tokens = englishTokens(text)
  const mentions: Mention[] = []
  for (let i = 0; i < tokens.length; ) {
    const found = [3, 2, 1]
      .filter((length) => i + length <= tokens.length)
      .map((length) => ({
        length,
        entries: entriesOf(
          words,
          tokens.slice(i, i + length).map((token) => token.word),
        ),
      }))
      .find(({ entries }) => entries !== null)
    const last = tokens[i + (found?.length ?? 1) - 1]
    const first = tokens[i]
    if (found?.entries && first && last) {
      mentions.push({
        start: first.start,
        end: last.end,
        text: text.slice(first.start, last.end),
        entries: found.entries,
        absent: false,
      })
    }
    i += found?.length ?? 1
  }
  return mentions
}

const PARTICLE = /^(?:은|는|이|가|을|를|에|의|과|와|도|로|으로|만|들|님|처럼|까지|부터|에게|한테)/u

/** One syllable or one kanji is a word of its own only if its neighbours let it: 말했다 is no horse, 本当 no book. */
function standsAlone(mention: Mention, text: string, language: string): boolean {
  const before = text.charAt(mention.start - 1)
  const after = text.slice(mention.end, mention.end + 2)
  if (language === 'ko') {
    if (/\p{Script=Hangul}/u.test(before)) return false
    return mention.text.length > 1 || !/^\p{Script=Hangul}/u.test(after) || PARTICLE.test(after)
  }
  if (mention.text.length > 1 || !/\p{Script=Han}/u.test(mention.text)) return true
  return !/\p{Script=Han}/u.test(before) && !/^\p{Script=Han}/u.test(after)
}

function entriesOf(words: ForeignWords, tokens: string[]): Entry[] | null {
  const key = tokens.join(' ')
  const whole = words.whole.get(key)
  if (whole || tokens.length !== 1) return whole ?? null
  // `l'étoile`, `d'hiver`: the article hangs on the word.
  const bare = key.replace(/^[a-z]{1,2}'/, '')
  const plural = bare.replace(/(?:es|s|x|n)$/, '')
  for (let length = key.length; length >= 3; length--) {
    const stem = words.stems.get(key.slice(0, length))
    if (stem) return stem
  }
  return words.whole.get(bare) ?? (plural.length >= 3 ? (words.whole.get(plural) ?? null) : null)
}

/** People and animals as they are named; pronouns and proper names are beyond us here. */
export function referencesAbroad(mentions: Mention[], spoken: (at: number) => boolean): Reference[] {
  return mentions.flatMap((mention): Reference[] => {
    const entry = mention.entries.find(
      (e): e is PersonEntry | AnimalEntry => e.kind === 'person' || e.kind === 'animal',
    )
    if (!entry) return []
    return [
      {
        start: mention.start,
        end: mention.end,
        kind: 'noun',
        // Declined forms are one word to us: the first form stands for all.
        text: mention.text,
        name: null,
        entry,
        also: null,
        gender: entry.kind === 'person' ? entry.gender : null,
        plural: false,
        thing: false,
        subject: true,
        seen: !spoken(mention.start),
        spoken: spoken(mention.start),
        known: true,
        other: false,
        adjectives: [],
      },
    ]
  })
}
