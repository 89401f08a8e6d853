import { describe, expect, it } from 'vitest'
import { LIMITS } from './schema'
import { findPalette, findStyle, readStyle, STYLES, withPalette } from './styles'

describe('readStyle', () => {
  it.each(STYLES.map((style) => [style.id, style] as const))(
    'finds %s by its id, its names and its prompt',
    (id, style) => {
      for (const words of [style.id, style.name.en, style.name.zh, style.prompt]) {
        expect(readStyle(words)).toEqual({ id, prompt: style.prompt })
      }
    },
  )

  it.each([
    ['赛博朋克，冷色光影', 'cyberpunk'],
    ['水墨武侠', 'ink-wash'],
    ['a warm picture book for children', 'storybook-warm'],
    ['black-and-white detective film', 'noir'],
    ['霓虹灯下的未来都市', 'cyberpunk'],
    ['梦幻粉色', 'pastel'],
    ['Watercolor on rough paper', 'watercolour'],
  ])('maps free words to the nearest style: %s', (words, id) => {
    const style = readStyle(words)
    expect(style.id).toBe(id)
    expect(style.prompt.startsWith(words)).toBe(true)
    expect(style.prompt).toContain(findStyle(id)?.prompt)
  })

  it('adds English for Chinese words about light', () => {
    expect(readStyle('赛博朋克，冷色光影').prompt).toContain('cold light')
  })

  it('keeps words that fit no style as a style of their own', () => {
    expect(readStyle('Bauhaus')).toEqual({ id: 'custom', prompt: 'Bauhaus' })
  })

  it('gives the default for no words, and never more than a style may hold', () => {
    expect(readStyle('  ').id).toBe('paper-cut')
    expect(readStyle('霓虹🌃'.repeat(900)).prompt.length).toBeLessThanOrEqual(LIMITS.styleChars)
  })
})

describe('a palette', () => {
  it('stands once in the words of a style, and goes without a trace', () => {
    const style = 'watercolour painting, soft washes'
    const warm = withPalette(style, 'warm')
    expect(findPalette(warm)).toBe('warm')
    expect(findPalette(withPalette(warm, 'cold'))).toBe('cold')
    expect(withPalette(withPalette(warm, 'cold'), null)).toBe(style)
    expect(findPalette(style)).toBeNull()
  })
})
