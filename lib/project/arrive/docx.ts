import { SaxesParser } from 'saxes'
import { openPromise } from 'yauzl'
import { isStudioError } from '@/lib/base/errors'
import { type Heading, nameIn } from './headings'
import { refuseFile } from './refusal'

const DOCUMENT = 'word/document.xml'
/** A story of 100 000 characters, each in a run of its own with all its properties. */
const MOST_XML_BYTES = 50_000_000
const MOST_ENTRIES = 2_000

const WORD = /wordprocessingml\/(2006\/)?main$/
const COMPATIBILITY = 'http://schemas.openxmlformats.org/markup-compatibility/2006'
const HEADING = /^(?:title|(?:heading|标题) ?(\d*))$/i

const faultOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** Names of what a ZIP holds; nothing is unpacked. Throws `bad_media` naming it as what it should be. */
export async function listZip(
  filePath: string,
  damaged: 'damaged_zip' | 'damaged_docx',
): Promise<Set<string>> {
  const zip = await openPromise(filePath, { lazyEntries: true, autoClose: false }).catch((cause: unknown) => {
    throw refuseFile(damaged, { fault: faultOf(cause), cause })
  })
  const names = new Set<string>()
  try {
    for await (const entry of zip.eachEntry()) {
      names.add(entry.fileName)
      if (names.size > MOST_ENTRIES) break
    }
    return names
  } catch (cause) {
    throw refuseFile(damaged, { fault: faultOf(cause), cause })
  } finally {
    zip.close()
  }
}

export const isDocx = (names: ReadonlySet<string>): boolean => names.has(DOCUMENT)

export interface DocxStory {
  /** The heading that names it; empty where there is none. */
  title: string
  /** Headings are marked as in Markdown. */
  story: string
}

/** The text of a Word document; nothing else of it is unpacked. Throws `bad_media`. */
export async function readDocx(filePath: string): Promise<DocxStory> {
  try {
    const zip = await openPromise(filePath, { lazyEntries: true, autoClose: false })
    try {
      for await (const entry of zip.eachEntry()) {
        if (entry.fileName !== DOCUMENT) continue
        if (entry.uncompressedSize > MOST_XML_BYTES) throw refuseFile('long_docx')
        const reader = new DocumentText()
        // The stream breaks off when there is more than the directory says.
        const text = new TextDecoder('utf-8', { fatal: true })
        for await (const chunk of await zip.openReadStreamPromise(entry)) {
          reader.write(text.decode(chunk as Buffer, { stream: true }))
        }
        return reader.end()
      }
      throw refuseFile('damaged_docx', { fault: `no ${DOCUMENT}` })
    } finally {
      zip.close()
    }
  } catch (cause) {
    if (isStudioError(cause)) throw cause
    throw refuseFile('damaged_docx', { fault: faultOf(cause), cause })
  }
}

/** WordprocessingML (ECMA-376, part 1, section 17): paragraphs of runs of text, tabs and breaks. */
export class DocumentText {
  private readonly parser = new SaxesParser({ xmlns: true })
  private readonly paragraphs: string[] = []
  private text = ''
  private isText = false
  private readonly headings: Heading[] = []
  /** Of the paragraph that is being read; null where it is no heading. */
  private rank: number | null = null
  /** Inside what older programs show instead of the same thing. */
  private skipped = 0

  constructor() {
    this.parser.on('error', (error) => {
      throw error
    })
    this.parser.on('opentag', ({ uri, local, attributes }) => {
      if (uri === COMPATIBILITY && local === 'Fallback') this.skipped++
      if (this.skipped > 0 || !WORD.test(uri)) return
      if (local === 't') this.isText = true
      if (local === 'tab') this.text += ' '
      if (local === 'br' || local === 'cr') this.text += '\n'
      if (local === 'pStyle') {
        const value = Object.values(attributes).find((attribute) => attribute.local === 'val')?.value
        const style = HEADING.exec(value ?? '')
        this.rank = style && Number(style[1] ?? 0)
      }
    })
    this.parser.on('text', (text) => {
      if (this.isText && this.skipped === 0) this.text += text
    })
    this.parser.on('closetag', ({ uri, local }) => {
      if (uri === COMPATIBILITY && local === 'Fallback') this.skipped--
      if (!WORD.test(uri)) return
      if (local === 't') this.isText = false
      if (local === 'p' && this.skipped === 0) this.endParagraph()
    })
  }

  write(xml: string): void {
    this.parser.write(xml)
  }

  end(): DocxStory {
    this.parser.close()
    return { title: nameIn(this.headings), story: this.paragraphs.join('\n\n').trim() }
  }

  private endParagraph(): void {
    const text = this.text.trim()
    if (text && this.rank !== null) this.addHeading(text.replace(/\n/g, ' '), this.rank)
    else if (text) this.paragraphs.push(text)
    this.text = ''
    this.rank = null
  }

  private addHeading(text: string, rank: number): void {
    this.headings.push({ rank, text, isFirst: this.paragraphs.length === 0 })
    this.paragraphs.push(`# ${text}`)
  }
}
