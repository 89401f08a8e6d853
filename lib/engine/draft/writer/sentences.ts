import { splitParagraphs } from './paragraphs'
import { speechMs } from './speech-time'

/** A piece of the story that is spoken in one go: a sentence, a line of a poem, a heading, or a clause of a long sentence. */
export interface Sentence {
  /** UTF-16 offsets in the clean story. */
  start: number
  end: number
  text: string
  speechMs: number
  /** What kind of break lies before it. */
  opens: 'section' | 'paragraph' | 'line' | 'sentence' | 'clause'
  heading: boolean
  /** It starts inside a quotation that an earlier sentence opened. */
  quoted: boolean
}

const CLOSERS = `["'”’»›\\p{Pe}\\p{Pf}]*`
const TERMINATOR = new RegExp(`[\\p{Sentence_Terminal}…⋯]+(${CLOSERS})`, 'gu')
const WIDE = /[。！？｡！？．⋯]/u
const ELLIPSIS_ONLY = /^[….⋯]+$/u
const QUOTE_CLOSER = /["'”’»›」』]/u

/** A full stop after these never ends a sentence. */
const TITLES = new Set(
  'mr mrs ms mx dr st prof sr jr vs rev hon capt cpt lt col gen sgt maj cmdr mt messrs mme mlle mgr sra srta dña fr herr nr bzw ca vgl abb тов гр'.split(
    ' ',
  ),
)
/** These end one only when a capital follows. */
const NUMBERED = new Set(['no', 'nos', 'p', 'pp', 'fig', 'vol', 'ch', 'art'])

const SPEECH_VERBS =
  'said|says|asked|asks|cried|cries|shouted|whispered|replied|answered|called|yelled|muttered|murmured|exclaimed|laughed|sighed|screamed|added|told|began|continued|snapped|growled|sobbed|repeated|demanded|wondered'
const ENGLISH_TAG = new RegExp(
  `^\\s+(?:(?:Mr|Mrs|Ms|Dr)\\.?\\s+)?(?:[A-Z][\\w'’-]*|I)(?:\\s+[\\w'’-]+){0,3}?\\s+(?:${SPEECH_VERBS})\\b`,
  'u',
)
const CHINESE_TAG =
  /^[^，。！？“”「」：；\s]{0,10}?(?:说|說|(?<!知)道|问|問|喊|叫|答|嚷|叹|嘆|吼|笑道|自语|自語)[^。！？“”「」]{0,12}?[，。：！,:]/u
const JAPANESE_TAG = /^(?:と|って|、)/u

/** Every sentence of a clean story, in order; together they cover all of its text but whitespace. */
export function splitSentences(story: string): Sentence[] {
  const sentences: Sentence[] = []
  let openQuote = ''
  for (const paragraph of splitParagraphs(story)) {
    // A writer who forgets a closing quote must not turn the rest of the book into speech.
    if (paragraph.opens !== 'line') openQuote = ''
    const cuts = paragraph.heading ? [paragraph.end] : sentenceEnds(story, paragraph.start, paragraph.end)
    let start = paragraph.start
    for (const end of cuts) {
      const text = story.slice(start, end).trim()
      if (text) {
        const from = start + leadingSpace(story.slice(start, end))
        sentences.push({
          start: from,
          end: from + text.length,
          text,
          speechMs: speechMs(text),
          opens: start === paragraph.start ? paragraph.opens : 'sentence',
          heading: paragraph.heading,
          quoted: openQuote !== '',
        })
        openQuote = quoteAfter(text, openQuote)
      }
      start = end
    }
  }
  return joinUnspoken(story, sentences)
}

function leadingSpace(text: string): number {
  return text.length - text.trimStart().length
}

function sentenceEnds(story: string, from: number, to: number): number[] {
  const text = story.slice(from, to)
  const ends: number[] = []
  TERMINATOR.lastIndex = 0
  let lineStart = 0
  for (let match = TERMINATOR.exec(text); match; match = TERMINATOR.exec(text)) {
    const end = match.index + match[0].length
    if (end < text.length && !endsSentence(text, match.index, end, match[1] ?? '', lineStart)) continue
    ends.push(from + end)
    lineStart = end
  }
  if (ends.at(-1) !== to) ends.push(to)
  return ends
}

function endsSentence(text: string, mark: number, end: number, closers: string, lineStart: number): boolean {
  const marks = text.slice(mark, end - closers.length)
  // Enough text to read a dialogue tag from.
  const rest = text.slice(end, end + 60)
  const inSpeech = QUOTE_CLOSER.test(closers)
  if (inSpeech && (CHINESE_TAG.test(rest) || JAPANESE_TAG.test(rest) || ENGLISH_TAG.test(rest))) return false
  if (WIDE.test(marks)) return !ELLIPSIS_ONLY.test(marks) || inSpeech
  if (!/^\s/u.test(rest)) {
    const wideNext = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(rest)
    return wideNext && (inSpeech || !ELLIPSIS_ONLY.test(marks))
  }
  const next = rest.trimStart()
  if (/^["'“‘«(（]*\p{Ll}/u.test(next)) return false
  if (marks !== '.') return true
  const word = /[\p{L}\p{N}.]*$/u.exec(text.slice(Math.max(0, mark - 24), mark))?.[0] ?? ''
  const key = word.toLowerCase()
  if (TITLES.has(key)) return false
  if (NUMBERED.has(key) && /^\d/.test(next)) return false
  if (/^(?:\p{Lu}|\p{Lu}\.\p{Lu})$/u.test(word) && word !== 'I') return false
  // `1. Wake up` at the start of a line is a number in a list.
  if (/^\d{1,3}$/.test(word) && text.slice(lineStart, mark).trim() === word) return false
  return true
}

const OPENERS = new Map([
  ['“', '”'],
  ['「', '」'],
  ['『', '』'],
  ['«', '»'],
  ['„', '“'],
])

/** The closing mark still awaited after the text, or nothing. */
function quoteAfter(text: string, open: string): string {
  let awaited = open
  for (const char of text) {
    if (awaited) {
      if (char === awaited || (awaited === '“' && char === '”')) awaited = ''
    } else if (char === '"') awaited = '"'
    else awaited = OPENERS.get(char) ?? ''
  }
  return awaited
}

const SPEAKABLE = /[\p{L}\p{N}\p{Extended_Pictographic}]/u

/** A lone `……` or `***` cannot be spoken by itself: it stays with the sentence before it. */
function joinUnspoken(story: string, sentences: Sentence[]): Sentence[] {
  const runs: { first: Sentence; end: number; speaks: boolean }[] = []
  for (const sentence of sentences) {
    const speaks = SPEAKABLE.test(sentence.text)
    const last = runs.at(-1)
    if (last && !(speaks && last.speaks)) {
      last.end = sentence.end
      last.speaks ||= speaks
    } else runs.push({ first: sentence, end: sentence.end, speaks })
  }
  return runs.map(({ first, end }) => {
    if (end === first.end) return first
    const text = story.slice(first.start, end)
    return { ...first, end, text, speechMs: speechMs(text) }
  })
}
