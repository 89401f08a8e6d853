import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { unpackFont } from './font-file'

const LATIN = path.resolve('public/fonts/film/latin/noto-sans-latin-700-normal.woff')

/** OpenType: the sum of a table's 32-bit words. */
function sumOf(table: Buffer): number {
  let sum = 0
  for (let at = 0; at < table.length; at += 4) sum = (sum + table.readUInt32BE(at)) >>> 0
  return sum
}

test('a WOFF is unpacked to the font it was made of: tables in their places, with their checksums', async () => {
  const font = unpackFont(await readFile(LATIN))
  expect(font.readUInt32BE(0)).toBe(0x00010000)
  const count = font.readUInt16BE(4)
  const tags: string[] = []
  for (let i = 0; i < count; i++) {
    const at = 12 + 16 * i
    const tag = font.toString('latin1', at, at + 4)
    tags.push(tag)
    const [checksum, offset, length] = [4, 8, 12].map((n) => font.readUInt32BE(at + n)) as [
      number,
      number,
      number,
    ]
    expect(offset % 4).toBe(0)
    const table = Buffer.from(font.subarray(offset, offset + 4 * Math.ceil(length / 4)))
    // The adjustment that stands in the head table counts as none.
    if (tag === 'head') table.writeUInt32BE(0, 8)
    expect([tag, sumOf(table)]).toEqual([tag, checksum])
  }
  expect(tags).toEqual(expect.arrayContaining(['cmap', 'glyf', 'head', 'loca']))
})
