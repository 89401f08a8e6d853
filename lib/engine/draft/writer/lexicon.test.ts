import { describe, expect, it } from 'vitest'
import { lexicon } from './lexicon'
import { ABROAD } from './lexicon/abroad'
import { simplify } from './simplify'

describe('lexicon', () => {
  const { chinese, english, named } = lexicon()
  const entries = [...new Set([...chinese.values(), ...english.values()].flat())]

  it('knows enough words of both languages', () => {
    expect(chinese.size).toBeGreaterThan(2_000)
    expect(english.size).toBeGreaterThan(2_000)
  })

  it('puts only English into pictures', () => {
    for (const entry of entries) expect(JSON.stringify(entry)).toMatch(/^[\x20-\x7e]*$/)
  })

  it('sends everyone home to a place it knows', () => {
    const homes = entries.flatMap((entry) =>
      entry.kind === 'person' || entry.kind === 'animal' ? [entry.home] : [],
    )
    for (const home of homes) expect(home === '' || named.has(`place:${home}`), home).toBe(true)
  })

  it('writes Chinese words in simplified characters and English in lower case', () => {
    for (const word of chinese.keys()) expect(simplify(word)).toBe(word)
    for (const word of english.keys()) expect(word).toBe(word.toLowerCase())
  })

  it('has each foreign word in every column and for a thing it can draw', () => {
    for (const line of ABROAD.trim().split('\n')) {
      const [name = '', ...columns] = line.split('|').map((field) => field.trim())
      expect(named.has(name), name).toBe(true)
      expect(columns, name).toHaveLength(8)
    }
  })
})
