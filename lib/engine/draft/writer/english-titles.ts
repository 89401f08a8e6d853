import type { Player } from './cast'
import type { Entry } from './entries'
import { englishTokens, type Mention, type Token } from './mention'
import type { Moment } from './moment'
import type { Candidate } from './titles'

const DETERMINERS = new Set('the a an his her my their its our this that every no'.split(' '))
const LINKS = new Set(
  'of in on at under by from beneath behind beyond between over through across above among without inside against near'.split(
    ' ',
  ),
)
const STOP = new Set(
  'and but or so then when while as if that who which was were is are be been had has have did do does to up down out off away not never only just very too all it he she they i we you him them me us there here with what how why where into onto than like once again more most before after until because about said could would should might must will can may seemed became came went began still even ever'.split(
    ' ',
  ),
)
const HEADS: ReadonlySet<Entry['kind']> = new Set(['person', 'animal', 'object', 'place', 'time', 'weather'])
const SMALL = new Set('a an the and but or of in on at to by for from with into over as up'.split(' '))

/** Title phrases of an English scene, from its own words. */
export function englishCandidates(moments: Moment[], lead: Player | null): Candidate[] {
  const found: Candidate[] = []
  moments.forEach((moment) => {
    const { reading } = moment
    const tokens = englishTokens(reading.text)
    const phrases = nounPhrases(moment, tokens)
    for (const phrase of phrases) {
      const spoken = reading.isSpoken(phrase.start) ? 0.8 : 0
      found.push({ text: titleCase(phrase.text), score: phrase.score - spoken })
    }
    for (const deed of moment.deeds) {
      const doer = deed.who.length === 1 ? deed.who[0] : undefined
      const thing = deed.thing
      const phrase = thing && phrases.find((p) => p.start <= thing.at && p.end > thing.at)
      if (!doer || !phrase || !thing) continue
      const name =
        doer.named || /^\p{Lu}/u.test(doer.name)
          ? doer.name
          : lead?.character === doer
            ? `the ${doer.name}`
            : ''
      if (name && !doer.narrator && thing.entry.notable && !PLAIN.test(thing.entry.word))
        found.push({
          text: titleCase(`${name} and ${definite(phrase.plain)}`),
          score: 2.3 + (thing.entry.notable ? 0.4 : 0),
        })
      const gerund = /^(\w+ing(?: \w+)?) ~$/.exec(deed.action.withThing)?.[1]
      if (gerund && !/^(?:finding|taking|holding)/.test(gerund))
        found.push({ text: titleCase(`${gerund} ${phrase.plain}`), score: 2 })
    }
  })
  if (lead)
    found.push({
      text: titleCase(
        lead.character.named || /^\p{Lu}/u.test(lead.character.name)
          ? lead.character.name
          : `the ${lead.character.name}`,
      ),
      score: 0.4,
    })
  for (const moment of moments) {
    const { text, sentence } = moment.reading
    found.push({ text: titleCase(shortClause(text)), score: sentence.opens === 'clause' ? -0.4 : 0.1 })
  }
  return found
}

/** Windows and doors are in every scene; a title wants better. */
const PLAIN = /^(?:window|door|shoes|hat|telephone|computer|teacup|mirror)$/

function isNotable(head: Mention): boolean {
  return head.entries.some((entry) => entry.kind === 'object' && entry.notable && !PLAIN.test(entry.word))
}

interface Phrase {
  start: number
  end: number
  /** With all that hangs on it: `the last night of November`. */
  text: string
  /** Without: `the last night`. */
  plain: string
  score: number
}

