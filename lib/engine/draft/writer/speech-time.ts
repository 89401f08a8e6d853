const PAUSE_LONG = /\p{Sentence_Terminal}|…/u
const PAUSE_SHORT = /[,;:，；：、—–]/u
const SYLLABIC = /\p{Script=Han}/u
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/u
const HANGUL = /\p{Script=Hangul}/u
const LETTER = /\p{L}/u
const DIGIT = /\p{N}/u

const costs = new Map<string, number>()

function costMs(char: string): number {
  const known = costs.get(char)
  if (known !== undefined) return known
  const cost = SYLLABIC.test(char)
    ? 215
    : KANA.test(char)
      ? 130
      : HANGUL.test(char)
        ? 170
        : LETTER.test(char)
          ? 70
          : DIGIT.test(char)
            ? 220
            : PAUSE_LONG.test(char)
              ? 330
              : PAUSE_SHORT.test(char)
                ? 170
                : 0
  if (costs.size < 20_000) costs.set(char, cost)
  return cost
}

/** About how long a voice at speed 1 needs, in ms; good enough to balance scenes, the real length comes from the voice. */
export function speechMs(text: string): number {
  let total = 0
  for (const char of text) total += costMs(char)
  return total
}
