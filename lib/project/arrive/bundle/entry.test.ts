import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type EntryHead, faultOf, isBundleName } from './entry'

const head = (name: string, change: Partial<EntryHead> = {}): EntryHead => ({
  name,
  bytes: 10,
  packedBytes: 10,
  isEncrypted: false,
  mode: 0o100644,
  ...change,
})

/** What leads out of a folder, hides, or is another name for the same file somewhere. */
const odd = fc.oneof(
  fc.string(),
  fc
    .array(fc.constantFrom('..', '.', 'frames', 'ab', '~', 'C:', '', '\u0000', 'a'.repeat(64), '.png'), {
      maxLength: 8,
    })
    .map((parts) => parts.join('/')),
  fc.array(fc.constantFrom('..', 'frames', 'ab'), { maxLength: 6 }).map((parts) => parts.join('\\')),
  fc.string({ unit: 'grapheme' }).map((text) => `frames/ab/${text}.png`),
)

describe('a name in a project file', () => {
  it('never leads anywhere but to a document or a storage key', () => {
    fc.assert(
      fc.property(odd, (name) => {
        if (!isBundleName(name)) return
        const target = path.resolve('/studio', name)
        expect(target.startsWith('/studio/')).toBe(true)
        expect(path.relative('/studio', target)).toBe(name)
        expect(name).toMatch(/^[a-z0-9./]+$/)
      }),
      { numRuns: 5_000 },
    )
  })

  it('that is a storage key is taken', () => {
    expect(isBundleName(`frames/aa/${'a'.repeat(64)}.png`)).toBe(true)
    expect(isBundleName('project.json')).toBe(true)
  })
})

describe('a directory', () => {
  const key = `frames/aa/${'a'.repeat(64)}.png`

  it('without a fault has none', () => {
    expect(faultOf([head('project.json'), head(key)], 1_000)).toBeNull()
  })

  it.each<[string, EntryHead[]]>([
    ['a bomb', [head(key, { bytes: 10_000, packedBytes: 10 })]],
    ['a huge document', [head('assets.json', { bytes: 100_000_000, packedBytes: 100 })]],
    ['files over one another', [head(key, { bytes: 2_000, packedBytes: 2_000 })]],
    ['a link', [head(key, { mode: 0o120777 })]],
    ['a device', [head(key, { mode: 0o020666 })]],
    ['a secret', [head(key, { isEncrypted: true })]],
    ['a name twice', [head(key), head(key)]],
    ['too many bytes', [head(key, { bytes: 9e9, packedBytes: 900 })]],
  ])('with %s is refused', (_, entries) => {
    expect(faultOf(entries, 1_000)).not.toBeNull()
  })
})
