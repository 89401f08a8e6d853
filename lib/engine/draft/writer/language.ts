/** Scripts that belong to one language of ours, or whose commonest language is a fair guess. */
const SCRIPTS: [RegExp, string][] = [
  [/\p{Script=Hangul}/gu, 'ko'],
  [/\p{Script=Arabic}/gu, 'ar'],
  [/\p{Script=Hebrew}/gu, 'he'],
  [/\p{Script=Cyrillic}/gu, 'ru'],
  [/\p{Script=Devanagari}/gu, 'hi'],
  [/\p{Script=Thai}/gu, 'th'],
  [/\p{Script=Greek}/gu, 'el'],
  [/\p{Script=Bengali}/gu, 'bn'],
  [/\p{Script=Tamil}/gu, 'ta'],
  [/\p{Script=Telugu}/gu, 'te'],
  [/\p{Script=Georgian}/gu, 'ka'],
  [/\p{Script=Armenian}/gu, 'hy'],
  [/\p{Script=Khmer}/gu, 'km'],
  [/\p{Script=Myanmar}/gu, 'my'],
  [/\p{Script=Ethiopic}/gu, 'am'],
]

/** The commonest small words; a Latin text is in the language that owns most of its words. */
const SMALL_WORDS: Record<string, string> = {
  en: 'the and of to was in his her he she that it with had on for at they were from as but not you is are this my be',
  fr: 'le la les des une et est dans qui que pas pour elle il sur avec son sa ses ne au du était plus mais je nous',
  de: 'der die das und ist nicht ein eine er sie es mit den dem auf war im zu sich von ich wie hatte aus noch',
  es: 'el la los las una y de que en no se por con su para del era había pero más como muy cuando ella yo estaba',
  it: 'il lo gli della di che una e non per con si era aveva nel sono più alla del ma come suo quando anche le',
  pt: 'o os as uma e de que não em um com para seu sua do da no na era mais ela ele havia mas como quando foi',
  nl: 'de het een en van niet zijn hij zij met op was dat voor aan haar er maar naar had ook',
  sv: 'och att det som en på är av för med han hon den inte var ett till sig hade',
  da: 'og at det som en på er af for med han hun den ikke var et til sig havde',
  pl: 'i w nie na się z do jest że to jak był była po jego jej ale ze od',
  tr: 've bir bu da de için çok ile ne gibi daha onun ama kadar sonra vardı',
  id: 'yang dan di itu dengan untuk tidak dari dalam pada akan ke ini seorang dia',
  vi: 'và của là một không có trong được người cho đã với những các này',
  cs: 'a se na je že to v s do byl byla ale jak za po jeho',
  ro: 'și în de la cu pe nu un o este era care din mai său',
  fi: 'ja on ei se hän oli että mutta kun niin kuin',
  hu: 'a az és hogy nem egy volt is de csak meg',
}
const OWNER = new Map<string, string[]>()
for (const [language, words] of Object.entries(SMALL_WORDS)) {
  for (const word of words.split(' ')) OWNER.set(word, [...(OWNER.get(word) ?? []), language])
}

/** Characters in use on one side only. */
const TRADITIONAL =
  /[們個來時說這裡後對會過還進樣開關見長門問間聽讓從點頭愛歡風飛馬鳥魚龍車遠邊應該氣無電燈]/gu
const SIMPLIFIED =
  /[们个来时说这里后对会过还进样开关见长门问间听让从点头爱欢风飞马鸟鱼龙车远边应该气无电灯]/gu

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}

/** BCP 47 tag of the text's language by script and common words; `en` when there is nothing to go by. */
export function detectLanguage(text: string): string {
  // A book tells its language in its first pages.
  const sample = text.slice(0, 20_000)
  const han = count(sample, /\p{Script=Han}/gu)
  const kana = count(sample, /[\p{Script=Hiragana}\p{Script=Katakana}]/gu)
  const latin = count(sample, /\p{Script=Latin}/gu)
  // A Han character says about as much as three or four letters.
  let best = { language: 'latin', score: latin }
  if (han * 3 > best.score) best = { language: 'zh', score: han * 3 }
  if (kana > 0 && kana * 4 > han && (kana + han) * 3 > latin)
    best = { language: 'ja', score: (kana + han) * 3 }
  for (const [pattern, language] of SCRIPTS) {
    const score = count(sample, pattern) * (language === 'ko' ? 2 : 1)
    if (score > best.score) best = { language, score }
  }
  if (best.score === 0) return 'en'
  if (best.language === 'latin') return detectLatin(sample)
  if (best.language === 'zh') return count(sample, TRADITIONAL) > count(sample, SIMPLIFIED) ? 'zh-Hant' : 'zh'
  if (best.language === 'ru' && count(sample, /[іїєґ]/giu) > best.score / 100) return 'uk'
  if (best.language === 'ar' && count(sample, /[پچژگ]/gu) > best.score / 100) return 'fa'
  return best.language
}

function detectLatin(text: string): string {
  const scores = new Map<string, number>()
  for (const word of text.toLowerCase().match(/\p{L}+/gu) ?? []) {
    for (const language of OWNER.get(word) ?? []) scores.set(language, (scores.get(language) ?? 0) + 1)
  }
  let best = 'en'
  for (const [language, score] of scores) if (score > (scores.get(best) ?? 0)) best = language
  return best
}

/** `zh` of `zh-Hant`. */
export function baseLanguage(tag: string): string {
  return tag.toLowerCase().split('-')[0] ?? tag
}

/** Languages written without spaces between words. */
export function isUnspaced(language: string): boolean {
  return ['zh', 'ja', 'th', 'km', 'my', 'lo'].includes(baseLanguage(language))
}
