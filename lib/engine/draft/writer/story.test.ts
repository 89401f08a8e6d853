import { describe, expect, it } from 'vitest'
import { cleanStory } from './story'

describe('cleanStory', () => {
  it('gives one kind of line end and no characters that cannot be spoken', () => {
    expect(cleanStory('\ufeffOne.\r\nTwo\u0000.\rThree.\u2028Four\u0007.')).toBe('One.\nTwo.\nThree.\nFour.')
  })

  it('composes letters and replaces lone surrogates', () => {
    expect(cleanStory('cafe\u0301 \ud800 \udc00')).toBe('café \ufffd \ufffd')
  })

  it('keeps the words of headings and drops their marks', () => {
    expect(cleanStory('# The Storm #\nThe **sea** rose.\n***\nQuiet.')).toBe(
      'The Storm\n\nThe sea rose.\n\n\nQuiet.',
    )
  })

  it('joins lines wrapped by hand and leaves verse as it is', () => {
    const wrapped =
      'The old keeper climbed the long stairs of the tower and\nlooked out over the water, which was as black as the\ninside of a boot.'
    expect(cleanStory(wrapped)).toBe(wrapped.replaceAll('\n', ' '))
    const verse = 'The fog comes\non little cat feet.\nIt sits looking\nover harbor and city'
    expect(cleanStory(verse)).toBe(verse)
  })

  it('leaves a story of nothing but marks alone', () => {
    expect(cleanStory('***')).toBe('***')
    expect(cleanStory(' \n\t ')).toBe('')
  })

  it('changes nothing the second time', () => {
    for (const text of ['## # A\n\nb', '**__x__**', 'e**\u0301**', '---\n\n\n\n\nx', '#\n# \n###### y']) {
      expect(cleanStory(cleanStory(text))).toBe(cleanStory(text))
    }
  })
})
