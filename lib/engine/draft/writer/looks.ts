import type { Character } from './characters'
import type { Reading } from './reading'

/** What the story says of a character's looks, by part of the body: `hair: long black hair`. */
export type Looks = Map<LookPart, string>
export type LookPart = 'top' | 'hat' | 'hair' | 'beard' | 'eyes' | 'scarf' | 'shoes' | 'glasses'

const PARTS: [LookPart, string, string][] = [
  [
    'top',
    'coat|jacket|cloak|dress|robe|robes|shirt|sweater|cape|gown|kimono|skirt|uniform|suit|raincoat|tunic|armour|armor|hoodie|overalls|sari|jumper',
    '外套:coat 大衣:coat 风衣:trench coat 裙子:dress 连衣裙:dress 长裙:dress 裙:dress 衣服:clothes 衣裳:clothes 长袍:robe 长衫:robe 袍子:robe 斗篷:cloak 披风:cloak 毛衣:sweater 雨衣:raincoat 校服:school uniform 衬衫:shirt 铠甲:armour 旗袍:cheongsam 西装:suit 夹克:jacket',
  ],
  ['hat', 'hat|cap|hood|bonnet|helmet', '帽子:hat 草帽:straw hat 斗笠:straw hat 头巾:headscarf'],
  [
    'hair',
    'hair|braids|braid|ponytail|curls',
    '头发:hair 长发:long hair 短发:short hair 发丝:hair 辫子:braids 马尾:ponytail',
  ],
  ['beard', 'beard|moustache|mustache', '胡子:beard 胡须:beard 长须:long beard'],
  ['eyes', 'eyes', '眼睛:eyes 眼眸:eyes 双眼:eyes'],
  ['scarf', 'scarf|ribbon|shawl', '围巾:scarf 丝巾:scarf 红领巾:red scarf'],
  ['shoes', 'boots|shoes|sandals', '靴子:boots 鞋子:shoes 布鞋:cloth shoes'],
  ['glasses', 'glasses|spectacles|eye patch', '眼镜:glasses 眼罩:eye patch'],
]

const COLOURS: Record<string, string> = {
  红: 'red',
  橙: 'orange',
  橘: 'orange',
  黄: 'yellow',
  绿: 'green',
  蓝: 'blue',
  紫: 'purple',
  粉: 'pink',
  粉红: 'pink',
  白: 'white',
  雪白: 'white',
  花白: 'grey',
  黑: 'black',
  乌黑: 'black',
  灰: 'grey',
  金: 'golden',
  银: 'silver',
  棕: 'brown',
  褐: 'brown',
  青: 'teal',
  火红: 'red',
  深蓝: 'dark blue',
  破旧: 'ragged',
  破: 'ragged',
  长: 'long',
}
const ENGLISH_QUALITY =
  'red|crimson|orange|yellow|golden|gold|green|blue|navy|purple|pink|white|black|grey|gray|silver|brown|blonde|blond|ginger|auburn|long|short|curly|dark|pale|ragged|woollen|woolen|leather|straw|torn|bright|light|scarlet|teal|violet|tweed|silk|velvet|tattered|round|tall|pointed|fur'

const ENGLISH = PARTS.map(
  ([part, nouns]) =>
    [part, new RegExp(`\\b((?:(?:${ENGLISH_QUALITY})[, ]+){1,3}(?:${nouns}))\\b`, 'gi')] as const,
)
const CHINESE = PARTS.flatMap(([part, , nouns]) =>
  nouns.split(/ (?=[\u4e00-\u9fff])/).map((pair) => {
    const [han = '', english = ''] = pair.split(':')
    return [
      part,
      new RegExp(
        `(${Object.keys(COLOURS)
          .sort((a, b) => b.length - a.length)
          .join('|')})(?:色)?的?(?:大|小|长|旧|短)?${han}`,
        'gu',
      ),
      english,
    ] as const
  }),
)

/** Reads the looks of every character from the whole story; the first word on each part counts. */
export function readLooks(readings: Reading[], han: boolean): Map<Character, Looks> {
  const looks = new Map<Character, Looks>()
  const note = (reading: Reading, at: number, part: LookPart, words: string) => {
    const owner = reading.people.findLast(
      ({ ref, who }) => ref.start <= at && who.length === 1 && !ref.spoken,
    )?.who[0]
    if (!owner || owner.group || reading.isSpoken(at)) return
    const known = looks.get(owner) ?? new Map<LookPart, string>()
    if (!known.has(part)) known.set(part, words)
    looks.set(owner, known)
  }
  for (const reading of readings) {
    if (han) {
      for (const [part, pattern, english] of CHINESE) {
        for (const match of reading.text.matchAll(pattern))
          note(reading, match.index, part, `${COLOURS[match[1] ?? ''] ?? ''} ${english}`)
      }
      if (/戴着?(?:一副)?[\u4e00-\u9fff]{0,2}眼镜/u.test(reading.text)) {
        note(reading, reading.text.search(/眼镜/u) + 30, 'glasses', 'glasses')
      }
      for (const match of reading.text.matchAll(/([白黑红青紫蓝灰])衣/gu)) {
        note(reading, match.index + 4, 'top', `${COLOURS[match[1] ?? '']} robe`)
      }
      if (/白发/u.test(reading.text)) note(reading, reading.text.search(/白发/u) + 2, 'hair', 'white hair')
    } else {
      for (const [part, pattern] of ENGLISH) {
        for (const match of reading.text.matchAll(pattern)) {
          // `her long red hair`: the owner stands before the words.
          note(reading, match.index, part, (match[1] ?? '').toLowerCase().replace(/,\s*/g, ' '))
        }
      }
    }
  }
  return looks
}
