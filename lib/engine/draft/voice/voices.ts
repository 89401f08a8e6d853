/** The voices of the draft engine: which eSpeak voice speaks each, how, and which scripts it reads. */
import type { Voice } from '@/lib/engine/contract'

/** Unicode script names as `\p{Script=...}` knows them. Every voice also reads Latin. */
export type Script =
  | 'Latin'
  | 'Han'
  | 'Hangul'
  | 'Hiragana'
  | 'Katakana'
  | 'Cyrillic'
  | 'Greek'
  | 'Arabic'
  | 'Hebrew'
  | 'Devanagari'
  | 'Thai'

export interface DraftVoiceSpec extends Voice {
  /** eSpeak's name, with the variant after `+`. */
  espeak: string
  scripts: Script[]
  sex: 'female' | 'male'
  /** eSpeak's rate at speed 1: words a minute for English, a like measure for the others. */
  rate: number
  /** eSpeak's 0 to 99, 50 being the variant's own. */
  pitch: number
  /** Liveliness of the melody, 0 to 99. */
  range: number
}

interface LanguageRow {
  code: string
  name: string
  espeak: string
  scripts?: Script[]
  rate?: number
  tonal?: true
  /** Words for "female" and "male" in the language itself. */
  female: string
  male: string
}

/** Slower than eSpeak's 175: a story is listened to, not skimmed. */
const RATE = 152

const LANGUAGES: LanguageRow[] = [
  { code: 'en-us', name: 'English (US)', espeak: 'en-us', female: 'female', male: 'male' },
  { code: 'en-gb', name: 'English (UK)', espeak: 'en-gb-x-rp', female: 'female', male: 'male' },
  {
    code: 'zh',
    name: '普通话',
    espeak: 'cmn-latn-pinyin',
    scripts: ['Han'],
    rate: 164,
    tonal: true,
    female: '女声',
    male: '男声',
  },
  { code: 'yue', name: '粤语', espeak: 'yue', scripts: ['Han'], rate: 160, female: '女声', male: '男声' },
  { code: 'fr', name: 'Français', espeak: 'fr', female: 'femme', male: 'homme' },
  { code: 'de', name: 'Deutsch', espeak: 'de', female: 'Frau', male: 'Mann' },
  { code: 'es', name: 'Español', espeak: 'es', female: 'mujer', male: 'hombre' },
  { code: 'es-419', name: 'Español (Latinoamérica)', espeak: 'es-419', female: 'mujer', male: 'hombre' },
  { code: 'it', name: 'Italiano', espeak: 'it', female: 'donna', male: 'uomo' },
  { code: 'pt-br', name: 'Português (Brasil)', espeak: 'pt-br', female: 'mulher', male: 'homem' },
  { code: 'pt', name: 'Português', espeak: 'pt', female: 'mulher', male: 'homem' },
  { code: 'nl', name: 'Nederlands', espeak: 'nl', female: 'vrouw', male: 'man' },
  { code: 'sv', name: 'Svenska', espeak: 'sv', female: 'kvinna', male: 'man' },
  { code: 'pl', name: 'Polski', espeak: 'pl', female: 'kobieta', male: 'mężczyzna' },
  { code: 'tr', name: 'Türkçe', espeak: 'tr', female: 'kadın', male: 'erkek' },
  { code: 'vi', name: 'Tiếng Việt', espeak: 'vi', female: 'nữ', male: 'nam' },
  { code: 'id', name: 'Bahasa Indonesia', espeak: 'id', female: 'perempuan', male: 'laki-laki' },
  {
    code: 'ru',
    name: 'Русский',
    espeak: 'ru',
    scripts: ['Cyrillic'],
    rate: 150,
    female: 'женский',
    male: 'мужской',
  },
  {
    code: 'uk',
    name: 'Українська',
    espeak: 'uk',
    scripts: ['Cyrillic'],
    rate: 150,
    female: 'жіночий',
    male: 'чоловічий',
  },
  {
    code: 'el',
    name: 'Ελληνικά',
    espeak: 'el',
    scripts: ['Greek'],
    rate: 150,
    female: 'γυναίκα',
    male: 'άντρας',
  },
  { code: 'ko', name: '한국어', espeak: 'ko', scripts: ['Hangul'], rate: 160, female: '여성', male: '남성' },
  { code: 'ar', name: 'العربية', espeak: 'ar', scripts: ['Arabic'], rate: 150, female: 'أنثى', male: 'ذكر' },
  { code: 'he', name: 'עברית', espeak: 'he', scripts: ['Hebrew'], rate: 150, female: 'אישה', male: 'גבר' },
  {
    code: 'hi',
    name: 'हिन्दी',
    espeak: 'hi',
    scripts: ['Devanagari'],
    rate: 155,
    female: 'महिला',
    male: 'पुरुष',
  },
  // Kana only: eSpeak spells kanji out as "Chinese letter", so Han is not among its scripts.
  {
    code: 'ja',
    name: '日本語（かな）',
    espeak: 'ja',
    scripts: ['Hiragana', 'Katakana'],
    rate: 160,
    female: '女性',
    male: '男性',
  },
]

