import type { Sentence } from './sentences'
import { speechMs } from './speech-time'

/** Pieces shorter than this sound chopped when a picture changes with them. */
const SHORTEST_MS = 1_600
const CLAUSE_END =
  /[,;:，；：、—–]+["'”’」』]*(?=\s|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}“"「『])/gu
/** A comma before one of these opens a clause of its own, so the cut is a better one. */
const NEW_CLAUSE =
  /^\s*(?:and|but|so|then|while|until|because|when|where|as|yet|et|mais|und|aber|y|pero|然后|但|可|于是|却|而|接着|因为|直到|當|当|就|便)/u

/** Cuts sentences longer than `longestMs` at clause marks until each piece is short enough or has no good place. */
export function cutLongSentences(sentences: Sentence[], longestMs: number): Sentence[] {
  return sentences.flatMap((sentence) => halve(sentence, longestMs))
}

function halve(sentence: Sentence, longestMs: number): Sentence[] {
  if (sentence.speechMs <= longestMs) return [sentence]
  const parts = cutOnce(sentence)
  return parts ? parts.flatMap((part) => halve(part, longestMs)) : [sentence]
}

/** Cuts the longest sentences first until there are `count` pieces, or none can be cut any more. */
export function cutToCount(sentences: Sentence[], count: number): Sentence[] {
  const pieces = [...sentences]
  const whole = new Set<Sentence>()
  while (pieces.length < count) {
    let longest = -1
    pieces.forEach((piece, i) => {
      if (whole.has(piece) || piece.heading) return
      if (longest < 0 || piece.speechMs > (pieces[longest]?.speechMs ?? 0)) longest = i
    })
    const piece = pieces[longest]
    if (!piece) break
    const parts = cutOnce(piece)
    if (parts) pieces.splice(longest, 1, ...parts)
    else whole.add(piece)
  }
  return pieces
}

function cutOnce(sentence: Sentence): [Sentence, Sentence] | null {
  if (sentence.speechMs < SHORTEST_MS * 2) return null
  let best: { at: number; cost: number } | null = null
  let doneMs = 0
  let from = 0
  for (const match of sentence.text.matchAll(CLAUSE_END)) {
    const at = match.index + match[0].length
    doneMs += speechMs(sentence.text.slice(from, at))
    from = at
    if (doneMs < SHORTEST_MS || sentence.speechMs - doneMs < SHORTEST_MS) continue
    const balance = Math.abs(doneMs / sentence.speechMs - 0.5)
    const listing = match[0].startsWith('、') ? 0.3 : 0
    const clause = NEW_CLAUSE.test(sentence.text.slice(at, at + 12)) ? -0.15 : 0
    const cost = balance + listing + clause
    if (!best || cost < best.cost) best = { at, cost }
  }
  if (!best) return null
  const head = sentence.text.slice(0, best.at)
  const tail = sentence.text.slice(best.at)
  const tailText = tail.trimStart()
  return [
    { ...sentence, end: sentence.start + head.length, text: head, speechMs: speechMs(head) },
    {
      ...sentence,
      start: sentence.end - tailText.length,
      text: tailText,
      speechMs: speechMs(tailText),
      opens: 'clause',
    },
  ]
}
