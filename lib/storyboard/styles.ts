export interface Style {
  id: string
  name: { en: string; zh: string }
  /** English words for the picture; the draft painter and diffusion models both read them. */
  prompt: string
}

/** The styles the studio ships; the first is the default. */
export const STYLES = [
  {
    id: 'paper-cut',
    name: { en: 'Paper cut', zh: '剪纸' },
    prompt: 'layered paper-cut illustration, soft shadows between paper layers, clean shapes, soft light',
  },
  {
    id: 'watercolour',
    name: { en: 'Watercolour', zh: '水彩' },
    prompt: 'watercolour painting, soft washes, light paper grain, gentle colours',
  },
  {
    id: 'ink-wash',
    name: { en: 'Ink wash', zh: '水墨' },
    prompt: 'Chinese ink wash painting, monochrome ink, misty mountains, empty space, brush strokes',
  },
  {
    id: 'storybook-warm',
    name: { en: 'Warm storybook', zh: '温暖绘本' },
    prompt: "children's storybook illustration, warm colours, golden light, cosy, rounded shapes",
  },
  {
    id: 'cyberpunk',
    name: { en: 'Cyberpunk', zh: '赛博朋克' },
    prompt: 'cyberpunk, neon lights, cold light, blue and magenta, rain-slick reflections, high contrast',
  },
  {
    id: 'noir',
    name: { en: 'Film noir', zh: '黑色电影' },
    prompt: 'film noir, black and white, hard shadows, low key light, high contrast',
  },
  {
    id: 'pastel',
    name: { en: 'Pastel', zh: '粉彩' },
    prompt: 'pastel illustration, pale pink, mint and cream, soft light, airy',
  },
  {
    id: 'gouache-night',
    name: { en: 'Gouache night', zh: '水粉夜色' },
    prompt: 'gouache painting, deep blue night palette, glowing windows, matte texture, moonlight',
  },
] as const satisfies [Style, ...Style[]]

export const DEFAULT_STYLE: Style = STYLES[0]

export function findStyle(id: string): Style | null {
  return STYLES.find((style) => style.id === id) ?? null
}

/** Palettes in words that painter and models both read; at most one of them stands in a style's words. */
export const PALETTES = [
  { id: 'warm', prompt: 'warm palette of gold and red' },
  { id: 'cold', prompt: 'cold palette of blue and grey' },
  { id: 'pastel', prompt: 'pale pastel palette' },
  { id: 'night', prompt: 'deep blue night palette' },
  { id: 'autumn', prompt: 'autumn palette of orange and brown' },
  { id: 'spring', prompt: 'fresh green spring palette' },
  { id: 'mono', prompt: 'monochrome palette' },
  { id: 'neon', prompt: 'neon palette of magenta and cyan' },
] as const
export type PaletteId = (typeof PALETTES)[number]['id']

export const findPalette = (style: string): PaletteId | null =>
  PALETTES.find(({ prompt }) => style.includes(prompt))?.id ?? null

/** A style's words with this palette in the place of the one they had; null for none. */
export function withPalette(style: string, palette: PaletteId | null): string {
  const parts = style
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '' && !PALETTES.some(({ prompt }) => prompt === part))
  const chosen = PALETTES.find(({ id }) => id === palette)
  return [...parts, ...(chosen ? [chosen.prompt] : [])].join(', ')
}

