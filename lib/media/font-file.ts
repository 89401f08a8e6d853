import { readFile } from 'node:fs/promises'
import { inflateSync } from 'node:zlib'

export interface FontFile {
  covers(codePoint: number): boolean
  /** Height of the font's line in ems: libass, like GDI, scales a font so that this height is the font size. */
  lineEm: number
}

/** Reads a WOFF 1.0 (https://www.w3.org/TR/WOFF/) as far as subtitles need it. */
export async function readFontFile(path: string): Promise<FontFile> {
  const bytes = await readFile(path)
  if (bytes.toString('latin1', 0, 4) !== 'wOFF') throw new Error(`${path} is not a WOFF file`)
  const unitsPerEm = tableOf(bytes, 'head').readUInt16BE(18)
  const os2 = tableOf(bytes, 'OS/2')
  const covered = codePointsOf(tableOf(bytes, 'cmap'))
  return {
    covers: (codePoint) => covered.has(codePoint),
    // usWinAscent + usWinDescent
    lineEm: (os2.readUInt16BE(74) + os2.readUInt16BE(76)) / unitsPerEm,
  }
}

const HEADER_BYTES = 44
const ENTRY_BYTES = 20

function* entriesOf(bytes: Buffer): Generator<{ tag: string; checksum: number; table(): Buffer }> {
  const count = bytes.readUInt16BE(12)
  for (let i = 0; i < count; i++) {
    const entry = HEADER_BYTES + i * ENTRY_BYTES
    const table = () => {
      const offset = bytes.readUInt32BE(entry + 4)
      const packed = bytes.subarray(offset, offset + bytes.readUInt32BE(entry + 8))
      return packed.length < bytes.readUInt32BE(entry + 12) ? inflateSync(packed) : packed
    }
    yield {
      tag: bytes.toString('latin1', entry, entry + 4),
      checksum: bytes.readUInt32BE(entry + 16),
      table,
    }
  }
}

function tableOf(bytes: Buffer, tag: string): Buffer {
  for (const entry of entriesOf(bytes)) if (entry.tag === tag) return entry.table()
  throw new Error(`a font without a ${tag} table`)
}

/**
 * A WOFF as the OpenType font that it packs (https://learn.microsoft.com/typography/opentype/spec/otff), for readers that
 * unpack a table of megabytes for each letter.
 */
export function unpackFont(woff: Buffer): Buffer {
  const entries = [...entriesOf(woff)].map((entry) => ({ ...entry, bytes: entry.table() }))
  const head = Buffer.alloc(12 + 16 * entries.length)
  woff.copy(head, 0, 4, 8)
  const log = Math.floor(Math.log2(entries.length))
  for (const [i, value] of [entries.length, 2 ** log * 16, log, (entries.length - 2 ** log) * 16].entries())
    head.writeUInt16BE(value, 4 + 2 * i)
  const parts: Buffer[] = [head]
  let offset = head.length
  for (const [i, { tag, checksum, bytes }] of entries.entries()) {
    const at = 12 + 16 * i
    head.write(tag, at, 'latin1')
    for (const [j, value] of [checksum, offset, bytes.length].entries())
      head.writeUInt32BE(value, at + 4 + 4 * j)
    const padding = Buffer.alloc(-bytes.length & 3)
    parts.push(bytes, padding)
    offset += bytes.length + padding.length
  }
  return Buffer.concat(parts)
}

/** Formats 4 and 12 of https://learn.microsoft.com/typography/opentype/spec/cmap, the two in use. */
function codePointsOf(cmap: Buffer): Set<number> {
  const found = new Set<number>()
  const count = cmap.readUInt16BE(2)
  for (let i = 0; i < count; i++) {
    const table = cmap.subarray(cmap.readUInt32BE(4 + i * 8 + 4))
    const format = table.readUInt16BE(0)
    if (format === 4) readSegments(table, found)
    if (format === 12) readGroups(table, found)
  }
  return found
}

function readSegments(table: Buffer, found: Set<number>): void {
  const bytes = table.readUInt16BE(6)
  for (let at = 0; at < bytes; at += 2) {
    const end = table.readUInt16BE(14 + at)
    const start = table.readUInt16BE(16 + bytes + at)
    const delta = table.readUInt16BE(16 + 2 * bytes + at)
    const rangeAt = 16 + 3 * bytes + at
    const range = table.readUInt16BE(rangeAt)
    for (let code = start; code <= end && code < 0xffff; code++) {
      const glyph =
        range === 0 ? (code + delta) & 0xffff : table.readUInt16BE(rangeAt + range + 2 * (code - start))
      if (glyph !== 0) found.add(code)
    }
  }
}

function readGroups(table: Buffer, found: Set<number>): void {
  const count = table.readUInt32BE(12)
  for (let at = 16; at < 16 + count * 12; at += 12) {
    const end = table.readUInt32BE(at + 4)
    for (let code = table.readUInt32BE(at); code <= end; code++) found.add(code)
  }
}
