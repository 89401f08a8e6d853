/**
 * Draft writer: turns a story into a storyboard without any model. It reads the story in passes, each a pure function
 * over the one before: `story` (clean text) → `language` → `sentences` → `shots` (which sentences a scene holds) →
 * `reading` (what the words name) → `cast` (who is who) → `setting` (where and when, carried on) → `scene` words
 * (prompt, title, camera, music). The narration is always the author's own text; only pictures are invented.
 *
 * Free of Node: the browser writes the same storyboard from the same story.
 */

const LINE_BREAKS = /\r\n?|[\u0085\u2028\u2029\v\f]/g
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters a story must not keep.
const UNSPEAKABLE = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\ufeff]/g
const MARKDOWN_HEADING = /^\s{0,3}(?:#{1,6}\s+)+(.*?)(?:\s+#+)?\s*$/
const SEPARATOR = /^\s*(?:[*\-_~=#•·—＊]\s*){3,}$/
const HEAVY_MARKS = /(\*\*|__)(?=\S)(.*?\S)\1/g

/**
 * The story as every later pass reads it: well-formed NFC text, `\n` line ends, no control characters, no Markdown
 * marks. Marks are not the author's words, so they are not spoken; the words of a heading are. A heading or a
 * separator line (`***`) leaves two blank lines behind, which is how the later passes know a new section.
 */
export function cleanStory(raw: string): string {
  const text = raw.toWellFormed().replace(LINE_BREAKS, '\n').replace(UNSPEAKABLE, '').normalize('NFC')
  let plain = text.trim()
  for (;;) {
    const next = unwrap(stripMarks(plain))
    // A story of nothing but marks is still the author's story.
    if (next === '' || next === plain) return plain
    plain = next
  }
}

function stripMarks(text: string): string {
  const lines = text.split('\n').flatMap((line) => {
    if (SEPARATOR.test(line)) return ['', '', '']
    const heading = MARKDOWN_HEADING.exec(line)?.[1]
    if (heading) return ['', '', heading, '']
    return [line.trimEnd()]
  })
  return lines
    .join('\n')
    .replace(HEAVY_MARKS, '$2')
    .replace(/\n(?:[^\S\n]*\n){3,}/g, '\n\n\n')
    .normalize('NFC')
    .trim()
}

const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]/

/** Width in half-width columns, as a reader sees the line. */
export function lineWidth(text: string): number {
  let columns = 0
  for (const char of text) columns += WIDE.test(char) ? 2 : 1
  return columns
}

const ENDS_SENTENCE = /[\p{Sentence_Terminal}…]["'”’»」』）)]*\s*$/u
const HAN_AROUND = /(?<=[\u3000-\u9fff\uff00-\uff60])\n(?=[\u3000-\u9fff\uff00-\uff60])/gu

/** Joins lines that were wrapped by hand at some column: long, alike, and mostly ending in the middle of a sentence. */
function unwrap(text: string): string {
  const blocks = text.split(/(\n\s*\n)/)
  const inner = blocks.flatMap((block) => block.split('\n').slice(0, -1)).filter((line) => line.trim())
  const broken = inner.filter((line) => lineWidth(line) >= 44 && !ENDS_SENTENCE.test(line))
  if (inner.length < 2 || broken.length < inner.length * 0.6) return text
  return blocks
    .map((block) => (/\S/.test(block) ? block.replace(HAN_AROUND, '').replace(/[^\S\n]*\n/g, ' ') : block))
    .join('')
}
