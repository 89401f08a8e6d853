import { genderOfChineseName } from './chinese-names'
import type { AnimalEntry, PersonEntry } from './entries'
import type { Mention } from './mention'
import { animalKin, joinNames, type Reference } from './reference'
import { isDepicted } from './things'

const PRONOUN =
  /(?<=[两三]个(?:小小的|小|长长的)?)(?:影子|身影|人影)|大家(?!庭)|大伙儿?|所有人|她们|他们|它们|我们|咱们|(?<!其|吉|排)他(?!人|乡|日)|她|它|(?<!自|忘|敌)我(?!国|方)/gu
const COUNTED = /(?:一|这|那|有|某|另一|两|几|每)(?:个|只|位|名|条|头|匹|群|对|伙|些|尾|座)?$/u
const KNOWN = /(?:这|那)(?:个|只|位|名|条|头|匹)$/u
const INDEFINITE =
  /(?:一|有|某|又)(?:个|只|位|名|条|头|匹|群)(?:[\u4e00-\u9fff]{0,6}的|[\u4e00-\u9fff]{0,3})?$/u
const OTHER = /(?:另一|又一|另外一)(?:个|只|位|名|条|头|匹)(?:[\u4e00-\u9fff]{0,4}的)?$/u
/** What follows is done to the one named: 把他, 对她, 被狼. */
const OBJECT_BEFORE =
  /(?:把|对|向|给|被|跟|同|为|朝|像|如|找|看见|看到|遇见|遇到|追|救|打|在|骑着|牵着|骑|牵|养|带着|抱着|抓住|告诉|问|望着|看着|盯着|是)$/u
const APPOSITION =
  /^(?:|(?:的)?名字?叫做?|叫做?|叫作|名为|是|，?名叫|，?叫做?|的名字叫做?)(?:一|这|那)?(?:个|只|位|名|条|头|匹)?(?:[\u4e00-\u9fff]{0,4}的)?$/u
/** Adjectives that belong to the noun as it is spoken of: 小猎人, 独行武者. */
const CLOSE =
  /(?:白衣|黑衣|红衣|青衣|紫衣|蓝衣|小小|独行|流浪|孤独|年轻|白发|神秘|蒙面|勇敢|善良|可爱|疲惫|落魄|机械|老|小|大|白|黑|红|灰|金|银|青|花|胖|瘦|盲|女|男)+$/u

export function chineseReferences(
  text: string,
  mentions: Mention[],
  names: readonly string[],
  spoken: (at: number) => boolean,
): Reference[] {
  const refs: Reference[] = [...nouns(text, mentions, spoken), ...namesIn(text, names, spoken)]
  for (const match of text.matchAll(PRONOUN)) refs.push(pronoun(text, match[0], match.index, spoken))
  refs.sort((a, b) => a.start - b.start || b.end - a.end)
  const apart = refs.filter(
    (ref, i) => !refs.slice(0, i).some((other) => other.end > ref.start && other !== ref),
  )
  return joinNames(joinKin(apart, text), (first, second) => {
    const gap = text.slice(first.end, second.start)
    if (first.kind === 'name')
      return /^(?:的|，|，?是|)(?:一|这|那)?(?:个|只|位|名|条|头|匹)?(?:[\u4e00-\u9fff]{0,4}的)?$/u.test(
        gap,
      ) &&
        gap !== '' &&
        (gap !== '，' || /^[，。]/.test(text.slice(second.end))) &&
        gap !== '的'
        ? true
        : gap === '的' && /叫[“「]?$/u.test(text.slice(0, first.start))
    return APPOSITION.test(gap)
  })
}

function nouns(text: string, mentions: Mention[], spoken: (at: number) => boolean): Reference[] {
  return mentions.flatMap((mention): Reference[] => {
    const entry = mention.entries.find(
      (e): e is PersonEntry | AnimalEntry => e.kind === 'person' || e.kind === 'animal',
    )
    if (!entry || mention.absent || isDepicted(text, mention.start, true)) return []
    const close = CLOSE.exec(text.slice(Math.max(0, mention.start - 6), mention.start))?.[0] ?? ''
    const start = mention.start - close.length
    const before = text.slice(Math.max(0, start - 14), start)
    const described = /([\u4e00-\u9fff]{1,5})的$/u.exec(before)?.[1] ?? ''
    const many =
      text.startsWith('们', mention.end) ||
      /(?:群|许多|很多|无数|伙|[几两三四五六七八九十百千数\d](?:个|只|位|名|头|匹|条|伙|帮))(?:[\u4e00-\u9fff]{0,3}的)?$/u.test(
        before,
      )
    const group = entry.kind === 'person' ? entry.group : false
    return [
      {
        start,
        end: mention.end + (text.startsWith('们', mention.end) ? 1 : 0),
        kind: 'noun',
        text: text.slice(start, mention.end),
        name: null,
        entry,
        also: null,
        gender: /女$/.test(close) ? 'f' : entry.kind === 'person' ? entry.gender : null,
        plural: many || group,
        thing: false,
        subject: !OBJECT_BEFORE.test(before.replace(COUNTED, '')),
        seen: !spoken(mention.start) && !isOwner(text, mention.end) && !isDead(text, mention.end),
        spoken: spoken(mention.start),
        // Chinese has no articles: who is not counted in or described is known.
        known: KNOWN.test(before) || !(INDEFINITE.test(before) || described),
        other: OTHER.test(before),
        adjectives: adjectivesOf(close + described),
      },
    ]
  })
}

