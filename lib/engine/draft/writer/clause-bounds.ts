const CLAUSE = '[,;:，；：。！？!?—]|\\b(?:and|but|while|when|as|until|so|that|who|which)\\b'

/** Where the clause that holds the offset begins. */
export function clauseStart(text: string, at: number): number {
  let start = 0
  for (const match of text.slice(0, at).matchAll(new RegExp(CLAUSE, 'giu')))
    start = match.index + match[0].length
  return start
}

/** Where the clause that holds the offset ends. */
export function clauseEnd(text: string, from: number): number {
  const pattern = new RegExp(CLAUSE, 'giu')
  pattern.lastIndex = from
  return pattern.exec(text)?.index ?? text.length
}