/** Words people use for a style; each match is a vote. English ones match whole words. */
const STYLE_WORDS: Record<(typeof STYLES)[number]['id'], string> = {
  'paper-cut': 'paper|papercut|paper-cut|cutout|collage|layered|剪纸|剪紙|纸雕|折纸|纸片',
  watercolour: 'watercolour|watercolor|aquarelle|wash|washes|水彩|淡彩',
  'ink-wash':
    'ink|sumi-e|sumi|brush|calligraphy|wuxia|水墨|国画|國畫|中国风|中國風|古风|古風|武侠|武俠|写意|工笔|山水',
  'storybook-warm':
    'storybook|picture-book|children|childrens|fairytale|fairy|cosy|cozy|warm|ghibli|cartoon|cute|绘本|繪本|童话|童話|儿童|兒童|温暖|溫暖|温馨|暖色|卡通|可爱|吉卜力|治愈',
  cyberpunk:
    'cyberpunk|cyber|neon|sci-fi|scifi|futuristic|tron|synthwave|dystopian|赛博|賽博|朋克|霓虹|科幻|未来|未來|机械|废土|廢土|冷色',
  noir: 'noir|black-and-white|monochrome|detective|shadow|shadows|grayscale|黑白|黑色电影|侦探|偵探|悬疑|暗黑|阴影',
  pastel: 'pastel|pale|pink|candy|soft|airy|dreamy|macaron|粉彩|粉色|马卡龙|淡色|清新|梦幻|夢幻|柔和|少女',
  'gouache-night': 'gouache|poster|moonlit|moonlight|night|midnight|水粉|夜色|月光|夜晚|星空|深蓝',
}

/** Chinese style words that a diffusion model or the painter would not read, and what they say in English. */
const IN_ENGLISH: [RegExp, string][] = [
  [/冷色|冷调|冷光/, 'cold light, cool colours'],
  [/暖色|暖调|暖光/, 'warm light, warm colours'],
  [/光影/, 'dramatic light and shadow'],
  [/写实|寫實|真实/, 'realistic, detailed'],
  [/电影|電影/, 'cinematic'],
  [/油画|油畫/, 'oil painting'],
  [/水墨|国画|國畫/, 'Chinese ink wash painting'],
  [/动漫|動漫|二次元|日漫/, 'anime illustration'],
  [/漫画|漫畫/, 'comic book illustration'],
  [/像素/, 'pixel art'],
  [/复古|復古|怀旧/, 'vintage'],
  [/极简|極簡|简约/, 'minimalist'],
  [/素描|铅笔/, 'pencil sketch'],
  [/版画|木刻/, 'woodcut print'],
  [/浮世绘/, 'ukiyo-e woodblock print'],
  [/废土|廢土|末世|末日/, 'post-apocalyptic wasteland'],
  [/蒸汽/, 'steampunk'],
  [/唯美/, 'beautiful, delicate'],
  [/阴郁|阴暗|暗黑/, 'dark, gloomy'],
  [/明亮|明快/, 'bright'],
]

/**
 * A style from free words as given through the API. The words stay, first; the nearest shipped style adds its English
 * ones. Words that fit none give `custom`; an empty text the default.
 */
export function readStyle(text: string): { id: string; prompt: string } {
  const words = text.normalize('NFC').trim()
  if (words === '') return { id: DEFAULT_STYLE.id, prompt: DEFAULT_STYLE.prompt }
  const named = STYLES.find((style) => isNameOf(style, words))
  if (named) return { id: named.id, prompt: named.prompt }
  const nearest = nearestStyle(words.toLowerCase())
  const added = IN_ENGLISH.filter(([pattern]) => pattern.test(words)).map(([, english]) => english)
  const prompt = [words, ...added, ...(nearest ? [nearest.prompt] : [])].join(', ')
  return { id: nearest?.id ?? 'custom', prompt: prompt.slice(0, 1_000).toWellFormed() }
}

function isNameOf(style: Style, words: string): boolean {
  const key = words.toLowerCase()
  const names: string[] = [style.id, style.name.en.toLowerCase(), style.name.zh, style.prompt.toLowerCase()]
  return names.includes(key)
}

/** The style most of the words name; the one named first among equals. */
function nearestStyle(text: string): Style | null {
  const words: readonly string[] = text.match(/[a-z]+(?:-[a-z]+)*/g) ?? []
  const ranked = STYLES.map((style) => {
    const found = STYLE_WORDS[style.id]
      .split('|')
      .map((word) => (/^[a-z-]+$/.test(word) && !words.includes(word) ? -1 : text.indexOf(word)))
      .filter((at) => at >= 0)
    return { style, score: found.length, at: Math.min(...found) }
  }).filter((entry) => entry.score > 0)
  const [best] = ranked.sort((a, b) => b.score - a.score || a.at - b.at)
  return best?.style ?? null
}
