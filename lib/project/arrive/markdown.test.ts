import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readMarkdown } from './markdown'

const RICH = `---
title: "The Owl"
tags: [night, birds]
---
The Owl
=======

<!-- draft 3 -->
The **owl** sang *softly* to [the moon](https://moon.example "a title"), and \`hooted\`
once more.  
Nobody heard her &amp; her song\\*. ![a drawing](owl.png)

> It was late.
> The stars were out.

- a branch
- a nest
  - three eggs
- [x] a feather

1. She flew up
2. She came down!

* * *

\`\`\`text
To whoever finds this
\`\`\`

| who | what |
|-----|:----:|
| owl | song |

<div align="center">The <b>end</b> &mdash; of it<br>for now</div>

### ~~Not~~ the last &#169; line[^1] ###

[ref]: https://example.com
<https://example.com> [^1]: A note.
`

const PLAIN = `# The Owl

The owl sang softly to the moon, and hooted once more.
Nobody heard her & her song*.

It was late. The stars were out.

a branch.
a nest.
three eggs.
a feather.
She flew up.
She came down!


To whoever finds this

who, what.
owl, song.

The end — of it
for now

# Not the last © line

A note.`

const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? []
const read = (text: string): string => readMarkdown(text).story

describe('Markdown', () => {
  it('is read to its words, and only headings stay marked', () => {
    expect(readMarkdown(RICH)).toEqual({ title: 'The Owl', story: PLAIN })
  })

  it('is named by a heading that it begins with and that has none beside it', () => {
    const named = (text: string) => readMarkdown(text).title
    expect(named('# The *Owl*\n\nShe flew.\n\n## Night\n\nShe sang.')).toBe('The Owl')
    expect(named('---\ntitle: Songs\n---\n# The Owl\n\nShe flew.')).toBe('Songs')
    expect(named('# One\n\nShe flew.\n\n# Two\n\nShe sang.')).toBe('')
    expect(named('It was late.\n\n# The Owl\n\nShe flew.')).toBe('')
  })

  it('in Chinese is joined without blanks where it was wrapped', () => {
    expect(
      read(
        '## 第一章\n\n**小狐狸**捡到了\n一颗[星星](a.html)，\n“好冷！”\n它说。\n\n- 苹果\n- 梨子\n\n|名字|年纪|\n|-|-|\n|阿橘|三岁|',
      ),
    ).toBe('# 第一章\n\n小狐狸捡到了一颗星星，“好冷！”它说。\n\n苹果。\n梨子。\n名字，年纪。\n阿橘，三岁。')
    expect(read('　　月亮升起来了。\n　　星星也亮了。')).toBe('月亮升起来了。\n\n星星也亮了。')
    expect(read('月亮 moon\nand stars')).toBe('月亮 moon and stars')
  })

  it('that is plain prose loses no word', () => {
    const prose = [
      '- Come here, he said.\n- No, she said, and 3 * 4 is * not a_snake_case _either.',
      '— Come here — he said.\n\n* * * and then?',
      '1986. What a year it was.\n\nIt was a < b, and 5 > 4; [not a link] (nor this).',
      '    An indented beginning of a tale.\n\nFish & chips; AT&T; #5 is alive, #hash too.',
      '---\nTom: he came late.\nNobody saw him.\n---\nAnd so on.',
      '--- \nThe letter: it came late\n---\nand nobody read it.',
    ]
    for (const text of prose) expect(wordsOf(read(text))).toEqual(wordsOf(text))
    expect(read('1986. What a year it was.')).toBe('1986. What a year it was.')
  })

  it('keeps every word, whatever signs stand between words', () => {
    const sign = fc.constantFrom(
      '*',
      '_',
      '**',
      '~',
      '-',
      '- ',
      '# ',
      '> ',
      '+ ',
      '|',
      '`',
      '\n',
      '\n\n',
      ' ',
      '  \n',
      '—',
      '《',
      '。',
    )
    const word = fc.stringMatching(/^[a-z]{3,8}$/)
    const text = fc.array(fc.tuple(word, fc.array(sign, { maxLength: 3 }), fc.constant(' ')), {
      maxLength: 20,
    })
    fc.assert(
      fc.property(text, (parts) => {
        const written = parts.map(([name, signs, gap]) => `${name}${gap}${signs.join('')}${gap}`).join('')
        expect(wordsOf(read(written)).sort()).toEqual(wordsOf(written).sort())
      }),
    )
  })

  it('in whatever shape is read without a fault', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => typeof read(text) === 'string'),
    )
  })
})
