/**
 * A long line in pieces that a service takes at once, cut between sentences, else between clauses or words. Joined they are
 * the line again. Pure.
 */
export function piecesOf(text: string, language: string, most: number): string[] {
  const pieces: string[] = []
  let piece = ''
  for (const part of partsOf(text, language, most)) {
    if (piece !== '' && piece.length + part.length > most) {
      pieces.push(piece)
      piece = ''
    }
    piece += part
  }
  if (piece.trim() !== '') pieces.push(piece)
  else if (pieces.length > 0) pieces[pieces.length - 1] += piece
  return pieces
}

/** Each at most `most` long. */
function partsOf(text: string, language: string, most: number): string[] {
  const sentences = [...new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text)]
  return sentences.flatMap(({ segment }) => (segment.length <= most ? [segment] : cut(segment, most)))
}

function cut(sentence: string, most: number): string[] {
  const parts: string[] = []
  let rest = sentence
  while (rest.length > most) {
    const head = rest.slice(0, most)
    const clause = head.search(/[,;:，；：、](?=[^,;:，；：、]*$)/u)
    const word = head.lastIndexOf(' ')
    const at = clause > most / 2 ? clause + 1 : word > 0 ? word + 1 : wholePoint(head)
    parts.push(rest.slice(0, at))
    rest = rest.slice(at)
  }
  return [...parts, rest]
}

/** Never between the two halves of a surrogate pair. */
const wholePoint = (head: string): number =>
  /[\uD800-\uDBFF]$/.test(head) && head.length > 1 ? head.length - 1 : head.length
