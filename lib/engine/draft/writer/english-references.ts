import { genderOfName, isHonorific } from './english-names'
import { PRONOUNS } from './english-pronouns'
import type { AnimalEntry, PersonEntry } from './entries'
import type { Mention, Token } from './mention'
import { animalKin, joinNames, type Reference } from './reference'
import { isDepicted } from './things'

const OWNERS = new Set(['his', 'her', 'my', 'our', 'their', 'its', 'your'])
const KNOWN = new Set(['the', 'this', 'that', 'these', 'those', ...OWNERS])
const PREPOSITIONS = new Set(
  'to at of with for from by beside near behind under over after before about between against into onto on in like around without toward towards past'.split(
    ' ',
  ),
)

const BLANK: Omit<Reference, 'start' | 'end' | 'text' | 'kind'> = {
  name: null,
  entry: null,
  also: null,
  gender: null,
  plural: false,
  thing: false,
  subject: true,
  seen: true,
  spoken: false,
  known: false,
  other: false,
  adjectives: [],
}

/** `since her father died`, `the song her mother used to sing`: spoken of, not there. */
const GONE = /^\s+(?:had\s+)?(?:died|passed away|was dead|is dead|was gone|used to)\b/

const APPOSITION =
  /^(?:\s+|\s*,?\s+(?:named|called|whose name was|by the name of)\s+|,\s+(?:(?:the|a|an|his|her|my|their|our)\s+)?(?:\w+\s+)?|\s+(?:was|is|became|had been)\s+(?:a|an|the|our|his|her)\s+(?:\w+\s+){0,2})$/

/** Everyone a sentence of an English story speaks of, in order. `spoken` tells which offsets are in someone's speech. */
export function englishReferences(
  text: string,
  tokens: Token[],
  mentions: Mention[],
  names: ReadonlySet<string>,
  spoken: (at: number) => boolean,
): Reference[] {
  const byStart = new Map(mentions.map((mention) => [mention.start, mention]))
  const refs: Reference[] = []
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]
    if (!token) continue
    const pronoun = PRONOUNS[token.word]
    // The country or the month, not `us` and `may`.
    if (pronoun && token.raw !== 'US') {
      if (token.word === 'it' && meansThing(token, mentions, refs)) continue
      const inSpeech = spoken(token.start)
      refs.push({
        ...BLANK,
        kind: 'pronoun',
        start: token.start,
        end: token.end,
        text: token.raw,
        ...pronoun,
        spoken: inSpeech,
        subject:
          (pronoun.subject ?? true) ||
          /\b(?:two|three|four|both|all|some|one|none) of $/i.test(text.slice(0, token.start)),
        seen: !inSpeech && ((pronoun.seen ?? true) || (token.word === 'her' && isHerObject(tokens, i, text))),
      })
      continue
    }
    const named = isNamed(token, i, names)
    if (named) {
      const length = nameLength(tokens, i, names, text)
      const end = tokens[i + length - 1] ?? token
      const name = text.slice(token.start, end.start + end.raw.length)
      refs.push({
        ...BLANK,
        kind: 'name',
        start: token.start,
        end: end.end,
        text: name,
        name,
        gender: genderOfName(name),
        subject: isDoer(tokens, i, text, mentions),
        seen: !spoken(token.start) && !end.possessive,
        spoken: spoken(token.start),
        ...decorate(tokens, i, byStart),
      })
      i += length - 1
      continue
    }
    const mention = byStart.get(token.start)
    const entry = mention?.entries.find(
      (e): e is PersonEntry | AnimalEntry => e.kind === 'person' || e.kind === 'animal',
    )
    if (
      !mention ||
      !entry ||
      mention.absent ||
      isDepicted(text, mention.start, false) ||
      isVerbHere(tokens, i, mention)
    )
      continue
    const count = tokens.filter((t) => t.start >= mention.start && t.end <= mention.end + 2).length
    const possessive = tokens[i + count - 1]?.possessive ?? false
    const looks = decorate(tokens, i, byStart)
    refs.push({
      ...BLANK,
      kind: 'noun',
      start: mention.start,
      end: mention.end,
      text: text.slice(looks.from ?? mention.start, mention.start + mention.text.length),
      entry,
      gender: entry.kind === 'person' ? entry.gender : null,
      plural: entry.kind === 'person' ? entry.group : isMany(mention.text, entry.word, looks.article),
      subject: isDoer(tokens, i, text, mentions),
      seen: !spoken(mention.start) && !possessive && !GONE.test(text.slice(mention.end)),
      spoken: spoken(mention.start),
      known: looks.known,
      other: looks.other,
      adjectives: looks.adjectives,
    })
    i += Math.max(0, count - 1)
  }
  return joinNames(joinKin(refs, text), (first, second) => binds(text, first, second))
}

/** A title with a name: `Captain Flint`; or a name set off by commas: `Mara, his granddaughter,`. */
function binds(text: string, first: Reference, second: Reference): boolean {
  const gap = text.slice(first.end, second.start)
  if (!APPOSITION.test(gap)) return false
  if (/\b(?:named|called|whose name was|by the name of)\s+$/.test(gap)) return true
  // `the fox Tom saw`, `Tom, the fox and the hare`: a list is not an apposition.
  if (gap.startsWith(','))
    return (
      second.kind === 'noun' &&
      /^,\s+(?:the|a|an|his|her|my|their|our)\s/.test(gap) &&
      /^\s*[,.;]/.test(text.slice(second.end))
    )
  if (first.kind === 'name' && /^\s+$/.test(gap)) return false
  return !first.plural && !second.plural
}

