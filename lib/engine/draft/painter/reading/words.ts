/** Finds words and phrases in a prompt, English by whole words in any number, Chinese anywhere in the text. */

const IRREGULAR: Record<string, string> = {
  wolves: 'wolf',
  mice: 'mouse',
  geese: 'goose',
  children: 'child',
  kids: 'kid',
  men: 'man',
  women: 'woman',
  fishermen: 'fisherman',
  knives: 'knife',
  leaves: 'leaf',
  thieves: 'thief',
  witches: 'witch',
  heroes: 'hero',
  people: 'people',
  canvas: 'canvas',
  compass: 'compass',
  princess: 'princess',
  glasses: 'glasses',
  chess: 'chess',
  oxen: 'ox',
  feet: 'foot',
  elves: 'elf',
  dwarves: 'dwarf',
  bus: 'bus',
  mars: 'mars',
}

/** A noun in the singular, well enough for looking words up; not a real stemmer. */
function singular(word: string): string {
  const known = IRREGULAR[word]
  if (known !== undefined) return known
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`
  if (word.length > 4 && /(ches|shes|xes|sses|zes|oes)$/.test(word)) return word.slice(0, -2)
  if (word.length > 3 && word.endsWith('s') && !/(ss|us|is)$/.test(word)) return word.slice(0, -1)
  return word
}

const CHINESE = /[\u3400-\u9fff]/

export interface Words {
  /** The text in lower case. */
  text: string
  /** English words in order, as written and in the singular. */
  raw: string[]
  tokens: string[]
}

export function wordsOf(text: string): Words {
  const lower = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[’']s\b/g, '')
  const raw = lower.match(/[a-z]+|\d+|[,.;!?，。；！？、]/g) ?? []
  return { text: lower, raw, tokens: raw.map(singular) }
}

export interface Found {
  phrase: string
  /** Position among the English tokens, or in the text for Chinese. */
  at: number
  length: number
  chinese: boolean
}

/** Every place where one of the phrases stands, in order of the phrases. */
export function findAll(words: Words, phrases: readonly string[]): Found[] {
  const found: Found[] = []
  for (const phrase of phrases) {
    if (CHINESE.test(phrase)) {
      for (
        let at = words.text.indexOf(phrase);
        at >= 0;
        at = words.text.indexOf(phrase, at + phrase.length)
      ) {
        found.push({ phrase, at, length: phrase.length, chinese: true })
      }
      continue
    }
    const parts = phrase.split(' ')
    for (let at = 0; at + parts.length <= words.tokens.length; at++) {
      if (parts.every((part, i) => words.tokens[at + i] === part || words.raw[at + i] === part)) {
        found.push({ phrase, at, length: parts.length, chinese: false })
      }
    }
  }
  return found
}

export function hasAny(words: Words, phrases: readonly string[]): boolean {
  return findAll(words, phrases).length > 0
}

/** Lists of phrases are written as one string, parts separated by `|`. */
export function phrases(list: string): string[] {
  return list.split('|').map((p) => p.trim())
}

/**
 * Looks phrases up, the longest first, so that "old key" is not also a "key": each stretch of text is used once.
 * The result is in the order of the text, English before Chinese.
 */
export function findEntries<T>(words: Words, entries: ReadonlyMap<string, T>): (Found & { entry: T })[] {
  const sorted = [...entries.keys()].sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
  const taken: Found[] = []
  const result: (Found & { entry: T })[] = []
  for (const phrase of sorted) {
    if (CHINESE.test(phrase) && !words.text.includes(phrase)) continue
    for (const found of findAll(words, [phrase])) {
      const clash = taken.some(
        (t) => t.chinese === found.chinese && found.at < t.at + t.length && t.at < found.at + found.length,
      )
      if (clash) continue
      taken.push(found)
      result.push({ ...found, entry: entries.get(phrase)! })
    }
  }
  return result.sort((a, b) => Number(a.chinese) - Number(b.chinese) || a.at - b.at)
}
