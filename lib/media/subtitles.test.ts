import { describe, expect, test } from 'vitest'
import { captionSizeOf } from './caption-size'
import { widthOf } from './caption-text'
import { type Cue, type CueRequest, cuesOf } from './subtitles'

const WIDE = { width: 1280, height: 720 }
const TALL = { width: 720, height: 1280 }

function cues(text: string, overrides: Partial<CueRequest> = {}): Cue[] {
  const speechMs = overrides.speechMs ?? Math.max(1000, text.length * 70)
  return cuesOf({
    text,
    language: 'en',
    words: [],
    speechMs,
    endMs: speechMs + 400,
    size: WIDE,
    ...overrides,
  })
}
const linesOf = (made: readonly Cue[]) => made.flatMap((cue) => cue.lines)
const bare = (text: string) => text.replace(/\s+/gu, '')

const ENGLISH =
  'On a stormy night, the lighthouse keeper lit the lamp. Far below, a small boat was fighting the waves, and nobody ' +
  'on the shore could see the little lantern that swung from its broken mast. "Hold on," he whispered. "Hold on!"'
const CHINESE =
  '夜晚的森林里，一只小狐狸抬头看着月亮。它想起妈妈说过的话：「不管走多远，月亮都会跟着你。」于是它深深地吸了一口气，' +
  '沿着那条铺满落叶的小路，慢慢地向山的另一边走去……'
const JAPANESE =
  '夜の森で、小さな狐が月を見上げた。「きっと大丈夫だよ」と狐はつぶやいて、もう一度だけ振り返った。'
const ARABIC = 'في ليلة عاصفة أشعل حارس المنارة المصباح، وكان قارب صغير يصارع الأمواج بعيدا في الأسفل.'

describe('what captions say', () => {
  test('an empty narration has none', () => {
    expect([cues(''), cues(' \n\t ')]).toEqual([[], []])
  })

  test('nothing of the narration is lost or added', () => {
    const pool = [
      ...'abcXYZ 0123 .,;:!?—…-\'"()[]{}\\%&<>/ \n\té',
      ...'夜森林，。、「」『』“”‘’《》！？……——ーっゃ々한국어',
      ...'اللغةعربيةהשועלกจ้งรात के',
      '🦊',
      '👩‍🚀',
      'e\u0301',
    ]
    let state = 7
    const random = (n: number) => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
      return (state >>> 8) % n
    }
    for (let round = 0; round < 400; round++) {
      const text = Array.from({ length: 1 + random(200) }, () => pool[random(pool.length)]).join('')
      const language = ['en', 'zh', 'ja', 'th', 'ar'][random(5)]!
      const made = cues(text, { language, size: random(2) ? WIDE : TALL, speechMs: 200 + random(20_000) })
      expect(bare(linesOf(made).join(''))).toBe(bare(text))
    }
  })

  test.each([["it's 50%: [a];,{b}\\N 'x' = $y"], ['<b>bold</b> & --> 00:01'], ["' : % \\ ; , [ ] { }"]])(
    '%s is left as it is',
    (text) => {
      expect(linesOf(cues(text)).join(' ')).toBe(text)
    },
  )

  test('a word of 3000 letters is cut to fit', () => {
    const made = cues('a'.repeat(3000), { speechMs: 120_000 })
    expect(linesOf(made).join('')).toBe('a'.repeat(3000))
    expect(Math.max(...linesOf(made).map(widthOf))).toBeLessThanOrEqual(42)
  })

  test('a letter is never parted from its accent, an astronaut never from her rocket', () => {
    const made = cues('e\u0301👩‍🚀'.repeat(60))
    for (const line of linesOf(made)) expect(line).toMatch(/^(?!\u0301|\u200d).*(?<!\u200d)$/u)
  })
})

