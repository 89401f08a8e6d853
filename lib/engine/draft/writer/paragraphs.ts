import { lineWidth as width } from './story'

export interface Paragraph {
  /** UTF-16 offsets in the clean story. */
  start: number
  end: number
  /** What kind of break lies before it: two blank lines or a heading, one blank line or a new prose line, a line of verse. */
  opens: 'section' | 'paragraph' | 'line'
  heading: boolean
}

const ENDS_SENTENCE = /[\p{Sentence_Terminal}…⋯:：;；,，—–-]["'”’»」』）)\]]*\s*$/u
const CHAPTER =
  /^(?:(?:chapter|part|book|act|scene|episode|kapitel|teil|chapitre|partie|cap[ií]tulo|capitolo|parte|глава|часть)\s+(?:\d+|[ivxlc]+|[\p{L}-]+)\b[^.!?]{0,60}[.:]?|第[一二三四五六七八九十百千零〇两0-9]{1,6}[章节節回幕卷集部话話篇][^。！？]{0,30}|(?:prologue|epilogue|序章?|楔子|尾声|尾聲|引子|后记|終章|终章)[^。！？.]{0,20}|[IVXLC]{1,6}\.?|\d{1,3}\.?)$/iu

/** Cuts a clean story into paragraphs, one a line. Short lines that belong together are verse and open with `line`. */
export function splitParagraphs(story: string): Paragraph[] {
  const paragraphs: Paragraph[] = []
  let opens: Paragraph['opens'] = 'section'
  for (const match of story.matchAll(/\S.*/gu)) {
    const start = match.index
    const end = start + match[0].trimEnd().length
    const last = paragraphs.at(-1)
    if (last) {
      const blank = (story.slice(last.end, start).match(/\n/g)?.length ?? 1) - 1
      opens = blank >= 2 || last.heading ? 'section' : blank >= 1 ? 'paragraph' : 'line'
    }
    paragraphs.push({ start, end, opens, heading: false })
  }
  return paragraphs.map((paragraph, i) => {
    const heading = isHeading(story, paragraphs, i)
    const line = story.slice(paragraph.start, paragraph.end)
    // A full stop at the end of the line before makes a new paragraph of prose, not a new line of verse.
    const before = paragraphs[i - 1]
    const prose =
      before &&
      paragraph.opens === 'line' &&
      width(line) > 48 &&
      ENDS_SENTENCE.test(story.slice(before.start, before.end))
    const afterHeading = i > 0 && isHeading(story, paragraphs, i - 1)
    return {
      ...paragraph,
      heading,
      opens: heading ? 'section' : prose || afterHeading ? 'paragraph' : paragraph.opens,
    }
  })
}

function isHeading(story: string, paragraphs: Paragraph[], i: number): boolean {
  const paragraph = paragraphs[i]
  const next = paragraphs[i + 1]
  if (!paragraph || !next) return false
  const line = story.slice(paragraph.start, paragraph.end)
  const nextLine = story.slice(next.start, next.end)
  if (width(line) > 80) return false
  if (CHAPTER.test(line.trim())) return true
  if (ENDS_SENTENCE.test(line) || /^["'“‘「『«—–-]/u.test(line)) return false
  const blankAfter = /\n\s*\n/.test(story.slice(paragraph.end, next.start))
  if (paragraph.opens === 'section' && blankAfter) return width(line) <= 60
  // A title typed right above the story: much shorter than its first line, which is prose.
  if (i > 0 || /[,，、.。]/u.test(line) || width(line) > 40) return false
  return width(nextLine) >= width(line) * 2.5 && /[\p{Sentence_Terminal}…]["'”’»」』）)]*$/u.test(nextLine)
}