/** 奶奶去世那年: spoken of, not there. */
function isDead(text: string, end: number): boolean {
  return /^(?:已经?|早就?)?(?:去世|死后|离世|过世|不在了)/u.test(text.slice(end))
}

/** 老人的灯: the old man may be elsewhere. Not 小狐狸的眼前 and the like, which are a body's own. */
function isOwner(text: string, end: number, loose = false): boolean {
  if (loose && /^[\u4e00-\u9fff]{1,2}的(?!时候)/u.test(text.slice(end))) return true
  return /^的(?!话|时候|眼|手|脸|心|头|身|目光|声音|背影|肩|爪|尾|怀|脚|嘴|耳)/u.test(text.slice(end))
}

const PICTURED: [RegExp, string][] = [
  [/老|白发/u, 'old'],
  [/年轻/u, 'young'],
  [/小/u, 'small'],
  [/大|高大|巨/u, 'big'],
  [/女/u, 'female'],
  [/白/u, 'white'],
  [/黑/u, 'black'],
  [/红/u, 'red'],
  [/灰/u, 'grey'],
  [/金/u, 'golden'],
  [/银/u, 'silver'],
  [/青|绿/u, 'green'],
  [/橘|橙/u, 'orange'],
  [/蓝/u, 'blue'],
  [/孤独|独行|孤单/u, 'lonely'],
  [/蒙面/u, 'masked'],
  [/受伤/u, 'wounded'],
  [/胖/u, 'fat'],
  [/瘦/u, 'thin'],
  [/机械/u, 'iron'],
]

function adjectivesOf(words: string): string[] {
  return PICTURED.filter(([pattern]) => pattern.test(words)).map(([, word]) => word)
}

function namesIn(text: string, names: readonly string[], spoken: (at: number) => boolean): Reference[] {
  const found: Reference[] = []
  for (const name of names) {
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
      const end = at + name.length
      found.push({
        start: at,
        end,
        kind: 'name',
        text: name,
        name,
        entry: null,
        also: null,
        gender: genderOfChineseName(name),
        plural: text.startsWith('们', end),
        thing: false,
        subject: !OBJECT_BEFORE.test(text.slice(Math.max(0, at - 3), at)),
        seen: !spoken(at) && !isOwner(text, end),
        spoken: spoken(at),
        known: true,
        other: false,
        adjectives: [],
      })
    }
  }
  return found
}

function pronoun(text: string, word: string, at: number, spoken: (at: number) => boolean): Reference {
  const narrator = /我|咱/u.test(word)
  return {
    start: at,
    end: at + word.length,
    kind: narrator ? 'narrator' : 'pronoun',
    text: word,
    name: null,
    entry: null,
    also: null,
    // 他们 are men, women or both.
    gender: word === '他' ? 'm' : word.startsWith('她') ? 'f' : null,
    plural: /们$|影|大|所有/u.test(word),
    thing: word.startsWith('它'),
    subject: !OBJECT_BEFORE.test(text.slice(Math.max(0, at - 3), at)),
    seen:
      !spoken(at) &&
      !isOwner(text, at + word.length, true) &&
      !/^(?:妈|爸|爷|奶|外|哥|姐|弟|妹|家)/u.test(text.slice(at + word.length)),
    spoken: spoken(at),
    known: true,
    other: false,
    adjectives: [],
  }
}

/** 狐狸妈妈, 兔爷爷: one animal with a family name. */
function joinKin(refs: Reference[], text: string): Reference[] {
  const joined: Reference[] = []
  for (const ref of refs) {
    const last = joined.at(-1)
    if (last?.entry?.kind === 'animal' && ref.entry?.kind === 'person' && last.end === ref.start) {
      joined[joined.length - 1] = {
        ...ref,
        start: last.start,
        text: text.slice(last.start, ref.end),
        entry: animalKin(last.entry, ref.entry),
        gender: ref.gender,
        subject: last.subject,
        adjectives: last.adjectives,
      }
    } else joined.push(ref)
  }
  return joined
}
