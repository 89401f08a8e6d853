import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { StoryboardRequest } from '@/lib/engine/contract'
import { moodOf } from '@/lib/storyboard/mood'
import { LIMITS, MOODS, type Mood } from '@/lib/storyboard/schema'
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

const EXAMPLES = ['lighthouse.en.txt', 'fox.zh.txt', 'one-line.zh.txt'].map(
  (name) =>
    [name, readFileSync(new URL(`../../../../examples/stories/${name}`, import.meta.url), 'utf8')] as [
      string,
      string,
    ],
)
const ALL = [...TEXTS, ...EXAMPLES]

describe('a storyboard', () => {
  it.each(ALL)('is the same for the same request: %s', (_, story) => {
    expect(write(story, 9, 5)).toEqual(write(story, 9, 5))
  })

  it.each(ALL)('has pictures in English only, within the limits: %s', (_, story) => {
    for (const scene of write(story, 7).scenes) {
      expect(scene.prompt).toMatch(/^[\x20-\x7e]{10,400}$/)
      expect(scene.bgm.length).toBeLessThanOrEqual(LIMITS.titleChars)
    }
  })

  it.each(ALL)('gives every scene a title of its own, without a mark at its end: %s', (_, story) => {
    const titles = write(story, 12).scenes.map((scene) => scene.title)
    expect(new Set(titles).size).toBe(titles.length)
    for (const title of titles) {
      expect(title.length).toBeGreaterThan(0)
      expect(title.length).toBeLessThanOrEqual(80)
      expect(title).not.toMatch(/[,.;:，。；：、]$/)
    }
  })

  it.each(ALL)('opens every music hint with the mood it means: %s', (_, story) => {
    for (const scene of write(story, 6).scenes) {
      const named = MOODS.find((mood: Mood) => scene.bgm.startsWith(mood))
      expect(named).toBeDefined()
      expect(moodOf(scene.bgm)).toBe(named)
    }
  })

  it.each(ALL)('never moves the camera the same way three times running: %s', (_, story) => {
    const moves = write(story, 40).scenes.map((scene) => scene.camera)
    for (let i = 2; i < moves.length; i++) expect(new Set(moves.slice(i - 2, i + 1)).size).toBeGreaterThan(1)
  })

  it.each(ALL)('cuts in no time, takes 300 to 1000 ms otherwise, and ends with a fade: %s', (_, story) => {
    const { scenes } = write(story, 15)
    for (const { transition } of scenes) {
      if (transition.kind === 'cut') expect(transition.durationMs).toBe(0)
      else expect(transition.durationMs).toSatisfy((ms: number) => ms >= 300 && ms <= 1_000)
    }
    expect(scenes.at(-1)?.transition.kind).toBe('fade')
  })

  it.each(ALL)('shows only its own cast, each told apart from the others: %s', (_, story) => {
    const board = write(story, 8)
    const ids = board.cast.map((member) => member.id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.length).toBeLessThanOrEqual(12)
    expect(new Set(board.cast.map((member) => member.description)).size).toBe(ids.length)
    const shown = new Set(board.scenes.flatMap((scene) => scene.cast))
    for (const id of shown) expect(ids).toContain(id)
    for (const member of board.cast) expect(member.description).toMatch(/^[\x20-\x7e]+$/)
  })

  it('shares speech out evenly', () => {
    const story = Array.from(
      { length: 60 },
      (_, i) => `The fox walked past tree number ${i} in the wood.`,
    ).join(' ')
    const lengths = write(story, 10).scenes.map((scene) => scene.narration.length)
    expect(Math.max(...lengths) / Math.min(...lengths)).toBeLessThan(1.5)
  })

  it('begins a scene with each chapter and takes its name', () => {
    const story = '# The Key\nTom found a key. He hid it.\n\n# The Door\nThe door was green. Tom opened it.'
    const { title, scenes } = write(story, 2)
    expect(title).toBe('The Key')
    expect(scenes.map((scene) => scene.title)).toEqual(['The Key', 'The Door'])
  })

  it('makes three shots of a single line and speaks it once', () => {
    const { scenes } = write('一位独行武者穿越废土城市寻找真相')
    expect(scenes.map((scene) => scene.narration)).toEqual(['一位独行武者穿越废土城市寻找真相', '', ''])
    expect(new Set(scenes.map((scene) => scene.prompt)).size).toBe(3)
  })

  it('says when it stretched a story, and when a voice cannot read it', () => {
    expect(write('A fox ran.', 20).warnings.join()).toContain('silent shots')
    const request = { story: '狐狸跑了。', language: 'en', sceneCount: 1, style: '', seed: 1 }
    expect(writeStoryboard(request)).toMatchObject({
      language: 'en',
      warnings: [expect.stringContaining('zh')],
    })
  })

  it.each(['', '   \n ', '\u0000\ufeff'])('refuses a story without a word: %j', (story) => {
    expect(() => write(story)).toThrow(expect.objectContaining({ code: 'invalid_input' }))
  })

  it('reads a book of 100,000 characters', () => {
    for (const [name, story] of EXAMPLES) {
      const book = story.repeat(Math.ceil(100_000 / story.length)).slice(0, 100_000)
      const startedAt = performance.now()
      expect(write(book).scenes).toHaveLength(200)
      console.log(`${name}: 100,000 characters in ${Math.round(performance.now() - startedAt)} ms`)
    }
  })
})
