import { clauseStart } from './clause-bounds'
import type { PlaceEntry } from './entries'
import { CHINESE_HERE, CHINESE_HERE_AFTER, CHINESE_THERE, ENGLISH_HERE, ENGLISH_THERE } from './lexicon/words'
import type { Mention } from './mention'
import type { Reading } from './reading'
import { isDepicted, type Thing } from './things'

export interface PlaceHit {
  at: number
  entry: PlaceEntry
  /** 0 to 1.2; from 0.85 on the story is there. */
  sure: number
}

/** The places a sentence names, with how surely the story is there. */
export function readPlaces(reading: Reading, things: Thing[], han: boolean): PlaceHit[] {
  const hits = reading.mentions
    .flatMap((mention) => placeOf(mention, reading, han))
    .map((hit) => notOurs(hit, things, reading))
  return hits.map((hit, i) => {
    const other = hits[han ? i + 1 : i - 1]
    return other && isPartOf(hit, other, reading, han) ? { ...hit, sure: Math.min(hit.sure, 0.6) } : hit
  })
}

/** `a village at the foot of the mountains`, 山脚下的村庄: only the village is where the story is. */
function isPartOf(hit: PlaceHit, main: PlaceHit, reading: Reading, han: boolean): boolean {
  if (main.sure < 0.85) return false
  const [from, to] = hit.at < main.at ? [hit.at, main.at] : [main.at, hit.at]
  const between = reading.text.slice(from, to)
  if (han) return /的[\u4e00-\u9fff]{0,3}$/u.test(between) && !/[，。；]/u.test(between)
  if (/[,;.]|\b(?:and|then|into|across|to)\b/i.test(between)) return false
  return !reading.mentions.some(
    (m) => m.start > from && m.start < to && m.entries.some((e) => e.kind === 'action'),
  )
}

function placeOf(mention: Mention, reading: Reading, han: boolean): PlaceHit[] {
  const entry = mention.entries.find((e) => e.kind === 'place')
  if (!entry || mention.absent || isDepicted(reading.text, mention.start, han)) return []
  const alsoThing = mention.entries.some((e) => e.kind === 'object')
  let sure = han
    ? sureInChinese(mention, reading.text)
    : reading.english
      ? sureInEnglish(mention, reading.text)
      : 0.9
  if (alsoThing && sure < 0.85) sure = Math.min(sure, 0.35)
  if (reading.isSpoken(mention.start)) sure *= 0.2
  return sure > 0 ? [{ at: mention.start, entry, sure }] : []
}

/** 星星飞回了天上, `rain hammered on the roof`: a thing is there, not the story. */
function notOurs(hit: PlaceHit, things: Thing[], reading: Reading): PlaceHit {
  const { text, people, mentions } = reading
  const from = clauseStart(text, hit.at)
  const someone = people.some(({ ref }) => ref.seen && ref.start >= from && ref.start < hit.at)
  const weather = mentions.some(
    (m) => m.start >= from && m.end <= hit.at && m.entries.some((e) => e.kind === 'weather'),
  )
  const something = things.some((thing) => thing.at >= from && thing.at < hit.at && !thing.spoken)
  // 把灯放在桌上, `put the lamp on the roof`: somebody of an earlier clause does it here.
  const handled = /[把将]|\b(?:put|placed|laid|set|carried|took|brought)\b/iu.test(text.slice(from, hit.at))
  return !someone && (something || weather) && !handled ? { ...hit, sure: hit.sure * 0.8 } : hit
}

const MIDST =
  /\b(?:middle|edge|heart|top|foot|end|bottom|cent(?:er|re)|depths|side|back|front|outskirts|mouth|shore|bank|gates?|corner) of\b/i
const THERE_IS =
  /\b(?:there|here) (?:was|were|is|are|lay|stood|stretched|appeared) (?:only |just )?(?:an?|the|one)?\s*(?:\w+\s+){0,2}$/
const LEAVES = /\b(?:out of|away from|far from|left)\s+(?:\w+\s+){0,2}$/
const LOOKS =
  /\b(?:look(?:ed|s|ing)?|gaz(?:ed|es|ing)|star(?:ed|es|ing)|point(?:ed|s|ing)?|glanc(?:ed|es|ing)|smil(?:ed|es|ing)|shout(?:ed|s|ing)?|peer(?:ed|s|ing)?|wav(?:ed|es|ing)|dream(?:ed|s|t|ing)?|thought|think(?:ing)?|window)\s+(?:\w+\s+)?(?:at|to|toward|towards|over|into|across|of|about|through)\b/i

function sureInEnglish(mention: Mention, text: string): number {
  const before = text.slice(Math.max(0, mention.start - 40), mention.start)
  const near = (/[^,;:.!?"”]*$/.exec(before)?.[0] ?? '').toLowerCase()
  if (LOOKS.test(near)) return 0.4
  if (LEAVES.test(near)) return 0
  if (MIDST.test(near)) return 1
  if (THERE_IS.test(near)) return 0.9
  const words = near.match(/[a-z']+/g)?.slice(-4) ?? []
  for (const word of words.reverse()) {
    if (ENGLISH_HERE.has(word)) {
      return /^(?:into|reached|entered|crossed|through|to|across|aboard|inside)$/.test(word) ? 1.1 : 1
    }
    if (ENGLISH_THERE.has(word)) return 0
  }
  return 0.5
}

const CHINESE_LOOKS =
  /(?:望着|看着|望向|看向|指着|眺望|远望|想着|遥望|凝视)(?:了|着)?(?:[\u4e00-\u9fff]{0,4}的)?$/u

const CHINESE_THERE_IS =
  /(?:是|有|出现了?|看见了?|看到了?|展现出?|露出了?)一(?:片|座|个|条|间|家|处)(?:[\u4e00-\u9fff]{0,4}的)?[\u4e00-\u9fff]{0,2}$/u

function sureInChinese(mention: Mention, text: string): number {
  const before = text.slice(Math.max(0, mention.start - 12), mention.start)
  const entry = mention.entries.find((e) => e.kind === 'place')
  // 图书馆门口 is outside of it.
  if (entry?.inside && /^(?:门口|门前|门外|前|外|旁|对面)/u.test(text.slice(mention.end))) return 0.5
  const after = CHINESE_HERE_AFTER.test(text.slice(mention.end))
  if (CHINESE_LOOKS.test(before)) return after ? 0.7 : 0.3
  const here = CHINESE_HERE.test(before)
  if (CHINESE_THERE.test(before) && !here) return 0
  if (here) return after ? 1.15 : 1
  if (CHINESE_THERE_IS.test(before)) return 0.9
  // 山里 and 海上 as entries hold their own preposition.
  if (after || /[里上中下边外内前旁]$/u.test(mention.text)) return 0.95
  return mention.text.length === 1 ? 0.3 : 0.5
}
