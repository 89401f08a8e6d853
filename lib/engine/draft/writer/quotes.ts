export const CLOSER: Record<string, string> = {
  '“': '”',
  '「': '」',
  '『': '』',
  '«': '»',
  '„': '“',
  '"': '"',
}

/**
 * For each UTF-16 unit of the story whether it is spoken by a character: 1 between quotation marks, marks included.
 * A writer who forgets a closing mark must not turn the rest of the book into speech, so speech ends with a paragraph
 * whose mark never closes, unless the next one opens with a mark again (as novels do).
 */
export function spokenMask(story: string): Uint8Array {
  const mask = new Uint8Array(story.length)
  let from = -1
  let awaited = ''
  for (let i = 0; i < story.length; i++) {
    const char = story.charAt(i)
    if (awaited === '') {
      if (!opens(story, i)) continue
      awaited = CLOSER[char] ?? ''
      from = i
    } else if (char === awaited || (char === '”' && awaited === '"')) {
      mask.fill(1, from, i + 1)
      awaited = ''
    } else if (char === '\n') {
      if (i - from < 2_000) mask.fill(1, from, i)
      awaited = ''
    }
  }
  return mask
}

/** Whether a mark that may open a quotation does. */
export function opens(story: string, i: number): boolean {
  const char = story.charAt(i)
  if (!(char in CLOSER)) return false
  // 6'2" and 24" are measures, not speech.
  return char !== '"' || !/[\p{L}\p{N}]/u.test(story.charAt(i - 1))
}
