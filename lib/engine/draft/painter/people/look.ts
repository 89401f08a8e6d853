/** Look: what a person wears and how they are built, from words; what words leave open, a hash of the name decides. */
import { darker, type Hex } from '../colour'
import { hashText, pick, randomFrom } from '../random'
import type { PersonReading } from '../reading/cast'
import { colourOf } from '../reading/colours'
import type { Age, Gender } from '../reading/people-words'
import { findAll, hasAny, phrases, type Words } from '../reading/words'
import {
  CLOTHES,
  defaultHair,
  defaultHatColour,
  defaultOutfit,
  defaultSecond,
  GREY,
  HAIRS,
  SKINS,
} from './look-defaults'
import { ROLE_LOOKS } from './roles'
import type { Hair, Hat, Look, Outfit } from './wardrobe'

const HAIR_WORDS: [Hair, string[]][] = [
  ['bald', phrases('bald|shaved head|bald head|光头|秃|秃头')],
  ['braids', phrases('braid|braids|pigtail|pigtails|plait|辫子|麻花辫|双马尾')],
  ['ponytail', phrases('ponytail|马尾')],
  ['bun', phrases('hair bun|bun|chignon|发髻|盘发')],
  ['topknot', phrases('topknot|top knot|束发')],
  ['curly', phrases('curly|curly hair|wavy hair|curls|卷发|卷毛')],
  ['spiky', phrases('spiky|messy hair|tousled|刺猬头|乱发')],
  ['bob', phrases('bob|short black bob|bobbed|齐耳短发|短发女')],
  [
    'long',
    phrases('long hair|long black hair|long white hair|flowing hair|long blonde hair|长发|长头发|披肩'),
  ],
  ['short', phrases('short hair|cropped|短发')],
]

const HAIR_NOUNS = phrases(
  'hair|braid|braids|ponytail|pigtail|pigtails|bun|curl|curls|头发|发|长发|短发|辫子|卷发',
)

const BEARD_NOUNS = phrases('beard|whisker|stubble|胡子|胡须|长须|须')

const MOUSTACHE = phrases('moustache|mustache|八字胡')

const HAT_WORDS: [Hat, string[]][] = [
  ['bamboo', phrases('bamboo hat|conical hat|rain hat|斗笠')],
  ['straw', phrases('straw hat|sun hat|wide hat|草帽')],
  ['wizard', phrases('wizard hat|pointed hat|witch hat|pointy hat|魔法帽|尖帽')],
  ['sailor', phrases('sailor cap|sailor hat|水手帽')],
  ['flatcap', phrases('flat cap|beret|newsboy cap|贝雷帽|鸭舌帽')],
  ['peaked', phrases('peaked cap|captain hat|captain cap|cap|uniform cap|帽|船长帽')],
  ['tricorn', phrases('tricorn|tricorn hat|pirate hat|三角帽')],
  ['mian', phrases('imperial headdress|冕')],
  ['crown', phrases('crown|golden crown|王冠|皇冠|金冠')],
  ['tiara', phrases('tiara|small tiara|头冠|凤冠')],
  ['top', phrases('top hat|礼帽|高帽')],
  ['fedora', phrases('fedora|trench coat and hat|hat|侦探帽|帽子')],
  ['hood', phrases('hood|hooded|red hood|兜帽|连帽|斗篷帽')],
  ['beanie', phrases('beanie|knit hat|wool hat|knitted cap|毛线帽|绒帽')],
  ['kerchief', phrases('headscarf|kerchief|bandana|head scarf|头巾')],
  ['turban', phrases('turban|包头')],
  ['chef', phrases('chef hat|toque|厨师帽')],
  ['helmet', phrases('helmet|hard hat|头盔|钢盔')],
  ['wreath', phrases('flower wreath|flower crown|flower in her hair|花环|花冠|戴花')],
]