describe('where captions break', () => {
  test.each([
    ['en', ENGLISH],
    ['zh', CHINESE],
    ['ja', JAPANESE],
    ['ar', ARABIC],
  ])('a caption in %s has at most two lines, and both fit the picture', (language, text) => {
    for (const size of [WIDE, TALL, { width: 720, height: 720 }]) {
      const { columns } = captionSizeOf(size, language)
      for (const { lines } of cues(text, { language, size })) {
        expect(lines.length).toBeLessThanOrEqual(2)
        for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(columns)
      }
    }
  })

  test('a tall film has shorter lines than a wide one', () => {
    const longest = (size: typeof WIDE) => Math.max(...linesOf(cues(ENGLISH, { size })).map(widthOf))
    expect(longest(TALL)).toBeLessThan(longest(WIDE))
  })

  test('sentences that fit stand alone', () => {
    expect(cues('The fox looked at the moon. Nobody else was awake in the forest.')).toMatchObject([
      { lines: ['The fox looked at the moon.'] },
      { lines: ['Nobody else was awake in the forest.'] },
    ])
  })

  test('a break comes at a comma rather than in mid-phrase', () => {
    expect(
      cues('On a stormy night, the lighthouse keeper lit the lamp.', { speechMs: 3500 })[0]?.lines,
    ).toEqual(['On a stormy night,', 'the lighthouse keeper lit the lamp.'])
  })

  test('no line ends in an article', () => {
    const text = 'They walked for many days over the hills and through the valleys to the end of the world'
    for (const line of linesOf(cues(text))) expect(line).not.toMatch(/\b(?:the|a|of|to)$/)
  })

  test('an abbreviation does not end a sentence', () => {
    const [first] = cues('Then Dr. Smith opened the door.')
    expect(first?.lines.join(' ')).toBe('Then Dr. Smith opened the door.')
  })

  test('two lines are about equally long', () => {
    const made = cues('The little fox looked up at the silver moon above the quiet trees', { speechMs: 4000 })
    const [a, b] = made[0]!.lines.map(widthOf)
    expect(Math.min(a!, b!) / Math.max(a!, b!)).toBeGreaterThan(0.5)
  })

  test('a Chinese line begins with no closing mark and ends with no opening one', () => {
    for (const text of [CHINESE, CHINESE.replaceAll('「', '“').replaceAll('」', '”'), '（一）'.repeat(40)]) {
      for (const line of linesOf(cues(text, { language: 'zh', size: TALL }))) {
        expect(line).not.toMatch(/^[，。、；：！？…—）」”]/)
        expect(line).not.toMatch(/[（「“]$/)
      }
    }
  })

  test('a short Chinese quote stays whole', () => {
    const made = cues('他轻轻地对着远方的大海说了一声「再见」然后转身离开了那里。', {
      language: 'zh',
      size: TALL,
    })
    expect(linesOf(made).some((line) => line.includes('「再见」'))).toBe(true)
  })

  test('a Latin word in Chinese stays whole', () => {
    const made = cues('小明打开了他的新电脑MacBook然后又把它关上了，'.repeat(6), {
      language: 'zh',
      size: TALL,
    })
    for (const line of linesOf(made)) expect(line).not.toMatch(/(?:^|[^a-zA-Z])(?!MacBook)[a-zA-Z]+/)
  })

  test('a dash or an ellipsis of two is not torn', () => {
    const made = cues('她说——不，她没有说……'.repeat(20), { language: 'zh', size: TALL })
    for (const line of linesOf(made)) expect(line).not.toMatch(/(?:[^—]—|[^…]…)$|^(?:—|…)/)
  })

  test('a small kana begins no line', () => {
    for (const line of linesOf(
      cues('ちょっとだけ待ってください'.repeat(10), { language: 'ja', size: TALL }),
    )) {
      expect(line).not.toMatch(/^[っょー、。]/)
    }
  })

  test('a Korean word stays whole', () => {
    const text = '깊은 숲속의 여우가 달을 바라보며 엄마의 말을 떠올렸습니다.'
    expect(linesOf(cues(text, { language: 'ko', size: TALL })).join(' ')).toBe(text)
  })

  test('a Thai line begins with no sign that follows its letter', () => {
    const text = 'คืนหนึ่งในป่าใหญ่จิ้งจอกน้อยมองดูดวงจันทร์และนึกถึงคำพูดของแม่ที่เคยบอกไว้เมื่อนานมาแล้ว'
    for (const line of linesOf(cues(text, { language: 'th', size: TALL })))
      expect(line).not.toMatch(/^\p{M}|[เแโใไ]$/u)
  })

  test('a French exclamation mark stays with its word', () => {
    const made = cues('Attendez-moi encore un tout petit instant monsieur ! Je viens avec vous !', {
      language: 'fr',
    })
    for (const line of linesOf(made)) expect(line).not.toMatch(/^!/)
  })
})

