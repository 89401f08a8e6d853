import { CLOSER, opens } from './quotes'

const TRAILING = /[\s\p{P}\p{S}]+$/u
const LEADING = /^[\s.,;:!?，。！？；：、…—–-]+/u

/** Marks that a title has in pairs or not at all; quotation marks as in `quotes.ts`. */
const PAIRS: Record<string, string> = {
  ...CLOSER,
  '‘': '’',
  '(': ')',
  '（': '）',
  '[': ']',
  '【': '】',
  '《': '》',
  '〈': '〉',
}

/** A title has no marks around it, but what it quotes is quoted to the end: `"Sons"`, not `"Sons`. */
export function withoutMarks(text: string): string {
  const begun = text.replace(LEADING, '')
  const kept = begun.replace(TRAILING, '')
  return kept === '' ? '' : pairedMarks(kept, begun.slice(kept.length))
}

/** Closes what `text` opens, where `rest`, which was cut off, closed it; else takes the opening mark away as well. */
export function pairedMarks(text: string, rest = ''): string {
  let paired = text
  for (const at of unclosed(text)) {
    const closer = PAIRS[text.charAt(at)] ?? ''
    paired = rest.includes(closer) ? paired + closer : paired.slice(0, at) + paired.slice(at + 1)
  }
  return paired.trim()
}

/** Where marks stand that nothing closes, the last one first. */
function unclosed(text: string): number[] {
  const open: number[] = []
  for (let i = 0; i < text.length; i++) {
    const char = text.charAt(i)
    const last = open.at(-1)
    if (last !== undefined && PAIRS[text.charAt(last)] === char) open.pop()
    else if (char in PAIRS && (char !== '"' || opens(text, i))) open.push(i)
  }
  return open.reverse()
}
