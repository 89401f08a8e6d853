/** What can be found: a command, a scene, a film. */
export interface Findable {
  words: string
  /** Found by these too, but not shown: the other language, a narration. */
  also: string
}

const plain = (text: string): string => text.normalize('NFKC').toLowerCase()
const isWordSign = (sign: string | undefined): boolean => sign !== undefined && /[\p{L}\p{N}]/u.test(sign)

/** How well a term matches a text: 0 for not at all. Chinese has no spaces, so inside is where its words are. */
function match(text: string, term: string): number {
  const at = text.indexOf(term)
  if (at < 0) return 0
  const starts = !isWordSign(text[at - 1])
  const ends = !isWordSign(text[at + term.length])
  return 2 + (at === 0 ? 2 : 0) + (starts ? 2 : 0) + (starts && ends ? 1 : 0)
}

/** How well it answers: every term must be in it, at best at the start of its name. 0 for not at all. */
export function scoreOf({ words, also }: Findable, query: string): number {
  const [name, other] = [plain(words), plain(also)]
  let total = 0
  for (const term of plain(query).split(/\s+/).filter(Boolean)) {
    const score = match(name, term) || (other.includes(term) ? 1 : 0)
    if (score === 0) return 0
    total += score
  }
  return total
}

/** What answers to a query, best first; among equals the order stays. All of it for an empty query. */
export function findAmong<T extends Findable>(list: readonly T[], query: string): T[] {
  if (query.trim() === '') return [...list]
  return list
    .map((entry) => ({ entry, score: scoreOf(entry, query) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ entry }) => entry)
}
