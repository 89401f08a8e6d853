import type { Character } from './characters'
import { clauseEnd, clauseStart } from './clause-bounds'
import type { ActionEntry } from './entries'
import type { Mention } from './mention'
import type { Reading } from './reading'
import { isNounHere, type Thing } from './things'

/** Someone doing something, with what and whom. */
export interface Deed {
  at: number
  who: Character[]
  action: ActionEntry
  /** What it is done to. */
  thing: Thing | null
  /** `by`, `under`: the thing is only where it is done. */
  beside: string
  /** Whom it is done to or with. */
  whom: Character | null
}

/** `carried` does what has no doer of its own, as in a clause that goes on from the last one. */
export function readDeeds(
  reading: Reading,
  things: Thing[],
  han: boolean,
  carried: Character | null,
): Deed[] {
  const { text, people } = reading
  const verbs = verbsOf(reading, han)
  let latest: Thing | null = null
  return verbs.flatMap((verb, i): Deed[] => {
    const action = verb.entries.find((e) => e.kind === 'action')
    const doer =
      doerOf(reading, verb, han) ??
      (carried && reading.people.every(({ who }) => who.length === 0) ? [carried] : null)
    if (!action || !doer || action.tags.includes('o')) return []
    const end = Math.min(verbs[i + 1]?.start ?? text.length, clauseEnd(text, verb.end))
    const whom = people.find(
      ({ ref, who }) =>
        ref.start >= verb.end && ref.start < end && who.length === 1 && who[0] !== doer[0] && ref.seen,
    )
    const handled =
      thingBetween(text, things, verb.end, end, han) ??
      (han ? broughtForward(text, things, verb.start) : null)
    const reached = handled && takesThing(action, text.slice(verb.end, handled.at), han) ? handled : null
    const thing =
      reached ??
      (IT_NEXT.test(text.slice(verb.end, verb.end + 12)) && !whom && !latest?.entry.word.startsWith('picture')
        ? latest
        : null)
    latest = thing ?? latest
    const near =
      !thing && han && !action.withThing.includes('~') ? nearBefore(text, things, verb.start) : null
    if (near)
      return [
        {
          at: verb.start,
          who: doer,
          action,
          thing: near.thing,
          beside: near.beside,
          whom: whom?.who[0] ?? null,
        },
      ]
    const beside =
      thing && !action.withThing.includes('~') ? besideWords(text.slice(verb.end, thing.at), han) : ''
    return [{ at: verb.start, who: doer, action, thing, beside, whom: whom?.who[0] ?? null }]
  })
}

/** `planted it in the garden`, 把头埋在课本里: the thing is only where it is done. */
function takesThing(action: ActionEntry, between: string, han: boolean): boolean {
  if (
    !action.withThing.includes('~') ||
    /^(?:looking|climbing|pointing|chasing|listening)/.test(action.withThing)
  )
    return true
  return han
    ? !/^[\u4e00-\u9fff]{0,2}[在到进]/u.test(between)
    : !/\b(?:with|in|on|under|by|from|against|beside|behind|near|for|before|after|across|over|until|through)\b/i.test(
        between,
      )
}

/** No thing stands where the doer would: the sentence goes on with the one before, `and held it high`, 想找一个地方. */
export function goesOnWithDoer(reading: Reading, han: boolean): boolean {
  const first = reading.mentions.find(
    (m) =>
      m.entries.some((e) => e.kind !== 'adjective' && e.kind !== 'feeling' && e.kind !== 'time') &&
      !reading.isSpoken(m.start),
  )
  if (!first || reading.people.some(({ ref, who }) => !ref.spoken && who.length > 0)) return false
  return (
    (first.entries.some((e) => e.kind === 'action') && (han || !isNounHere(first, reading.text))) ||
    (han && /^[“「]?(?:把|用|在|从|向|往|沿着|朝|借着)/u.test(reading.text)) ||
    (!han && /^(?:had|has|was|is|and (?:was|had|did|then))\b/.test(reading.text))
  )
}

function verbsOf(reading: Reading, han: boolean): Mention[] {
  return reading.mentions.filter((mention) => {
    const action = mention.entries.some((e) => e.kind === 'action')
    if (!action || mention.absent || reading.isSpoken(mention.start)) return false
    if (reading.people.some(({ ref }) => ref.start <= mention.start && ref.end >= mention.end)) return false
    const onlyVerb = mention.entries.every((e) => e.kind === 'action' || e.kind === 'feeling')
    return han || onlyVerb || !isNounHere(mention, reading.text)
  })
}

