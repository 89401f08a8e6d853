/** Reads when, where and how a scene is seen: time of day, weather, place, mood and shot. */
import { hasAny, phrases, type Words } from './words'

export const TIMES = ['dawn', 'day', 'dusk', 'night'] as const

export type Time = (typeof TIMES)[number]

export const WEATHERS = ['clear', 'cloudy', 'rain', 'storm', 'snow', 'fog'] as const

export type Weather = (typeof WEATHERS)[number]

export const SHOTS = ['wide', 'medium', 'close', 'detail'] as const

export type Shot = (typeof SHOTS)[number]

const TIME_WORDS: Record<Time, string[]> = {
  night: phrases(
    'night|midnight|nighttime|moonlit|moonlight|moon|starry|stars|starlight|after dark|nightfall|夜|深夜|夜晚|午夜|月光|月亮|月色|星空|繁星|星光',
  ),
  dusk: phrases(
    'dusk|sunset|evening|twilight|golden hour|setting sun|sundown|late afternoon|黄昏|傍晚|日落|夕阳|晚霞|暮色',
  ),
  dawn: phrases(
    'dawn|sunrise|daybreak|early morning|first light|morning|rising sun|清晨|黎明|日出|破晓|早晨|晨光|晨曦|拂晓|早上',
  ),
  day: phrases(
    'day|noon|midday|daylight|sunny|afternoon|sunshine|sunlight|sun|白天|中午|正午|阳光|午后|晴天|太阳',
  ),
}

const WEATHER_WORDS: [Weather, string[]][] = [
  [
    'storm',
    phrases(
      'storm|stormy|thunder|lightning|thunderstorm|tempest|hurricane|typhoon|gale|暴风|风暴|雷|闪电|暴雨|狂风',
    ),
  ],
  ['rain', phrases('rain|rainy|raining|drizzle|downpour|wet street|雨|下雨|细雨|雨夜')],
  ['snow', phrases('snow|snowy|snowing|snowfall|blizzard|winter|frost|frosty|雪|冬|冰天雪地|飘雪')],
  ['fog', phrases('fog|foggy|mist|misty|haze|hazy|smoke|smoky|雾|迷雾|薄雾|烟雨|烟雾')],
  ['cloudy', phrases('cloudy|overcast|grey sky|gray sky|clouds|阴天|多云|乌云|阴沉')],
]

/** Null when the prompt does not say. */
export function readTime(words: Words): Time | null {
  // "Moon" and "sun" say less than "dawn": the surest words are asked first.
  for (const time of ['dawn', 'dusk', 'night', 'day'] as const) {
    if (hasAny(words, TIME_WORDS[time])) return time
  }
  return null
}

export function readWeather(words: Words): Weather {
  for (const [weather, list] of WEATHER_WORDS) if (hasAny(words, list)) return weather
  return 'clear'
}

const SHOT_WORDS: [Shot, string[]][] = [
  [
    'detail',
    phrases('detail of|macro|extreme close up|still life|detail shot|insert shot|特写镜头物|微距|细节'),
  ],
  [
    'close',
    phrases(
      'close up|closeup|close shot|portrait|face of|head and shoulders|tear|tears|eyes|特写|近景|脸|眼神|面部|表情|近照|眼睛|泪',
    ),
  ],
  [
    'wide',
    phrases(
      'wide shot|wide|establishing|panorama|panoramic|aerial|vast|landscape|distant view|long shot|bird eye|远景|全景|广阔|俯瞰|航拍|辽阔|大全景',
    ),
  ],
  ['medium', phrases('medium shot|mid shot|中景')],
]

export function readShot(words: Words): Shot | null {
  for (const [shot, list] of SHOT_WORDS) if (hasAny(words, list)) return shot
  return null
}

export type Expression = 'calm' | 'happy' | 'sad' | 'angry' | 'surprised' | 'asleep'

const EXPRESSIONS: [Expression, string[]][] = [
  ['asleep', phrases('sleeping|asleep|sleep|napping|dreaming|eyes closed|睡|睡着|沉睡|闭眼|入睡')],
  [
    'sad',
    phrases(
      'sad|sadly|crying|cry|weeping|lonely|grief|tear|tears|sorrow|mourning|tired|哭|伤心|悲伤|难过|孤独|泪|忧伤|失落',
    ),
  ],
  [
    'angry',
    phrases('angry|furious|fierce|rage|shouting|stern|evil|fighting|fight|愤怒|生气|怒|凶|邪恶|战斗'),
  ],
  [
    'surprised',
    phrases(
      'surprised|astonished|amazed|shocked|frightened|afraid|scared|terrified|wonder|gasp|惊讶|惊|害怕|恐惧|吃惊|惊奇',
    ),
  ],
  [
    'happy',
    phrases(
      'happy|smile|smiling|laughing|laugh|joy|joyful|cheerful|celebrating|celebrate|playing|dancing|proud|warm|hugging|笑|微笑|开心|高兴|快乐|欢乐|喜悦|玩耍|跳舞',
    ),
  ],
]

export function readExpression(words: Words): Expression {
  for (const [expression, list] of EXPRESSIONS) if (hasAny(words, list)) return expression
  return 'calm'
}

/** Small wonders that float over a place. */
export const EXTRAS = {
  fireflies: 'firefly|fireflies|glowworm|萤火虫|流萤',
  petals: 'petal|petals|cherry blossom|peach blossom|花瓣|落花|樱花|桃花|桃花源|梨花|梅花',
  leaves: 'falling leaf|autumn|fallen leaf|fall leaf|秋|落叶|枫叶|秋天',
  embers:
    'fire|flame|ember|spark|burning|campfire|bonfire|lava|forge|battle|volcano|火焰|篝火|火光|燃烧|熔岩|火星四溅|烽火|炉火|大火',
  lanterns: 'sky lantern|floating lantern|lantern festival|天灯|孔明灯|灯会|河灯',
  fireworks: 'firework|fireworks|烟花|焰火|礼花',
  rainbow: 'rainbow|彩虹',
  aurora: 'aurora|northern light|极光',
  shootingStar: 'shooting star|meteor|falling star|comet|流星|彗星',
  birds: 'bird|birds|seagull|gull|crow|flock|swallow|raven|海鸥|飞鸟|鸟群|燕子|乌鸦|大雁|鸟',
  moon: 'moon|moonlit|moonlight|full moon|crescent|月|月亮|月光|明月|满月',
  stars: 'star|stars|starry|starlight|milky way|星|繁星|星空|银河',
  bubbles: 'bubble|泡泡|气泡',
  dust: 'dust|sandstorm|dusty|尘|沙尘|风沙',
  magic: 'magic|magical|spell|glowing|sparkle|enchanted|fairy|wish|魔法|发光|仙|闪光|奇幻|咒语|魔',
} as const satisfies Record<string, string>

export type Extra = keyof typeof EXTRAS

const EXTRA_WORDS = (Object.keys(EXTRAS) as Extra[]).map((extra) => [extra, phrases(EXTRAS[extra])] as const)

export function readExtras(words: Words): Extra[] {
  return EXTRA_WORDS.filter(([, list]) => hasAny(words, list)).map(([extra]) => extra)
}