function nounPhrases(moment: Moment, tokens: Token[]): Phrase[] {
  const { text, mentions } = moment.reading
  const heads = mentions.filter((m) => m.entries.some((e) => HEADS.has(e.kind)) && !m.absent)
  const found: Phrase[] = []
  for (const head of heads) {
    const at = tokens.findIndex((token) => token.start === head.start)
    const end = tokens.findIndex(
      (token) => token.start + token.raw.length >= head.end && token.start < head.end,
    )
    if (at < 0 || end < 0) continue
    // `sailed` is a deed, not a thing.
    if (head.entries.some((e) => e.kind === 'action') && !DETERMINERS.has(tokens[at - 1]?.word ?? ''))
      continue
    const from = leftEdge(tokens, at, text, moment)
    const start = tokens[from]?.start ?? head.start
    const plain = text.slice(start, tokens[end] ? tokens[end].start + tokens[end].raw.length : head.end)
    if (goesOn(tokens, end, text, moment)) continue
    const tail = hanging(tokens, end, text, moment)
    const adjectives = at - from - (DETERMINERS.has(tokens[from]?.word ?? '') ? 1 : 0)
    const kind = head.entries[0]?.kind
    const base =
      kind === 'object'
        ? isNotable(head)
          ? 1.5
          : 0.8
        : kind === 'animal' || kind === 'person'
          ? head.text.includes(' ')
            ? 1.4
            : 0.9
          : kind === 'place'
            ? 1.2
            : 1
    const words = (plain + tail).split(/\s+/).length
    const score = base + Math.min(2, adjectives) * 0.45 + (tail ? 1 : 0) - Math.max(0, words - 6) * 0.6
    if (words <= 7 && /^[\p{L}\p{N} '’-]+$/u.test(plain + tail))
      found.push({ start, end: head.end, text: plain + tail, plain, score })
  }
  return found
}

/** `lily pad`: a plain word right after is part of the noun, which then is another one. */
function goesOn(tokens: Token[], end: number, text: string, moment: Moment): boolean {
  const head = tokens[end]
  const next = tokens[end + 1]
  if (!head || !next || head.possessive || text.slice(head.end, next.start) !== ' ') return false
  if (
    STOP.has(next.word) ||
    LINKS.has(next.word) ||
    DETERMINERS.has(next.word) ||
    /(?:ed|ing|ly)$/.test(next.word)
  )
    return false
  if (
    /^\p{Lu}/u.test(next.raw) ||
    /^(?:for|with|to|from|or|nor|too|again|together|alone|home)$/.test(next.word)
  )
    return false
  return !moment.reading.mentions.some(
    (m) =>
      m.start <= next.start &&
      m.end >= next.end &&
      m.entries.some((e) => e.kind === 'action' || e.kind === 'time'),
  )
}

/** Where the phrase begins: its article, up to three words back over adjectives and other plain words. */
function leftEdge(tokens: Token[], at: number, text: string, moment: Moment): number {
  for (let i = at - 1; i >= 0 && i >= at - 4; i--) {
    const token = tokens[i]
    const next = tokens[i + 1]
    if (!token || !next || !/^\s$/.test(text.slice(token.end, next.start)) || token.possessive) break
    if (DETERMINERS.has(token.word)) return i
    if (STOP.has(token.word) || LINKS.has(token.word) || isVerb(token, moment)) break
  }
  // No article: keep only adjectives that are known.
  let from = at
  for (let i = at - 1; i >= 0; i--) {
    const token = tokens[i]
    if (
      !token ||
      !moment.reading.mentions.some(
        (m) => m.start === token.start && m.entries.some((e) => e.kind === 'adjective'),
      )
    )
      break
    from = i
  }
  return from
}

function isVerb(token: Token, moment: Moment): boolean {
  return (
    moment.reading.mentions.some(
      (m) => m.start === token.start && m.entries.some((e) => e.kind === 'action'),
    ) || /ly$/.test(token.word)
  )
}

/** ` of November`, ` in the storm`: a preposition and what it leads to. */
function hanging(tokens: Token[], end: number, text: string, moment: Moment): string {
  const link = tokens[end + 1]
  const head = tokens[end]
  if (!link || !head || !LINKS.has(link.word) || text.slice(head.end, link.start) !== ' ') return ''
  let last = end + 1
  for (let i = end + 2; i <= end + 5; i++) {
    const token = tokens[i]
    const before = tokens[i - 1]
    if (!token || !before || text.slice(before.end, token.start) !== ' ') break
    if (STOP.has(token.word) || LINKS.has(token.word) || token.possessive) break
    if (last > end + 1 && DETERMINERS.has(token.word)) break
    const known = moment.reading.mentions.some(
      (m) =>
        m.start <= token.start &&
        m.end >= token.start + token.raw.length &&
        m.entries.some((e) => HEADS.has(e.kind)),
    )
    if (known || (/^\p{Lu}/u.test(token.raw) && !DETERMINERS.has(token.word))) last = i
    if (
      known &&
      !moment.reading.mentions.some(
        (m) => m.start === (tokens[i + 1]?.start ?? -1) && m.entries.some((e) => HEADS.has(e.kind)),
      )
    )
      break
    if (isVerb(token, moment) && !DETERMINERS.has(before.word)) break
  }
  const stop = tokens[last]
  if (goesOn(tokens, last, text, moment)) return ''
  return last > end + 1 && stop ? text.slice(head.start + head.raw.length, stop.start + stop.raw.length) : ''
}

function definite(phrase: string): string {
  return phrase
    .replace(/^(?:a|an|this|that|every|no)\s/i, 'the ')
    .replace(/^(?!the |his |her |my |their |its |our )/i, 'the ')
}

/** The first clause, if need be cut where a phrase ends. */
function shortClause(text: string): string {
  const clause = (
    /^[^,;:.!?—…]+/.exec(text.replace(/^["“‘'(\s]+/, '').replace(/^(?:and|but|so|then|or)\s+/i, ''))?.[0] ??
    text
  ).trim()
  const words = clause.split(/\s+/)
  if (words.length <= 6) return clause.slice(0, 60)
  const kept = words.slice(0, 6)
  while (kept.length > 2) {
    const last = (kept.at(-1) ?? '').toLowerCase()
    if (!STOP.has(last) && !LINKS.has(last) && !DETERMINERS.has(last) && !SMALL.has(last)) break
    kept.pop()
  }
  return kept.join(' ').slice(0, 60)
}

export function titleCase(phrase: string): string {
  const plain = phrase
    .trim()
    .replace(/^(?:a|an)\s+(?=\S)/i, (article) => (/^an\s/i.test(article) ? 'An ' : 'A '))
  const words = plain.split(/\s+/)
  return words
    .map((word, i) => {
      const lower = word.toLowerCase()
      if (i > 0 && i < words.length - 1 && SMALL.has(lower)) return lower
      return word.charAt(0).toUpperCase() + word.slice(1)
    })
    .join(' ')
}
