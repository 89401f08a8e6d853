/**
 * One prompt of its parts: style, scene, then whoever is seen with the same words in every scene. Pure, and part of what
 * an engine's identity means: another way of joining them would be another engine.
 */
import { figure, type ModelCard } from '@/lib/engine/connection/card'
import type { PromptParts } from '@/lib/engine/contract'

/** What CLIP reads besides its two marks; the rest of a prompt is cut off unread. */
const CLIP_TOKENS = 75
const CLIP_FAMILY = /^sd/i
const PROMPT_CHARS = 4_000
/** The shares that a style and the cast may take of a small budget when the scene needs the room. */
const STYLE_SHARE = 0.25
const CAST_SHARE = 0.4

export function joinPrompt(parts: PromptParts, card: ModelCard): string {
  const isSmall = CLIP_FAMILY.test(card.family ?? '')
  const text = isSmall ? fitted(parts, CLIP_TOKENS) : joined([parts.style, parts.scene, castText(parts)])
  return cutChars(text, figure(card, 'limits', 'prompt_chars') ?? PROMPT_CHARS)
}

const clean = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/[\s,.;]+$/, '')
    .trim()
const joined = (parts: readonly string[]): string => parts.map(clean).filter(Boolean).join('. ')

const isLatin = (text: string): boolean => /\p{Script=Latin}/u.test(text)

/** A name in letters the model cannot read says nothing to it; the description does. */
const memberText = ({ name, description }: PromptParts['cast'][number]): string => {
  const words = clean(description)
  return words && isLatin(name) ? `${clean(name)}: ${words}` : words
}
const castText = ({ cast }: PromptParts): string => joined(cast.map(memberText))

function fitted(parts: PromptParts, budget: number): string {
  const members = parts.cast.map(memberText).filter(Boolean)
  const [style, scene, cast] = [clean(parts.style), clean(parts.scene), joined(members)]
  const whole = joined([style, scene, cast])
  if (countTokens(whole) <= budget) return whole
  const styleText = cutTokens(style, Math.floor(budget * STYLE_SHARE))
  const left = budget - countTokens(styleText)
  const forCast = Math.max(Math.floor(budget * CAST_SHARE), left - countTokens(scene))
  const each = Math.floor(forCast / Math.max(1, members.length)) - 1
  const seen = joined(members.map((member) => cutTokens(member, each)))
  const forScene = left - countTokens(seen) - 2
  return joined([styleText, cutTokens(scene, forScene), seen])
}

const PIECE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]|[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu

/** About how many tokens CLIP makes of it: a short word is one, a long one several, a Chinese character about two. */
export function countTokens(text: string): number {
  let count = 0
  for (const [piece] of text.matchAll(PIECE)) count += tokensOf(piece)
  return count
}

function tokensOf(piece: string): number {
  if (/[^\p{Script=Latin}\p{N}\p{P}]/u.test(piece)) return piece.length * 2
  return Math.max(1, Math.ceil(piece.length / 8))
}

/** As many whole words as fit, without a loose comma at the end. */
function cutTokens(text: string, most: number): string {
  let count = 0
  let end = 0
  for (const match of text.matchAll(PIECE)) {
    count += tokensOf(match[0])
    if (count > most) return clean(text.slice(0, end))
    end = match.index + match[0].length
  }
  return text
}

const cutChars = (text: string, most: number): string =>
  text.length <= most ? text : clean(text.slice(0, most).replace(/\S*$/, ''))
