/** Markdown read to plain text, as somebody would read it aloud. Free of Node: the story sheet reads it as well. */
import MarkdownIt from 'markdown-it'
import { type Heading, nameIn } from './headings'

export interface MarkdownStory {
  /** That of its front matter, or the heading that names it; empty where there is none. */
  title: string
  story: string
}

const parser = new MarkdownIt({ html: true })
type Token = ReturnType<typeof parser.parse>[number]

/** Headings stay marked, which is how the writer of the storyboard knows them; no other sign of Markdown is left. */
export function readMarkdown(text: string): MarkdownStory {
  const { title, body } = splitFrontMatter(text)
  const blocks = new Blocks()
  for (const token of parser.parse(body, {})) blocks.read(token)
  return { title: title || nameIn(blocks.headings), story: blocks.story() }
}

const FRONT_MATTER = /^---[ \t]*\n([\s\S]*?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)/

/** YAML between two lines of dashes, at the very beginning. A story may begin with such a line as well. */
function splitFrontMatter(text: string): { title: string; body: string } {
  const [whole = '', yaml = ''] = FRONT_MATTER.exec(text) ?? []
  const isYaml = yaml.split('\n').every((line) => /^(\s*$|\s*#|\s+\S|- |[\w-]+:(\s|$))/.test(line))
  if (!whole || !isYaml || !/^[\w-]+:/m.test(yaml)) return { title: '', body: text }
  const title = /^title:[ \t]*(.*)$/m.exec(yaml)?.[1]?.trim() ?? ''
  return { title: title.replace(/^(["'])(.*)\1$/, '$2'), body: text.slice(whole.length) }
}

interface Block {
  text: string
  /** A line of a list or a table stands under the one before. */
  isLine: boolean
}

class Blocks {
  private readonly blocks: Block[] = []
  readonly headings: Heading[] = []
  /** Of the heading that is being read; 0 outside of one. */
  private rank = 0
  private listDepth = 0
  /** What the next item of a list is known by, where it is more than its place: a year at the beginning of a line. */
  private mark = ''
  private cells: string[] | null = null
  private keepsNumbers: boolean[] = []

  read(token: Token): void {
    const { type, content } = token
    if (type === 'heading_open') this.rank = Number(token.tag.slice(1))
    else if (type === 'bullet_list_open' || type === 'ordered_list_open') this.openList(token)
    else if (type === 'bullet_list_close' || type === 'ordered_list_close') {
      this.listDepth--
      this.keepsNumbers.pop()
    } else if (type === 'list_item_open') this.mark = this.keepsNumbers.at(-1) ? `${token.info}. ` : ''
    else if (type === 'tr_open') this.cells = []
    else if (type === 'tr_close') this.endRow()
    else if (type === 'inline') this.readInline(token)
    else if (type === 'fence' || type === 'code_block') this.add(content.trim())
    else if (type === 'html_block') this.add(joined(wordsOf(inlineOf(withoutTags(content)))))
    else if (type === 'hr') this.blocks.push({ text: '', isLine: false })
  }

  story(): string {
    return this.blocks
      .map(({ text, isLine }, i) => {
        if (i === 0) return text
        return `${isLine && this.blocks[i - 1]?.isLine ? '\n' : '\n\n'}${text}`
      })
      .join('')
      .replace(/\n{4,}/g, '\n\n\n')
      .trim()
  }

  private openList(token: Token): void {
    this.listDepth++
    // Somebody who begins at 1986 counts years and no items.
    this.keepsNumbers.push(Number(token.attrGet('start') ?? 1) > 1)
  }

  private readInline(token: Token): void {
    const text = joined(wordsOf(token.children ?? []))
    if (this.rank > 0) {
      this.addHeading(text.replace(/\s*\n\s*/g, ' '))
      this.rank = 0
    } else if (this.cells) this.cells.push(text.replace(/\s*\n\s*/g, ' '))
    else if (this.listDepth > 0) {
      this.add(text && sentence(this.mark + text.replace(/^\[[ xX]\]\s+/, '')), true)
      this.mark = ''
    } else this.add(text)
  }

  private endRow(): void {
    const cells = (this.cells ?? []).filter(Boolean)
    this.cells = null
    const comma = cells.some((cell) => CJK.test(cell)) ? '\uff0c' : ', '
    if (cells.length > 0) this.add(sentence(cells.join(comma)), true)
  }

  private addHeading(text: string): void {
    if (!text) return
    this.headings.push({ rank: this.rank, text, isFirst: this.blocks.length === 0 })
    this.add(`# ${text}`)
  }

  private add(text: string, isLine = false): void {
    if (text) this.blocks.push({ text, isLine })
  }
}

const inlineOf = (text: string): Token[] => parser.parseInline(text, {})[0]?.children ?? []

/** Where a line of the file ends, and where the writer wants a line to end. */
const SOFT = '\n'
const HARD = '\u2028'

function wordsOf(tokens: readonly Token[]): string {
  let words = ''
  let isAddress = false
  for (const { type, content, markup } of tokens) {
    if (type === 'link_open' || type === 'link_close')
      isAddress = type === 'link_open' && markup === 'autolink'
    else if (type === 'text' || type === 'code_inline') words += isAddress ? '' : content
    else if (type === 'softbreak') words += SOFT
    else if (type === 'hardbreak' || (type === 'html_inline' && /^<br\b/i.test(content))) words += HARD
  }
  return words.replace(/\[\^[^\]\s]+\]:?/g, '')
}

const CJK = /[\u3000-\u9fff\uf900-\ufaff\uff00-\uff60]/
/** Signs of both scripts, which are written without a space beside Chinese. */
const SHARED = '\u201c\u201d\u2018\u2019\u2014\u2026'
const BETWEEN_CJK = new RegExp(
  `(?<=${CJK.source})\n(?=${CJK.source}|[${SHARED}])|(?<=[${SHARED}])\n(?=${CJK.source})`,
  'g',
)

/** Lines that were only wrapped become one; an indented one begins a paragraph, as Chinese books have it. */
function joined(words: string): string {
  return words
    .replace(/[ \t]*\n[ \t]*/g, '\n')
    .replace(/\n\u3000+/g, `${HARD}${HARD}`)
    .replace(BETWEEN_CJK, '')
    .replace(/\n/g, ' ')
    .replace(/ {2,}/g, ' ')
    .replace(/ *\u2028 */g, '\n')
    .replace(/^[\u3000\s]+|\s+$/g, '')
}

/** What a list or a table leaves to its layout. */
function sentence(text: string): string {
  if (!/[\p{L}\p{N}]['"\u2019\u201d)\uff09\u300b\u300d]*$/u.test(text)) return text
  return `${text}${CJK.test(text.at(-1) ?? '') ? '\u3002' : '.'}`
}

const withoutTags = (html: string): string =>
  html
    .replace(/<!--[\s\S]*?(-->|$)/g, '')
    .replace(/<(script|style)\b[\s\S]*?(<\/\1\s*>|$)/gi, '')
    .replace(/<br\b[^>]*>/gi, '\\\n')
    .replace(/<\/?[a-z!?][^>]*>/gi, '')
    .trim()
