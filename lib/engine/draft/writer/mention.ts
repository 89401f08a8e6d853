import type { Entry } from './entries'
import { lexicon, type WordTable } from './lexicon'
import {
  CHINESE_NEGATORS,
  CHINESE_SIMILE_END,
  CHINESE_SIMILES,
  ENGLISH_NEGATORS,
  ENGLISH_SIMILES,
  MASKED,
} from './lexicon/words'

/** A word of the story that a lexicon knows. */
export interface Mention {
  /** UTF-16 offsets in the sentence's text. */
  start: number
  end: number
  /** As the story writes it. */
  text: string
  entries: Entry[]
  /** Denied or only compared with: not to be seen. */
  absent: boolean
}

export interface Token {
  start: number
  end: number
  /** Lower case, without `'s`. */
  word: string
  raw: string
  possessive: boolean
}

const ENGLISH_WORD = /[\p{L}\p{N}]+(?:['’\-‑][\p{L}]+)*/gu

export function englishTokens(text: string): Token[] {
  return [...text.matchAll(ENGLISH_WORD)].map((match) => {
    const raw = match[0]
    const bare = raw.replace(/['’]s$/i, '')
    return {
      start: match.index,
      end: match.index + raw.length,
      word: bare.toLowerCase().replace('’', "'"),
      raw: bare,
      possessive:
        bare !== raw ||
        text.startsWith('s’', match.index + raw.length - 1) ||
        text.startsWith("s'", match.index + raw.length - 1),
    }
  })
}

/** Longest match over whole words, up to four. */
export function mentionsInEnglish(text: string, tokens: Token[]): Mention[] {
  const table = lexicon().english
  const compared = [...text.toLowerCase().matchAll(ENGLISH_SIMILES)]
    .filter((match) => !/\b(?:would|i|you|we|they|not|n't|'d)\s$/i.test(text.slice(0, match.index)))
    .map((match) => ({ from: match.index, to: clauseEnd(text, match.index + match[0].length) }))
  const mentions: Mention[] = []
  for (let i = 0; i < tokens.length; ) {
    const found = longestPhrase(table, tokens, i)
    if (!found) {
      i++
      continue
    }
    const first = tokens[i]
    const last = tokens[i + found.length - 1]
    if (!first || !last) break
    mentions.push({
      start: first.start,
      end: last.end,
      text: text.slice(first.start, last.start + last.raw.length),
      entries: found.entries,
      absent:
        compared.some((part) => first.start >= part.from && first.start < part.to) || denied(text, tokens, i),
    })
    i += found.length
  }
  return mentions
}

function longestPhrase(
  table: WordTable,
  tokens: Token[],
  i: number,
): { entries: Entry[]; length: number } | null {
  let key = ''
  let found: { entries: Entry[]; length: number } | null = null
  for (let length = 1; length <= 4; length++) {
    const token = tokens[i + length - 1]
    if (!token) break
    key = length === 1 ? token.word : `${key} ${token.word}`
    const entries = table.get(key)
    if (entries) found = { entries, length }
    if (token.possessive) break
  }
  return found
}

/** `no rain`, `without a sword`, `was not a boat`: a negator up to three words before in the same clause. */
function denied(text: string, tokens: Token[], i: number): boolean {
  for (let back = 1; back <= 3; back++) {
    const token = tokens[i - back]
    const next = tokens[i - back + 1]
    if (!token || !next || /[,;:.!?]/.test(text.slice(token.end, next.start))) return false
    if (ENGLISH_NEGATORS.has(token.word)) return true
  }
  return false
}

function clauseEnd(text: string, from: number): number {
  const at = text.slice(from).search(/[,;:.!?"”—]|\b(?:and|but|while|when|until|so)\b/)
  return at < 0 ? text.length : from + at
}

const byFirst = new WeakMap<WordTable, Map<string, number>>()

/** Length of the longest word of the table that begins with a character; bounds the search at each place. */
function longestFrom(table: WordTable): Map<string, number> {
  let lengths = byFirst.get(table)
  if (!lengths) {
    lengths = new Map()
    for (const word of [...table.keys(), ...(table === lexicon().chinese ? MASKED : [])]) {
      const first = word.charAt(0)
      lengths.set(first, Math.max(lengths.get(first) ?? 0, word.length))
    }
    byFirst.set(table, lengths)
  }
  return lengths
}

/** Longest match at each character, for scripts without spaces; masked words are stepped over. */
export function mentionsInUnspaced(text: string, table: WordTable): Mention[] {
  const lengths = longestFrom(table)
  const masks = table === lexicon().chinese
  const compared = masks ? comparedInChinese(text) : []
  const mentions: Mention[] = []
  for (let i = 0; i < text.length; ) {
    let length = Math.min(lengths.get(text.charAt(i)) ?? 0, text.length - i)
    for (; length > 0; length--) {
      const word = text.slice(i, i + length)
      const entries = table.get(word)
      if (!entries && masks && MASKED.has(word)) break
      if (!entries) continue
      const absent =
        compared.some((part) => i >= part.from && i < part.to) || (masks && deniedInChinese(text, i))
      mentions.push({ start: i, end: i + length, text: word, entries, absent })
      break
    }
    i += Math.max(1, length)
  }
  return mentions
}

function deniedInChinese(text: string, at: number): boolean {
  const before = /[^，。！？；：、“”「」]{0,5}$/u.exec(text.slice(0, at))?.[0] ?? ''
  return CHINESE_NEGATORS.some((word) => {
    const i = before.lastIndexOf(word)
    if (i < 0) return false
    // 一动不动的机器人: only what it does is denied.
    if (before.slice(i).includes('的')) return false
    // 不 and 无 are parts of many words, so they must stand close.
    return word.length > 1 || before.length - i - word.length <= 2
  })
}

function comparedInChinese(text: string): { from: number; to: number }[] {
  return [...text.matchAll(CHINESE_SIMILES)].map((match) => {
    const from = match.index + match[0].length
    const rest = /^[^，。！？；]{0,16}/u.exec(text.slice(from))?.[0] ?? ''
    const end = rest.search(CHINESE_SIMILE_END)
    return { from, to: from + (end < 0 ? rest.length : end) }
  })
}