const OUTFIT_WORDS: [Outfit, string[]][] = [
  ['spacesuit', phrases('spacesuit|space suit|宇航服|太空服')],
  ['armour', phrases('armour|armor|plate|chainmail|leather armour|盔甲|铠甲|甲')],
  ['robe', phrases('robe|robes|kimono|hanfu|taoist robe|saffron robe|长袍|袍|汉服|道袍|袈裟|和服|长衫|衣袍')],
  ['gown', phrases('gown|ball gown|wedding dress|long skirt|长裙|礼服|婚纱')],
  ['dress', phrases('dress|skirt|sundress|pinafore|裙子|连衣裙|裙|旗袍')],
  [
    'coat',
    phrases(
      'coat|trench coat|raincoat|oilskin|overcoat|cloak coat|parka|lab coat|cardigan|大衣|外套|风衣|雨衣|棉袄|斗篷衣|白大褂|皮衣',
    ),
  ],
  ['overalls', phrases('overalls|dungarees|tool belt|工装|背带裤')],
  ['suit', phrases('suit|tuxedo|blazer|uniform|西装|制服|军装|礼服男')],
  ['apron', phrases('apron|围裙')],
  [
    'shirt',
    phrases(
      'shirt|sweater|jacket|tunic|vest|t-shirt|jumper|hoodie|striped shirt|blouse|clothes|衬衫|毛衣|夹克|上衣|背心|短打|衣服|衣',
    ),
  ],
]

const CAPE = phrases('cape|cloak|travelling cloak|披风|斗篷|straw cape|蓑衣')

const SCARF = phrases('scarf|shawl|围巾|披肩布|披肩')

const GLASSES = phrases('glasses|round glasses|spectacles|goggles|眼镜|墨镜')

const PATCH = phrases('eye patch|eyepatch|one eyed|独眼|眼罩')

/** The colour of the first of some things that a text colours. */
function colourOfAny(words: Words, nouns: readonly string[]): Hex | null {
  for (const found of findAll(words, nouns)) {
    const colour = colourOf(words, found)
    if (colour !== null) return colour
  }
  return null
}

function firstOf<T>(words: Words, table: readonly [T, string[]][]): T | null {
  return table.find(([, list]) => hasAny(words, list))?.[0] ?? null
}

export function lookOf(person: PersonReading): Look {
  const words = person.description
  const random = randomFrom(hashText(person.key))
  const base = ROLE_LOOKS[person.role] ?? {}
  const gender: Gender = person.gender ?? base.gender ?? (random() < 0.5 ? 'female' : 'male')
  const age: Age = person.age ?? base.age ?? 'adult'
  const old = age === 'old'
  const child = age === 'child'
  const skin = pick(random, SKINS)
  const cloth = pick(random, CLOTHES)
  const other = pick(random, CLOTHES)
  const natural = pick(random, HAIRS)
  const silver = pick(random, GREY)
  const beardChance = random()
  const hair = firstOf(words, HAIR_WORDS) ?? base.hair ?? defaultHair(random, gender, age)
  const hairColour = colourOfAny(words, HAIR_NOUNS) ?? (old ? silver : (base.hairColour ?? natural))
  const outfit = firstOf(words, OUTFIT_WORDS) ?? base.outfit ?? defaultOutfit(random, gender, age)
  const named = OUTFIT_WORDS.flatMap(([, list]) => list)
  const main = colourOfAny(words, named) ?? base.main ?? cloth
  const hat = firstOf(words, HAT_WORDS) ?? base.hat ?? null
  const hatNouns = HAT_WORDS.find(([kind]) => kind === hat)?.[1] ?? []
  const beard =
    person.role === 'robot' || person.role === 'ghost' || gender === 'female'
      ? null
      : hasAny(words, MOUSTACHE)
        ? 'moustache'
        : hasAny(words, BEARD_NOUNS)
          ? hasAny(words, phrases('long beard|long white beard|长须|长胡子|白胡子')) || old
            ? 'long'
            : 'short'
          : gender === 'male' && !child
            ? (base.beard ??
              (old && beardChance < 0.6
                ? 'short'
                : !old && age === 'adult' && beardChance < 0.14
                  ? 'short'
                  : null))
            : null
  const cape = hasAny(words, CAPE) ? (colourOfAny(words, CAPE) ?? darker(main, 0.3)) : (base.cape ?? null)
  const scarf = hasAny(words, SCARF) ? (colourOfAny(words, SCARF) ?? other) : null
  return {
    gender,
    age,
    role: person.role,
    skin: base.skin ?? skin,
    hair,
    hairColour,
    beard,
    hat,
    hatColour: colourOfAny(words, hatNouns) ?? base.hatColour ?? defaultHatColour(hat, main),
    outfit,
    main,
    second: base.second ?? defaultSecond(outfit, main, other),
    cape,
    scarf,
    glasses: hasAny(words, GLASSES) || (base.glasses ?? false) || (old && beardChance > 0.82),
    patch: hasAny(words, PATCH) || person.role === 'pirate',
    wings: base.wings ?? false,
    prop: base.prop ?? null,
  }
}