/**
 * Chosen by measurement among 40 variants: `m7` is nearest of all to the mean spectrum of human speech, `f3` has the
 * widest melody of the natural-sounding female ones.
 */
const VARIANTS = {
  female: { variant: 'f3', pitch: 38, range: 60 },
  male: { variant: 'm7', pitch: 46, range: 65 },
} as const

/** Tones are told apart by their span, and eSpeak's Mandarin lies low. */
const TONAL = { female: { pitch: 62, range: 78 }, male: { pitch: 66, range: 78 } } as const

export const DRAFT_VOICES: DraftVoiceSpec[] = LANGUAGES.flatMap((row) =>
  (['female', 'male'] as const).map((sex): DraftVoiceSpec => {
    const { pitch, range } = row.tonal ? TONAL[sex] : VARIANTS[sex]
    return {
      id: `${row.code}-${sex}`,
      name: `${row.name} · ${row[sex]}`,
      languages: [row.code.split('-')[0] ?? row.code],
      espeak: `${row.espeak}+${VARIANTS[sex].variant}`,
      sex,
      scripts: ['Latin', ...(row.scripts ?? [])],
      rate: row.rate ?? RATE,
      pitch,
      range,
    }
  }),
)

export function findVoice(id: string): DraftVoiceSpec | undefined {
  const wanted = id.toLowerCase()
  return DRAFT_VOICES.find((v) => v.id === wanted)
}

/** The first voice listed for a BCP 47 tag, the whole tag first: `pt-BR` before `pt`. */
export function voiceForLanguage(language: string): DraftVoiceSpec | undefined {
  const tag = language.toLowerCase()
  const primary = tag.split('-')[0] ?? tag
  const alias = { cmn: 'zh', nb: 'sv', no: 'sv', iw: 'he', in: 'id' }[primary] ?? primary
  return (
    findVoice(`${tag}-female`) ??
    DRAFT_VOICES.find((v) => v.id.startsWith(`${alias}-`) && v.languages.includes(alias))
  )
}

/** Who reads a script when the story's language does not say: a Chinese line in an English film. */
export function voiceForScript(script: Script): DraftVoiceSpec | undefined {
  const language = SCRIPT_LANGUAGE[script]
  return language === undefined ? undefined : voiceForLanguage(language)
}

const SCRIPT_LANGUAGE: Partial<Record<Script, string>> = {
  Latin: 'en',
  Han: 'zh',
  Hangul: 'ko',
  Hiragana: 'ja',
  Katakana: 'ja',
  Cyrillic: 'ru',
  Greek: 'el',
  Arabic: 'ar',
  Hebrew: 'he',
  Devanagari: 'hi',
}
