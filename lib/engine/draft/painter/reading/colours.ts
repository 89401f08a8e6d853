/** Names of colours in prompts, English and Chinese. */
import type { Hex } from '../colour'
import { type Found, phrases, type Words } from './words'

const COLOURS: Record<Hex, string> = {
  '#c8402f': 'red|crimson|ruby|红色|大红|红',
  '#8a2a32': 'scarlet dark|maroon|burgundy|暗红',
  '#d3572f': 'scarlet|vermilion|朱红',
  '#e07b2f': 'orange|ginger|橙色|橘色|橙|橘',
  '#e4b23a': 'yellow|amber|mustard|黄色|黄',
  '#d9a63c': 'gold|golden|brass|金色|金黄|金|黄铜',
  '#5f8f45': 'green|绿色|绿|青绿',
  '#3f7a5f': 'emerald|jade|forest green|翠绿|碧绿|翠',
  '#7f8a4a': 'olive|moss|橄榄',
  '#3f6fa8': 'blue|sapphire|蓝色|蓝',
  '#6fa9d2': 'light blue|sky blue|pale blue|cyan|天蓝|浅蓝',
  '#26406e': 'navy|dark blue|midnight blue|deep blue|indigo|藏青|深蓝|靛蓝',
  '#2f8a8a': 'teal|turquoise|青色|青',
  '#7a4f96': 'purple|violet|紫色|紫',
  '#a98ac4': 'lavender|lilac|淡紫',
  '#d9829b': 'pink|rose coloured|粉色|粉红|粉',
  '#7d5236': 'brown|chestnut|leather|wooden|bronze|copper|棕色|褐色|棕|褐',
  '#c3a27c': 'tan|beige|sand coloured|khaki|straw|米色|卡其',
  '#f0ead9': 'cream|ivory|米白',
  '#f1eee6': 'white|snowy|白色|雪白|白|花白',
  '#8d9298': 'grey|gray|ash|灰色|灰',
  '#b9c0c7': 'silver|silvery|steel|iron|银色|银|铁',
  '#2a2a30': 'black|dark|ebony|黑色|乌黑|黑',
  '#e3c277': 'blonde|blond|fair|金发',
  '#a4492c': 'auburn|红发',
}

const BY_NAME = new Map<string, Hex>(
  Object.entries(COLOURS).flatMap(([hex, names]) => phrases(names).map((name) => [name, hex] as const)),
)
const CHINESE_NAMES = [...BY_NAME.keys()]
  .filter((name) => /[\u3400-\u9fff]/.test(name))
  .sort((a, b) => b.length - a.length)

const STOPS = new Set([',', '.', ';', '，', '。', '；', '、', 'and', 'with', 'in', 'wearing', 'on', 'of'])

/** The colour said of a thing: up to three words before it ("old red wool coat"), or right before it in Chinese. */
export function colourOf(words: Words, thing: Found): Hex | null {
  if (thing.chinese) {
    const before = words.text.slice(Math.max(0, thing.at - 4), thing.at).replace(/[色的]+$/, '')
    const name = CHINESE_NAMES.find((n) => before.endsWith(n.replace(/色$/, '')))
    return name === undefined ? null : BY_NAME.get(name)!
  }
  for (let back = 1; back <= 3; back++) {
    const at = thing.at - back
    const word = words.raw[at]
    if (word === undefined || STOPS.has(word)) return null
    const pair = at > 0 ? BY_NAME.get(`${words.raw[at - 1]} ${word}`) : undefined
    const colour = pair ?? BY_NAME.get(word)
    if (colour !== undefined) return colour
  }
  return null
}

/** The colour inside a thing's own name: brass key, 白马. */
export function colourWithin(phrase: string): Hex | null {
  const parts = phrase.split(' ')
  return (
    BY_NAME.get(parts[0] ?? '') ??
    (/^[\u3400-\u9fff]/.test(phrase) ? (BY_NAME.get(phrase[0] ?? '') ?? null) : null)
  )
}

/** The first colour named anywhere, for things and moods without a noun of their own. */
export function anyColour(words: Words): Hex | null {
  for (const word of words.raw) {
    const colour = BY_NAME.get(word)
    if (colour !== undefined) return colour
  }
  const chinese = CHINESE_NAMES.find((n) => n.length > 1 && words.text.includes(n))
  return chinese === undefined ? null : BY_NAME.get(chinese)!
}
