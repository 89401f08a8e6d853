import { brightness, type Hex } from '../colour'
import { SPRITE_WORDS, SPRITES, type Sprite } from '../sprite/catalogue'
import { colourOf, colourWithin } from './colours'
import { countOf } from './people'
import { type Found, findEntries, hasAny, phrases, type Words } from './words'

export interface SubjectReading {
  sprite: Sprite
  count: number
  colour: Hex | null
  /** Named in the cast, so it is the scene's own and not a part of the place. */
  cast: boolean
}

const HOLDING = phrases(
  'read|reading|write|writing|读|看书|看着书|写|hold|holding|carry|carrying|with a|with an|grip|gripping|clutch|clutching|raising his|raising her|lift|lifting|play|playing|under a|under an|under her|under his|拿着|提着|举着|撑着|握着|抱着|捧着|打着|手持|手握|拉|弹|吹|撑|提|持',
)

export const HOLDABLE = new Set([
  'umbrella',
  'lantern',
  'candle',
  'dagger',
  'axe',
  'hammer',
  'broom',
  'shovel',
  'magic-wand',
  'open-book',
  'closed-book',
  'envelope',
  'scroll',
  'balloon',
  'basket',
  'bucket',
  'red-paper-lantern',
  'flute',
  'guitar',
  'violin',
  'shield',
  'bow-and-arrow',
  'flashlight',
  'bouquet',
  'rose',
  'world-map',
  'old-key',
  'wrapped-gift',
  'teddy-bear',
  'pick',
  'trumpet',
  'hot-beverage',
  'red-apple',
  'camera',
  'paintbrush',
  'crystal-ball',
  'suitcase',
  'luggage',
  'briefcase',
  'backpack',
])

/** Chinese words that only contain the name of a thing. */
const NOT_THINGS = phrases(
  'sky lantern|floating lantern|lantern festival|天灯|孔明灯|河灯|灯会|at the ball|royal ball|ball gown|lamp light|lamplight|candle light|candlelight|torch light|fire light|window light|soft light|star light|moon light|wide shot|orange fur|fish market|horse race|sea horse|tea house|book shop|grey wing|马路|马上|马虎|罗马|人马|相信|信心|信任|信号|信念|自信|门口|部门|专门|分钟|星球|图书|书生|书店|书架|秘书|印象|对象|形象|现象|象征|坏蛋|笨蛋|龙卷风|水龙头|龙宫|茶馆|药店|球场|窗帘|牛仔|吹牛|钟爱|钟情|熊熊|鱼贯|渔船夫|全球|气球状|灯光|灯火|红绿灯',
)

/** English words that are as often verbs: they are things only after an article or the like. */
const OFTEN_VERBS = new Set('rose watch ring bear seal duck ball pick lock present camp drum ram'.split(' '))

const DETERMINERS = new Set(
  'a an the his her their my our your its this that one two three four five some many several old little big small red golden silver brass wooden with of and white black blue green yellow pink brown gold rusty young great wild huge giant baby single lone broken'.split(
    ' ',
  ),
)

const ONE = new Set('a the one this that little small golden fallen tiny'.split(' '))

const THING_WORDS: ReadonlyMap<string, string> = new Map([
  ...SPRITE_WORDS,
  ...NOT_THINGS.map((phrase) => [phrase, ''] as const),
])

export function findSubjects(words: Words): (Found & { entry: string })[] {
  return findEntries(words, THING_WORDS).filter((found) => {
    if (found.entry === '') return false
    if (found.chinese || found.length > 1 || (!OFTEN_VERBS.has(found.phrase) && found.phrase !== 'star'))
      return true
    if (words.raw.length <= 3) return true
    if (found.phrase === 'star')
      return words.raw[found.at] === 'star' && ONE.has(words.raw[found.at - 1] ?? '')
    return DETERMINERS.has(words.raw[found.at - 1] ?? '')
  })
}

export function toSubject(words: Words, found: Found & { entry: string }, cast: boolean): SubjectReading {
  let sprite = SPRITES.get(found.entry)!
  let colour = colourOf(words, found) ?? colourWithin(found.phrase)
  if (sprite.name === 'fox' && colour !== null && brightness(colour) > 0.8) sprite = SPRITES.get('white-fox')!
  // A red fox and a brown bear are drawn so already; dyeing them again would spoil them.
  if (sprite.kind === 'animal' && sprite.part === 'animals' && NATURAL.has(sprite.name)) colour = null
  return { sprite, count: Math.min(6, countOf(words, found)), colour, cast }
}

const NATURAL = new Set(
  'fox white-fox bear polar-bear panda wolf lion tiger zebra leopard deer frog hedgehog'.split(' '),
)

export function kindOf(found: { entry: string }): string {
  return SPRITES.get(found.entry)!.kind
}

/** "The bird" of the text is the cast's owl; "the animal" is whoever is there. */
export function sameBeast(member: Sprite, other: Sprite, phrase: string): boolean {
  if (member.kind === other.kind && ['boat', 'ship', 'bird', 'craft', 'train', 'car'].includes(member.kind))
    return true
  return member.name.includes(other.name) || phrase.includes(member.name)
}

/** A book that is read lies open. */
export function opened(subject: SubjectReading, words: Words): SubjectReading {
  const read = subject.sprite.name === 'closed-book' && hasAny(words, phrases('read|reading|读|看书|看'))
  return read ? { ...subject, sprite: SPRITES.get('open-book')! } : subject
}

export function isHeld(words: Words, found: Found): boolean {
  if (found.chinese) {
    const before = words.text.slice(Math.max(0, found.at - 6), found.at)
    return HOLDING.some((verb) => before.includes(verb))
  }
  const before = ` ${words.raw.slice(Math.max(0, found.at - 6), found.at).join(' ')} `
  return HOLDING.some((verb) => before.includes(` ${verb} `))
}
