/**
 * Where the text of a caption may be broken, and how well. Free of Node and of `Intl.Segmenter`: captions are part of
 * recipes, and two builds of ICU would cut words differently.
 */

/** A piece that is never torn; at its end the line, or the caption, may break. */
export interface Atom {
  text: string
  /** UTF-16 offset in the narration. */
  offset: number
  /** Width in half-width columns; a full-width character takes two. */
  width: number
  /** A space in the narration stands before it. */
  spaced: boolean
  /** How bad a break after it is: 0 after a sentence, 2 after a clause, up to 12 within a phrase. */
  breakCost: number
}

const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff01-\uff60\uffe0-\uffe6]|\p{Extended_Pictographic}/u
const MARK = /\p{M}|[\u200b-\u200f\u2060]/u
/** Written without spaces, yet not in squares: Thai, Lao, Khmer, Burmese. */
const RUNNING = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
const LEADING_VOWEL = /[\u0e40-\u0e44\u0ec0-\u0ec4]/u
const HANGUL = /\p{Script=Hangul}/u
const HIRAGANA = /\p{Script=Hiragana}/u

/** May not begin a line (JLReq 3.1.7, CLReq 3.1.4, and their Western kin). */
const NO_START =
  /^[，。、；：！？…—～·・％‰℃”’）】》〉」』〕｝〗〙!?.,;:%)\]}»›ー々ゝゞぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ،؛؟।॥]/u
/** May not end a line. */
const NO_END = /[“‘（【《〈「『〔｛〖〘([{«‹$¥￥£€#@¿¡]$/u
const CLOSERS = '[”’"\'）】》〉」』〕｝)\\]}»›]*'
const SENTENCE_END = new RegExp(`[.!?。！？…؟।॥։]${CLOSERS}$`, 'u')
const CLAUSE_END = new RegExp(`[,;:，；：、—–،؛·]${CLOSERS}$`, 'u')
const ABBREVIATION = /(?:^|[^\p{L}])(?:Mr|Mrs|Ms|Dr|St|Prof|Sr|Jr|vs|etc|\p{Lu})\.$/u

/** Better before them than after: a line that ends in `the` leaves the reader hanging. */
const LINK =
  /^(?:and|but|or|so|then|that|which|who|where|when|while|because|if|as|than|with|without|from|into|onto|over|under|through|for|to|in|on|at|by|of|y|que|et|qui|und|der|die|das)$/iu
const HANGING =
  /^(?:the|a|an|and|but|or|of|to|in|on|at|by|for|with|from|into|his|her|its|their|my|your|our|this|that|these|those|is|was|were|be|not|no|very|mr|mrs|dr|el|la|los|las|un|una|le|les|de|des|du|der|die|das|ein|eine)$/iu
const CHINESE_SUFFIX = /^[的地得了着过们吗呢吧啊呀里上下中后前边]/u
const CHINESE_BREAK = /[的了着]$/u

/** A base character with its marks, joiners and surrogates. */
function clustersOf(text: string): { text: string; offset: number }[] {
  const clusters: { text: string; offset: number }[] = []
  let offset = 0
  let joined = false
  for (const char of text) {
    const last = clusters.at(-1)
    if (last && (joined || MARK.test(char)) && !/\s/u.test(last.text)) last.text += char
    else clusters.push({ text: char, offset })
    joined = char === '\u200d'
    offset += char.length
  }
  return clusters
}

export function widthOf(text: string): number {
  let width = 0
  for (const cluster of clustersOf(text)) width += clusterWidth(cluster.text)
  return width
}

const clusterWidth = (cluster: string): number =>
  MARK.test(cluster[0] ?? '') ? 0 : WIDE.test(cluster) ? 2 : 1

function mayBreakBetween(before: string, after: string, parity: number): boolean {
  if (NO_START.test(after) || NO_END.test(before)) return false
  if (before === '"' || after === '"') return parity === 0 ? after === '"' && WIDE.test(before) : false
  if (before === '—' || before === '…') return true
  const isHangul = HANGUL.test(before) && HANGUL.test(after)
  if ((WIDE.test(before) || WIDE.test(after)) && !isHangul) return true
  if (RUNNING.test(before) && RUNNING.test(after)) return !LEADING_VOWEL.test(before)
  return before === '-' && /\p{L}/u.test(after)
}

/** Splits a narration into atoms no wider than `maxWidth`. Their texts, in order, are the narration without its spaces. */
export function atomsOf(text: string, maxWidth: number): Atom[] {
  const atoms: Atom[] = []
  let spaced = false
  let current: Atom | undefined
  let previous = ''
  let quotes = 0
  for (const cluster of clustersOf(text)) {
    if (/^\s/u.test(cluster.text)) {
      spaced = true
      continue
    }
    const width = clusterWidth(cluster.text)
    // A lone mark after a space, as in French before `!`, stays with its word.
    const mayBreak = spaced ? true : mayBreakBetween(previous, cluster.text, quotes % 2)
    if (!current || mayBreak || current.width + width > maxWidth) {
      current = { text: '', offset: cluster.offset, width: 0, spaced, breakCost: 0 }
      atoms.push(current)
    }
    if (cluster.text === '"') quotes++
    current.text += cluster.text
    current.width += width
    previous = cluster.text
    spaced = false
  }
  let depth = 0
  atoms.forEach((atom, i) => {
    depth += countOf(atom.text, /[「『“《（(]/gu) - countOf(atom.text, /[」』”》）)]/gu)
    atom.breakCost = breakCostOf(atom, atoms[i + 1], depth)
  })
  return atoms
}

const countOf = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0

/** `depth`: how many quotes or brackets are open; a pair is better kept together. */
function breakCostOf(atom: Atom, next: Atom | undefined, depth: number): number {
  if (!next) return 0
  if (next.spaced && NO_START.test(next.text)) return 12
  const inside = depth > 0 ? 3 : 0
  if (SENTENCE_END.test(atom.text) && !ABBREVIATION.test(atom.text)) return inside
  if (CLAUSE_END.test(atom.text)) return 2 + inside
  const word = atom.text.replace(/^\P{L}+|\P{L}+$/gu, '')
  if (next.spaced) return inside + (HANGING.test(word) ? 11 : LINK.test(next.text) ? 5 : 8)
  if (HIRAGANA.test(atom.text) && !HIRAGANA.test(next.text)) return inside + 5
  if (HIRAGANA.test(next.text) || CHINESE_SUFFIX.test(next.text)) return inside + 12
  if (CHINESE_BREAK.test(atom.text)) return inside + 6
  // Without a dictionary only a leading vowel surely begins a syllable.
  if (RUNNING.test(next.text)) return inside + (LEADING_VOWEL.test(next.text) ? 8 : 30)
  return inside + 10
}