function joinKin(refs: Reference[], text: string): Reference[] {
  const joined: Reference[] = []
  for (const ref of refs) {
    const last = joined.at(-1)
    // `camel driver`: the animal says what the driver drives.
    if (
      last?.kind === 'noun' &&
      last.entry?.kind === 'animal' &&
      ref.kind === 'noun' &&
      ref.entry?.kind === 'person' &&
      text.slice(last.end, ref.start) === ' '
    ) {
      const entry = { ...ref.entry, word: `${last.entry.word} ${ref.entry.word}` }
      joined[joined.length - 1] = {
        ...ref,
        start: last.start,
        text: text.slice(last.start, ref.end),
        entry,
        adjectives: last.adjectives,
        known: last.known,
        subject: last.subject,
      }
      continue
    }
    if (
      last?.entry?.kind === 'person' &&
      ref.entry?.kind === 'animal' &&
      /^\s$/.test(text.slice(last.end, ref.start))
    ) {
      joined[joined.length - 1] = {
        ...ref,
        start: last.start,
        text: text.slice(last.start, ref.end),
        entry: animalKin(ref.entry, last.entry),
        gender: last.gender,
        adjectives: [...last.adjectives, ...ref.adjectives],
      }
    } else joined.push(ref)
  }
  return joined
}

/** `She bit through the tree, and it fell`. */
function meansThing(token: Token, mentions: Mention[], refs: Reference[]): boolean {
  const thing = mentions.findLast((m) => m.end <= token.start && m.entries.some((e) => e.kind === 'object'))
  return thing !== undefined && !refs.some((ref) => ref.start > thing.start && ref.entry?.kind === 'animal')
}

/** `silver fish` without an article are many. */
function isMany(text: string, word: string, article: boolean): boolean {
  if (/(?:fish|sheep|deer|salmon|moose|squid)$/i.test(text)) return !article
  return /s$/.test(text) && !/ss$/.test(word)
}

/** `saw her.` against `her hat`: the one is someone, the other only owns. */
function isHerObject(tokens: Token[], i: number, text: string): boolean {
  const token = tokens[i]
  const next = tokens[i + 1]
  if (!token || !next || /[^\s]/.test(text.slice(token.end, next.start))) return true
  return (
    PREPOSITIONS.has(next.word) ||
    /^(?:and|but|that|a|an|the|when|while|as|so|then|who|up|down|out|away|back)$/.test(next.word)
  )
}

function isNamed(token: Token, i: number, names: ReadonlySet<string>): boolean {
  if (isHonorific(token.word) && /^\p{Lu}/u.test(token.raw)) return i >= 0
  return names.has(token.word) && /^\p{Lu}/u.test(token.raw)
}

function nameLength(tokens: Token[], i: number, names: ReadonlySet<string>, text: string): number {
  let length = 1
  for (; length < 3; length++) {
    const token = tokens[i + length]
    const before = tokens[i + length - 1]
    if (!token || !before || before.possessive) break
    const gap = text.slice(before.end, token.start)
    if (!/^\.?\s$/.test(gap) || (gap.startsWith('.') && !isHonorific(before.word))) break
    if (!/^\p{Lu}/u.test(token.raw) || !(names.has(token.word) || isHonorific(before.word))) break
  }
  return length
}

/** Adjectives and article before a noun or name. */
function decorate(
  tokens: Token[],
  i: number,
  byStart: Map<number, Mention>,
): { adjectives: string[]; known: boolean; other: boolean; article: boolean; from?: number } {
  const adjectives: string[] = []
  let from: number | undefined
  for (let back = i - 1; back >= 0 && back > i - 4; back--) {
    const token = tokens[back]
    const adjective = token && byStart.get(token.start)?.entries.find((e) => e.kind === 'adjective')
    if (!token) break
    if (adjective?.kind === 'adjective') {
      adjectives.unshift(adjective.word)
      from = token.start
      continue
    }
    return {
      adjectives,
      known: KNOWN.has(token.word),
      other: /^(?:another|other|second)$/.test(token.word),
      article: KNOWN.has(token.word) || /^(?:a|an|one|another|every|each)$/.test(token.word),
      ...(from === undefined ? {} : { from }),
    }
  }
  return { adjectives, known: false, other: false, article: false, ...(from === undefined ? {} : { from }) }
}

/** Not right behind a preposition or a verb: `with the dog` does nothing, nor does the thief in `chased the thief`. */
function isDoer(tokens: Token[], i: number, text: string, mentions: Mention[]): boolean {
  for (let back = i - 1; back >= 0 && back > i - 5; back--) {
    const token = tokens[back]
    const next = tokens[back + 1]
    if (!token || !next || /[,;:.!?"”“]/.test(text.slice(token.end, next.start))) return true
    if (KNOWN.has(token.word) || /^(?:a|an|some|another|two|three|four|five|\w+ed)$/.test(token.word)) {
      if (!/ed$/.test(token.word) || KNOWN.has(tokens[back - 1]?.word ?? '')) continue
    }
    const mention = mentions.find((m) => m.start === token.start)
    if (mention?.entries.some((e) => e.kind === 'adjective')) continue
    const action = mention?.entries.find((e) => e.kind === 'action')
    // `On the deck stood a cat`, `said the fox`: these put their doer behind them.
    if (action)
      return /^(?:standing|sitting|lying down|talking|asking|shouting|arriving|walking|running|living|flying|getting up)$/.test(
        action.bare,
      )
    return !PREPOSITIONS.has(token.word)
  }
  return true
}

/** `to fox`, `he fished`: the mention is a verb here when another reading of it is an action after a pronoun or `to`. */
function isVerbHere(tokens: Token[], i: number, mention: Mention): boolean {
  if (!mention.entries.some((entry) => entry.kind === 'action')) return false
  const before = tokens[i - 1]?.word ?? ''
  return before === 'to' || before in PRONOUNS
}
