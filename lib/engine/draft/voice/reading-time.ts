/** How long a line stays on the screen when nobody speaks it. Pure. */

/** Characters a second that viewers read without haste: 15 for letters, 5 for Han and kana (after common subtitle guidelines). */
const LETTERS_PER_SECOND = 15
const HAN_PER_SECOND = 5
const MIN_MS = 1_200

export function readingMs(text: string, speed = 1): number {
  const han = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0
  const others = text.match(/[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0
  const seconds = han / HAN_PER_SECOND + others / LETTERS_PER_SECOND
  return Math.max(MIN_MS, Math.round((seconds * 1_000) / speed))
}
