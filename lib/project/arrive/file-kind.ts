/** What a file is: by its first bytes, and in a ZIP by the names of its entries. Its own name only says what it was meant to be. */
import { open } from 'node:fs/promises'
import { fileTypeFromFile } from 'file-type'
import { asStorageError } from '@/lib/storage/failure'
import type { ArrivalProblem } from './schema'
import { subtitlesIn } from './subtitles'

export interface Foreign {
  problem: Exclude<ArrivalProblem, 'bundle'>
  found: string
}

const HEAD_BYTES = 65_536

export async function headOf(file: string): Promise<Buffer> {
  const handle = await open(file)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

export const isZipHead = (head: Buffer): boolean =>
  ['504b0304', '504b0506', '504b0708'].includes(head.subarray(0, 4).toString('hex'))

const isWord = (label: string): boolean => /\.docx$/i.test(label)

/** Why a file that should be a ZIP by its name or its first bytes, and does not open as one, is not taken. */
export const damagedOf = (label: string): 'damaged_docx' | 'damaged_zip' =>
  isWord(label) ? 'damaged_docx' : 'damaged_zip'

export const isNamedZip = (label: string): boolean => /\.(zip|docx)$/i.test(label)

/** By an entry that every file of the format has. */
const PACKED: readonly [entry: string, problem: Foreign['problem'], found: string][] = [
  ['META-INF/container.xml', 'document', 'EPUB'],
  ['Index/Document.iwa', 'document', 'Pages'],
  ['index.xml', 'document', 'Pages'],
  ['content.xml', 'document', 'ODT'],
  ['xl/workbook.xml', 'other_type', 'XLSX'],
  ['ppt/presentation.xml', 'other_type', 'PPTX'],
]

/** What a ZIP is that is neither a project nor a Word document. */
export function foreignZip(names: ReadonlySet<string>): Foreign {
  const known = PACKED.find(([entry]) => names.has(entry))
  return known ? { problem: known[1], found: known[2] } : { problem: 'foreign_zip', found: '' }
}

/** Told by a mark that no text begins with. */
const DOCUMENTS: Record<string, string> = { pdf: 'PDF', rtf: 'RTF', ps: 'PostScript' }

// biome-ignore lint/suspicious/noControlCharactersInRegex: no text holds them
const BINARY = /[\u0000-\u0008\u000e-\u001f\ufffd]/

/** What a file is that is no ZIP, where it is no text either, or one that nobody would read aloud; else null. */
export async function foreignFile(file: string, head: Buffer, label: string): Promise<Foreign | null> {
  const type = await typeOf(file)
  if (type?.ext === 'cfb') return { problem: isWord(label) ? 'locked_word' : 'old_word', found: '' }
  const document = DOCUMENTS[type?.ext ?? '']
  if (document) return { problem: 'document', found: document }
  const text = new TextDecoder('utf-8').decode(head)
  const subtitles = subtitlesIn(text)
  if (subtitles) return { problem: 'document', found: subtitles }
  const markup = /^\s*<(!doctype html|html|svg|\?xml)[\s>]/i.exec(text)?.[1]?.toLowerCase()
  if (markup) return markupOf(markup, text)
  if (!type || !BINARY.test(text)) return null
  const found = type.ext.toUpperCase()
  const family = type.mime.split('/')[0]
  if (family === 'image') return { problem: 'picture', found }
  if (family === 'audio') return { problem: 'sound', found }
  return { problem: family === 'video' ? 'video' : 'other_type', found }
}

function markupOf(first: string, text: string): Foreign {
  if (first === 'svg' || /<svg[\s>]/i.test(text)) return { problem: 'picture', found: 'SVG' }
  if (first !== '?xml' || /<html[\s>]/i.test(text)) return { problem: 'web_page', found: 'HTML' }
  return { problem: 'other_type', found: 'XML' }
}

async function typeOf(file: string) {
  try {
    return await fileTypeFromFile(file)
  } catch (error) {
    // It reads as far as a head says, which in a broken file is anywhere.
    if (error instanceof Error && 'code' in error) throw asStorageError(error, 'read an import')
    return undefined
  }
}