describe('when captions stand', () => {
  const inOrder = (made: readonly Cue[], endMs: number) => {
    made.forEach((cue, i) => {
      expect(cue.endMs).toBeGreaterThan(cue.startMs)
      expect(cue.endMs).toBeLessThanOrEqual(made[i + 1]?.startMs ?? endMs)
    })
  }

  test.each([
    ['en', ENGLISH],
    ['zh', CHINESE],
  ])('captions in %s never overlap and never outlast the scene', (language, text) => {
    for (const speechMs of [3000, 9000, 16_000, 60_000]) {
      const made = cues(text, { language, speechMs, endMs: speechMs + 100 })
      inOrder(made, speechMs + 100)
      expect(made[0]?.startMs).toBe(0)
    }
  })

  test('a caption begins with its first word', () => {
    const text = 'The fox looked at the moon. Nobody else was awake in the forest.'
    const words = [
      { offset: 0, startMs: 120 },
      { offset: 28, startMs: 3170 },
      { offset: 35, startMs: 3600 },
    ]
    expect(cues(text, { words, speechMs: 6000 }).map((cue) => cue.startMs)).toEqual([0, 3170])
  })

  test('marks that run backwards or beyond the text are passed over', () => {
    const words = [
      { offset: 4, startMs: 500 },
      { offset: 8, startMs: 300 },
      { offset: 900, startMs: 800 },
    ]
    inOrder(cues(ENGLISH, { words, speechMs: 14_000 }), 14_400)
  })

  test('a caption lasts at least 0.9 s where the speech has room', () => {
    for (const cue of cues('Yes. No. Why? Well, maybe. Go! Now!', { speechMs: 4000 })) {
      expect(cue.endMs - cue.startMs).toBeGreaterThanOrEqual(900)
    }
  })

  test('a caption lasts at most about 6 s', () => {
    for (const cue of cues(ENGLISH, { speechMs: 40_000 })) {
      expect(cue.endMs - cue.startMs).toBeLessThanOrEqual(7_000)
    }
  })

  test('captions that follow close upon each other leave no gap', () => {
    const made = cues(ENGLISH, { speechMs: 14_000 })
    made.slice(1).forEach((cue, i) => {
      expect(cue.startMs - made[i]!.endMs).toBe(0)
    })
  })

  test('the last one lingers for reading, but not beyond the end', () => {
    const [long] = cues('Extraordinarily well then.', { speechMs: 700, endMs: 5000 })
    expect(long?.endMs).toBe(1300)
    const [short] = cues('Extraordinarily well then.', { speechMs: 700, endMs: 800 })
    expect(short?.endMs).toBe(800)
  })

  test('a thousand words in no time still come in order', () => {
    const made = cues('word '.repeat(1000), { speechMs: 20_000, endMs: 20_000 })
    inOrder(made, 20_000)
  })

  test('whole milliseconds, so that recipes repeat', () => {
    for (const cue of cues(ENGLISH, { speechMs: 13_777.3, endMs: 14_000 })) {
      expect([cue.startMs, cue.endMs].every(Number.isInteger)).toBe(true)
    }
  })

  test('a story of 100 000 characters is cut in the time of a test', () => {
    const made = cues(CHINESE.repeat(1000).slice(0, 100_000), { language: 'zh', speechMs: 2e7 })
    expect(made.length).toBeGreaterThan(1_000)
  })
})
