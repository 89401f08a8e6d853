import { describe, expect, it } from 'vitest'
import type { StoryboardRequest } from '@/lib/engine/contract'
import { cleanStory } from './story'
import { writeStoryboard } from './write-storyboard'

const TEXTS: [string, string][] = [
  [
    'an English tale',
    'Mr. Fox met Dr. J. R. Hare at 3.14 p.m. "Run!" he cried. "Why?" Hare asked... They ran. It was 1.5 miles, e.g. far.\n\nThe end.',
  ],
  ['a Chinese tale', '“快跑！”他喊道。天黑了……“我不知道。”小红说：“走吧！”他们走了。'],
  ['traditional Chinese', '從前，有一個老人住在海邊。他每天都在燈塔裡點燈。「今晚有風暴！」他說。'],
  ['Japanese', '昔々、あるところに狐がいました。「行こう。」と言った。夜になった！'],
  ['Korean', '옛날 옛적에 호랑이가 살았습니다. "떡 하나 주면 안 잡아먹지!" 하고 말했어요.'],
  ['Arabic', 'كان يا ما كان، في قديم الزمان، ملك عادل. هل نام؟ نعم، نام.'],
  ['Hebrew', 'היה היה פעם מלך. הוא גר בארמון גדול! מה קרה אז?'],
  ['Hindi', 'एक समय की बात है। एक राजा था। वह बहुत दयालु था।'],
  ['Thai', 'กาลครั้งหนึ่งนานมาแล้ว มีกระต่ายตัวหนึ่ง มันวิ่งเร็วมาก'],
  ['Russian', 'Жил-был старик. Он пошёл к морю. «Что тебе надобно, старче?» — спросила рыбка.'],
  ['emoji only', '🦊🌙🌲❤️‍🔥👩‍👩‍👧‍👦'],
  ['punctuation only', '……？！ -- ... ""'],
  ['one endless word', 'a'.repeat(3000)],
  ['lone surrogates', 'A fox \ud800 ran. \udc00 It stopped.'],
  ['control characters and CRLF', '\ufeffOne.\r\nTwo\u0000 three.\r\rFour\u000b five.'],
  ['Markdown', '# The Storm\n\nThe **sea** rose. It fell.\n\n***\n\n## Later\n\nQuiet came.'],
  ['chapters', '第一章 出发\n小明走了。\n第二章 归来\n他回来了。'],
  [
    'verse',
    'The fog comes\non little cat feet.\n\nIt sits looking\nover harbor and city\non silent haunches\nand then moves on.',
  ],
  [
    'text wrapped by hand',
    `${'The old keeper climbed the long stairs of the tower and looked\nout over the water, which was as black as the inside of a boot\nand as loud as a train. '.repeat(4)}\n`,
  ],
  ['nothing but marks', '***\n---\n###'],
  ['mixed scripts', 'Li said 你好。Then “再见！” he left.  Ende… fin.'],
]

function write(story: string, sceneCount: number | null = null, seed = 1) {
  const request: StoryboardRequest = { story, language: null, sceneCount, style: '', seed }
  return writeStoryboard(request)
}
const bare = (text: string) => text.replace(/\s+/gu, '')
const spoken = (story: string, count: number | null) =>
  bare(
    write(story, count)
      .scenes.map((s) => s.narration)
      .join(''),
  )

/** Text from every corner of Unicode, with the marks that make sentence splitting hard. */
function randomText(seed: number): string {
  let state = seed
  const next = (n: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return (state >>> 8) % n
  }
  const marks = [
    '. ',
    '。',
    '！”',
    '"',
    '“',
    '”',
    '…',
    '……',
    '\n',
    '\n\n',
    ' ',
    ', ',
    '，',
    '? ',
    '؟ ',
    '# ',
    '* ',
    '---',
    '\t',
    '\r\n',
    'Mr. ',
    '第一章',
    '」',
    '「',
    '、',
  ]
  const ranges: [number, number][] = [
    [0x20, 0x7f],
    [0x4e00, 0x4f00],
    [0x600, 0x6ff],
    [0x5d0, 0x5ea],
    [0x1f300, 0x1f5ff],
    [0x0, 0xffff],
    [0x900, 0x97f],
    [0xe00, 0xe7f],
    [0xac00, 0xad00],
  ]
  let text = ''
  for (let i = next(220) + 1; i > 0; i--) {
    const [from, to] = ranges[next(ranges.length)] ?? [0x20, 0x7f]
    text += next(3) === 0 ? marks[next(marks.length)] : String.fromCodePoint(from + next(to - from))
  }
  return text
}

describe('narration', () => {
  it.each(TEXTS)('speaks every word of the author once, in order: %s', (_, story) => {
    for (const count of [null, 1, 2, 3, 7, 40]) expect(spoken(story, count)).toBe(bare(cleanStory(story)))
  })

  it('speaks every word of random Unicode once, in order', () => {
    for (let seed = 1; seed <= 400; seed++) {
      const story = randomText(seed)
      if (cleanStory(story) === '') continue
      expect(spoken(story, (seed % 11) + 1), JSON.stringify(story)).toBe(bare(cleanStory(story)))
    }
  })
})

describe('scene count', () => {
  it.each(TEXTS)('is exactly what was asked for: %s', (_, story) => {
    for (const count of [1, 2, 3, 4, 5, 6, 9, 13, 50, 199, 200])
      expect(write(story, count).scenes).toHaveLength(count)
  })
})
