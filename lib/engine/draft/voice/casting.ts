/** Casting: which voice reads a line, and whether any can. Pure. */
import {
  DRAFT_VOICES,
  type DraftVoiceSpec,
  findVoice,
  type Script,
  voiceForLanguage,
  voiceForScript,
} from './voices'

export interface Casting {
  /** Null: no voice of the draft engine reads this script. */
  voice: DraftVoiceSpec | null
  warnings: string[]
}

/** A voice may skip a foreign name or two, but not read a line with holes in it. */
const UNREAD_SHARE = 0.1

const KNOWN: Script[] = [...new Set(DRAFT_VOICES.flatMap((v) => v.scripts)), 'Thai']
const PATTERNS = new Map(KNOWN.map((script) => [script, new RegExp(`\\p{Script=${script}}`, 'gu')]))

export function castVoice(text: string, language: string, wanted: string): Casting {
  const warnings: string[] = []
  const asked = wanted === 'default' ? undefined : findVoice(wanted)
  if (wanted !== 'default' && !asked) {
    warnings.push(`The draft engine has no voice named ${wanted}; the voice for this language reads instead.`)
  }
  const candidates = [asked, voiceForLanguage(language), fallback(text, language)]
  const voice = candidates.find((v) => v && canRead(v, text, language)) ?? null
  if (!voice) {
    warnings.push(
      'No draft voice reads this script: the line stays silent and its captions run at reading speed. A speech service can read it, or record it yourself.',
    )
    return { voice, warnings }
  }
  if (asked && voice !== asked)
    warnings.push(`${asked.name} cannot read this script; ${voice.name} reads instead.`)
  if (unreadShare(voice, text) > 0)
    warnings.push('Some characters are in a script this voice cannot read; they are skipped.')
  return { voice, warnings }
}

function fallback(text: string, language: string): DraftVoiceSpec | undefined {
  const script = mainScript(text)
  // Kanji with kana between them is Japanese whatever the tag says: a Chinese voice would read it wrong from end to end.
  if (script === 'Han' && isJapanese(text, language)) return undefined
  return script === undefined ? undefined : voiceForScript(script)
}

function canRead(voice: DraftVoiceSpec, text: string, language: string): boolean {
  if (voice.scripts.includes('Hiragana')) return unreadShare(voice, text) === 0
  if (isJapanese(text, language)) return false
  return unreadShare(voice, text) <= UNREAD_SHARE
}

function isJapanese(text: string, language: string): boolean {
  const kana = (text.match(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu) ?? []).length
  if (/^ja\b/i.test(language)) return kana > 0 || /\p{Script=Han}/u.test(text)
  return kana > countLetters(text) * UNREAD_SHARE
}

/** Share of the letters that are in no script the voice reads. */
export function unreadShare(voice: DraftVoiceSpec, text: string): number {
  const letters = countLetters(text)
  if (letters === 0) return 0
  let read = 0
  for (const script of voice.scripts) read += text.match(PATTERNS.get(script) ?? /$^/g)?.length ?? 0
  return Math.max(0, letters - read) / letters
}

/** True when the voice reads this character or has nothing to read in it. */
export function readsCharacter(voice: DraftVoiceSpec, character: string): boolean {
  return !/\p{L}/u.test(character) || unreadShare(voice, character) === 0
}

function mainScript(text: string): Script | undefined {
  let best: Script | undefined
  let most = 0
  for (const [script, pattern] of PATTERNS) {
    const count = text.match(pattern)?.length ?? 0
    if (count > most) {
      best = script
      most = count
    }
  }
  return best
}

function countLetters(text: string): number {
  return text.match(/\p{L}/gu)?.length ?? 0
}
