import type { ObjectEntry } from './entries'
import type { Mention } from './mention'
import type { Reading } from './reading'

/** Something one may see, with the words for the picture. */
export interface Thing {
  at: number
  entry: ObjectEntry
  adjective: string
  many: boolean
  /** Only spoken of. */
  spoken: boolean
}

const DETERMINER = /\b(?:a|an|the|his|her|my|their|its|our|this|that|some|every|no|of)\s+(?:\w+\s+)?$/i

/** A word that is a noun as often as a verb: the article before it decides. */
export function isNounHere(mention: Mention, text: string): boolean {
  return DETERMINER.test(text.slice(Math.max(0, mention.start - 24), mention.start))
}

const MADE_OF = /\b(?:made (?:out )?of|carved (?:from|out of)|turned (?:in)?to|tears of)\s+(?:\w+\s+)?$/i
const ENGLISH_DEPICTED =
  /\b(?:drew|drawn|drawing|painted|paint|painting|sketched|carved|embroidered|(?:picture|drawing|painting|photo|photograph|portrait|statue|toy|story|tale|song|book) (?:of|about))\s+(?:\w+\s+){0,3}$/i
const CHINESE_DEPICTED =
  /(?:[画绘雕刻绣](?:了|着|过|出|下|起|成)?(?:一?[个只条位张幅头匹座片棵]|几笔|满)?(?:[\u4e00-\u9fff]{0,5}的)?|[画照图片](?:里|上|中)?[：:][^。！？]{0,20})$/u

/** Drawn, carved or told of: a picture of a cat is no cat. */
export function isDepicted(text: string, at: number, han: boolean): boolean {
  const before = text.slice(Math.max(0, at - 40), at)
  return (han ? CHINESE_DEPICTED : ENGLISH_DEPICTED).test(before)
}

export function readThings(reading: Reading, han: boolean): Thing[] {
  return reading.mentions.flatMap((mention) => thingOf(mention, reading, han))
}

function thingOf(mention: Mention, reading: Reading, han: boolean): Thing[] {
  const { text } = reading
  if (mention.absent) return []
  const entry = mention.entries.find((e) => e.kind === 'object') ?? depicted(mention, text, han)
  if (!entry) return []
  if (!han && mention.entries.some((e) => e.kind === 'action') && !isNounHere(mention, text)) return []
  if (!han && MADE_OF.test(text.slice(Math.max(0, mention.start - 30), mention.start))) return []
  // The stone of a stone dragon only describes it.
  const next = reading.mentions.find(
    (m) => m.start >= mention.end && /^\s?$/.test(text.slice(mention.end, m.start)),
  )
  const describes =
    mention.entries.some((e) => e.kind === 'adjective') && next?.entries.some((e) => e.kind !== 'action')
  if (describes) return []
  const before = reading.mentions.find(
    (m) => m.end <= mention.start && /^[\s的]*$/u.test(text.slice(m.end, mention.start)),
  )
  const adjective = before?.entries.find((e) => e.kind === 'adjective')?.word ?? ''
  const many = !han && /s$/i.test(mention.text) && !entry.word.endsWith('s')
  return [{ at: mention.start, entry, adjective, many, spoken: reading.isSpoken(mention.start) }]
}

function depicted(mention: Mention, text: string, han: boolean): ObjectEntry | null {
  const being = mention.entries.find((e) => e.kind === 'animal' || e.kind === 'person')
  if (!being || !isDepicted(text, mention.start, han)) return null
  return { kind: 'object', word: `picture of a ${being.word}`, article: 'a', notable: true }
}
