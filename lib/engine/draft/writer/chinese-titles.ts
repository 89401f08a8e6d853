import type { Moment } from './moment'
import type { Candidate } from './titles'

const SHORTEST = 4
const LONGEST = 10

const OPENING =
  /^(?:于是|然后|接着|但是|可是|不过|而且|所以|因为|突然|忽然|这时候?|就在这时|就在|只见|原来|终于|后来|从此|从那以后|有一天|有一次|那一?天|这一?天|一天|第[二三四五六七八九十]天|次日|从前|很久很?久?以前|有一[个只位]|有个|有位|当|而|但|却|便|就|也|又|还|已经?|正在?|一边|总有|总是|仿佛|好像|如果|虽然|即使|只要|每天?|再次?|竟然?|居然|似乎|不料|谁知|想|要|并且?|才|将|把|一直|依然|仍然|慢慢地?|轻轻地?|悄悄地?)+/u
const COUNTED =
  /^有?[一那这两三几某](?:个|只|位|颗|条|头|匹|座|盏|把|本|封|张|片|棵|艘|间|扇|群|阵|声|道|股|朵|双|块|名|场|幅|支|件|顶|枚|根|串|碗|杯|壶|辆|架|面|口|卷|首|滴|束|枝)/u
const ENDING =
  /(?:的时候|时候|之后|以后|了起来|起来了|了下来|过来了|过去了|下去了|一样|似的|[了着呢吧啊吗的地呀嘛啦时后])+$/u

/** Title phrases of a Chinese scene: whole short clauses, or who does what, in the story's own characters. */
export function chineseCandidates(moments: Moment[]): Candidate[] {
  const found: Candidate[] = []
  for (const moment of moments) {
    const { reading } = moment
    // Offsets are the same in the simplified text and in the author's own.
    const original = reading.sentence.text
    for (const match of reading.text.matchAll(/[^，。！？；：、…—“”「」『』（）()《》\s,.!?;:"]+/gu)) {
      const spoken = reading.isSpoken(match.index) ? 0.9 : 0
      const clause = trimmed(match[0])
      const start = match.index + clause.from
      const end = start + clause.length
      if (clause.length < 2) continue
      const inside = reading.mentions.filter((m) => m.start >= start && m.end <= end && !m.absent)
      const kinds = new Set(inside.flatMap((m) => m.entries.map((e) => e.kind)))
      const content =
        (kinds.has('action') ? 0.6 : 0) +
        (kinds.has('object') || kinds.has('place') ? 0.7 : 0) +
        (kinds.has('weather') || kinds.has('time') ? 0.3 : 0)
      const person = reading.people.find(
        ({ ref }) =>
          ref.start >= start && ref.end <= end && ref.kind !== 'pronoun' && ref.kind !== 'narrator',
      )
      const text = withName(original.slice(start, end), moment, start)
      const weak =
        /^(?:[的地得被和与在是不没很最那这]|什么|什麼|怎么|怎麼|为什么|谁|誰)/u.test(text) ||
        /(?:[在和与把被的到从向对给]|说|道|问|喊|想|答|说着|问道|说道)$/u.test(text)
          ? 2
          : 0
      const headless = kinds.has('action') && !person && text === original.slice(start, end) ? 0.4 : 0
      const pronoun = /^[他她它我你您]|[他她它]们/u.test(text) ? 0.8 : 0
      found.push({
        text,
        score: 1 + content + (person ? 0.8 : 0) + fitness(text) - spoken - weak - pronoun - headless,
      })
      for (const part of parts(moment, start, end))
        found.push({ text: part.text, score: part.score - spoken })
    }
    for (const deed of moment.deeds) {
      const doer = deed.who.length === 1 ? deed.who[0] : undefined
      const verb = reading.mentions.find((m) => m.start === deed.at)
      const thing = deed.thing ? reading.mentions.find((m) => m.start === deed.thing?.at) : undefined
      if (!doer || doer.narrator || !verb || !thing || thing.start < verb.start) continue
      const text =
        doer.name +
        original.slice(verb.start, verb.end) +
        original.slice(thing.start, thing.end).replace(/^.*的/u, '')
      found.push({ text, score: 2.5 + fitness(text) })
    }
  }
  return found
}

/** 4 to 10 characters; 5 to 8 read best. */
function fitness(text: string): number {
  const length = [...text].length
  if (length < SHORTEST) return -1.5
  if (length > LONGEST) return -5
  return length >= 5 && length <= 8 ? 0.6 : 0.2
}

function trimmed(clause: string): { from: number; length: number } {
  let from = OPENING.exec(clause)?.[0].length ?? 0
  from += COUNTED.exec(clause.slice(from))?.[0].length ?? 0
  const body = clause.slice(from)
  const ending = ENDING.exec(body)?.[0] ?? ''
  // 台风来了 is a title as it stands.
  const kept = ending === '了' && body.length >= SHORTEST && body.length <= 8 ? 0 : ending.length
  return { from, length: body.length - kept }
}

/** 它回到家 becomes 阿橘回到家, if it is known who. */
function withName(text: string, moment: Moment, start: number): string {
  const first = moment.reading.people.find(
    ({ ref }) => ref.start === start && ref.kind === 'pronoun' && !ref.plural,
  )
  const who = first?.who.length === 1 ? first.who[0] : undefined
  if (!first || !who || who.narrator) return text
  const named = who.name + text.slice(first.ref.end - first.ref.start)
  return [...named].length <= LONGEST ? named : text
}

let segmenter: Intl.Segmenter | null = null
/** The word bounds of the sentence asked for last; titles ask many times for the same one. */
let bounds = { text: '', starts: new Set<number>() }

/** 次见到奶奶的缝纫机 begins in the middle of 第一次. */
function startsWord(text: string, at: number): boolean {
  if (bounds.text !== text) {
    segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' })
    bounds = { text, starts: new Set([...segmenter.segment(text.slice(0, 400))].map((word) => word.index)) }
  }
  return bounds.starts.has(at)
}

/** Pieces of a long clause: from its verb to its thing, and things with their descriptions. */
function parts(moment: Moment, start: number, end: number): Candidate[] {
  const { reading } = moment
  const original = reading.sentence.text
  const inside = reading.mentions.filter((m) => m.start >= start && m.end <= end && !m.absent)
  const found: Candidate[] = []
  for (const mention of inside) {
    const noun = mention.entries.some((e) => e.kind === 'object' || e.kind === 'place')
    if (noun && mention.end - mention.start >= SHORTEST) {
      const text = original.slice(mention.start, mention.end)
      found.push({ text, score: 1.3 + fitness(text) })
    }
    if (noun) {
      const described = /[\u4e00-\u9fff]{2,5}的$/u.exec(reading.text.slice(start, mention.start))
      if (described) {
        const from = start + described.index
        const text = original.slice(from, mention.end)
        if (!/^[了着过一在把被从]/u.test(text) && startsWord(original, from))
          found.push({ text, score: 1.1 + fitness(text) })
      }
    }
    if (!mention.entries.some((e) => e.kind === 'action')) continue
    const goal = inside.findLast(
      (m) =>
        m.start >= mention.end &&
        m.end - mention.start <= LONGEST &&
        m.entries.some((e) => ['object', 'place', 'animal', 'person', 'feeling'].includes(e.kind)),
    )
    if (!goal || /[离比从跟和与离]$/u.test(reading.text.slice(0, goal.start))) continue
    const text = original.slice(mention.start, goal.end)
    found.push({ text, score: 1.5 + fitness(text) })
  }
  return found
}