/** The thing after a verb; of 桌上的铜钱 the last, which is what the others describe. */
function thingBetween(text: string, things: Thing[], from: number, to: number, han: boolean): Thing | null {
  const after = things.filter((thing) => thing.at >= from && thing.at < to && !thing.spoken)
  const [first, second] = after
  if (!first) return null
  // 墙上挂着一张照片: the wall only holds what is meant.
  if (han && second && !first.entry.notable && second.entry.notable) return second
  return han && second && /的[\u4e00-\u9fff]{0,2}$/u.test(text.slice(first.at, second.at)) ? second : first
}

const IT_NEXT = /^\s+(?:it|them)\b|^(?:着|了)?它们?/

/** How a thing stands to someone who does nothing with it: `stood at the window`, 坐在树下. */
function besideWords(between: string, han: boolean): string {
  if (han) return /在|到/u.test(between) || between === '' ? 'by' : ''
  const link =
    /^\s+(?:\w+\s+)?(at|by|beside|near|under|beneath|in front of|on|against|before|behind)\s+(?:\w+\s+){0,3}$/.exec(
      between,
    )?.[1] ?? ''
  return link === 'at' || link === 'against' ? 'by' : link
}

/** 在树下睡着: where it is done stands before the verb. */
function nearBefore(text: string, things: Thing[], verb: number): { thing: Thing; beside: string } | null {
  const thing = things.findLast(
    (t) =>
      t.at < verb && clauseEnd(text, t.at) >= verb && /在[\u4e00-\u9fff]{0,4}$/u.test(text.slice(0, t.at)),
  )
  return thing ? { thing, beside: /[下底]/u.test(text.slice(thing.at, verb)) ? 'under' : 'by' } : null
}

/** 把灯举起来: the thing stands before the verb. */
function broughtForward(text: string, things: Thing[], verb: number): Thing | null {
  const forward = things.find(
    (thing) =>
      thing.at < verb &&
      !thing.spoken &&
      /[把将][\u4e00-\u9fff]{0,8}$/u.test(text.slice(0, thing.at)) &&
      clauseEnd(text, thing.at) >= verb,
  )
  return forward ?? null
}

const SAYS = /^(?:said|says|asked|cried|replied|whispered|shouted|called|answered|murmured|muttered|croaked)$/

/** The nearest doer before the verb, unless another thing is the subject of the verb's own clause: `the sea lay flat`. */
function doerOf(reading: Reading, verb: Mention, han: boolean): Character[] | null {
  const { text, people } = reading
  const doer = people.findLast(
    ({ ref, who }) => ref.end <= verb.start && ref.subject && ref.seen && who.length > 0,
  )
  const clause = clauseStart(text, verb.start)
  // `"Run," said Tom`: after a verb of speech the doer may follow it.
  if (
    SAYS.test(verb.text) &&
    (!doer || doer.ref.start < clause || reading.isSpoken(Math.max(0, verb.start - 2)))
  ) {
    const after = people.find(
      ({ ref, who }) => ref.start >= verb.end && ref.start <= verb.end + 22 && !ref.spoken && who.length > 0,
    )
    if (after && !/[,.;]/.test(text.slice(verb.end, after.ref.start))) return after.who
  }
  if (!doer) return null
  // 针脚像蚂蚁一样爬过: what is compared does it.
  if (han && doer.ref.start < clause && /[像如似]/u.test(text.slice(clause, verb.start))) return null
  // `and it fell`: not the one before.
  if (!han && doer.ref.start < clause && /\bit\s+(?:\w+\s+)?$/i.test(text.slice(clause, verb.start)))
    return null
  const other = reading.mentions.some(
    (m) =>
      m.start >= Math.max(clause, doer.ref.end) &&
      m.end <= verb.start &&
      !m.absent &&
      m.entries.some((e) => e.kind === 'object' || e.kind === 'place' || e.kind === 'weather') &&
      !isLed(text, m, han),
  )
  return other && doer.ref.start < clause ? null : doer.who
}

/** The thing hangs on a preposition or has something done to it, so it is not the subject: `on the hill`, 在山上. */
function isLed(text: string, mention: Mention, han: boolean): boolean {
  const before = text.slice(Math.max(0, mention.start - 16), mention.start)
  return han
    ? /(?:在|从|到|向|往|把|用|拿着|抱着|提着|沿着|朝|给|被|和|与|了|着|过)[\u4e00-\u9fff]{0,5}$/u.test(
        before,
      )
    : /\b(?:in|on|at|from|to|with|by|of|under|over|through|into|across|along|behind|near|beside|for|against|all|that|the next|every|at last)\s+(?:\w+\s+){0,2}$/i.test(
        before,
      )
}
