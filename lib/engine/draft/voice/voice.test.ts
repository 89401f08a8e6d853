import { expect, it } from 'vitest'
import { castVoice } from './casting'
import { chunksOf } from './chunks'
import { wordTimes } from './marks'
import { readingMs } from './reading-time'
import { hasSpeech, spokenText } from './spoken'
import { DRAFT_VOICES, voiceForLanguage } from './voices'

const said = (text: string, chinese = false) =>
  spokenText(text, { reads: () => true, chinese })
    .points.join('')
    .trim()

it('says no quotes, emoji or markup, and pauses at dashes', () => {
  expect(said('“Run,” she said — *now*! 🦊')).toBe('Run, she said , now !')
  expect(said('他说：「好」——然后走了……')).toBe('他说：好， 然后走了…')
  expect(said("it’s the fox's den")).toBe("it's the fox's den")
  expect(said('👩‍👩‍👧 🇨🇳 1️⃣ <break time="9s"/> [[pho]]')).not.toMatch(/[<>[\]]|\p{Extended_Pictographic}/u)
})

it('reads years digit by digit and percentages in Chinese order', () => {
  expect(said('1999年涨了20%', true)).toBe('一九九九年涨了百分之20')
  expect(said('In 1999 by 20%')).toBe('In 1999 by 20%')
})

it('knows for every spoken character where it stands in the text', () => {
  const text = 'e\u0301te\u0301 “𠮷野家” 🦊 fox'
  const { points, offsets } = spokenText(text)
  expect(points.join('')).toBe('été 𠮷野家 fox')
  points.forEach((point, i) => {
    if (/[a-z𠮷野家]/u.test(point)) expect(text.startsWith(point, offsets[i])).toBe(true)
  })
})

it('loses no letter of any text when it is cut for speaking', () => {
  const texts = [
    'a'.repeat(3_000),
    'The fox ran away. '.repeat(500),
    '小狐狸走了很远的路'.repeat(200),
    'A, '.repeat(700),
  ]
  for (const text of texts) {
    const chunks = chunksOf(spokenText(text))
    const letters = (s: string) => s.replace(/[^\p{L}]/gu, '')
    expect(letters(chunks.map((c) => c.text).join(''))).toBe(letters(text))
    for (const chunk of chunks) {
      expect([...chunk.text].length).toBeLessThanOrEqual(240)
      expect([...chunk.text]).toHaveLength(chunk.offsets.length)
      expect(Buffer.byteLength(chunk.text)).toBeLessThan(800)
    }
  }
})

it('keeps numbers and titles in one sentence', () => {
  const texts = (text: string) => chunksOf(spokenText(text)).map((c) => c.text.trim())
  expect(texts('Dr. Smith paid 3.5 pounds. He left.')).toEqual(['Dr Smith paid 3.5 pounds.', 'He left.'])
  expect(texts('好吗？好！')).toEqual(['好吗？', '好！'])
})

it('gives each written word one time, in order, with its place in the text', () => {
  const text = 'It’s 1,234 𠮷野家 foxes'
  const marks = [0, 5, 5, 6, 11, 13, 14, 16].map((offset, i) => ({ offset, startMs: i * 100 }))
  const words = wordTimes(text, marks)
  expect(words.map((w) => text.slice(w.offset, w.offset + w.length))).toEqual([
    'It’s',
    '1,234',
    '𠮷',
    '野',
    '家',
    'foxes',
  ])
  expect(words.map((w) => w.startMs)).toEqual([0, 100, 400, 500, 600, 700])
})

it('casts a voice that reads the text, and says when that is not the one asked for', () => {
  expect(castVoice('Hello', 'en', 'default')).toMatchObject({ voice: { id: 'en-us-female' }, warnings: [] })
  expect(castVoice('你好', 'en', 'default').voice?.id).toBe('zh-female')
  expect(castVoice('Hi', 'en', 'Morgan').warnings[0]).toContain('Morgan')
  const replaced = castVoice('他说你好', 'zh', 'en-us-male')
  expect(replaced.voice?.id).toBe('zh-female')
  expect(replaced.warnings[0]).toContain('English (US)')
})

it('does not pretend to read kanji or Thai, and reads plain kana', () => {
  for (const [text, language] of [
    ['昔々、山の奥に', 'ja'],
    ['กาลครั้งหนึ่ง', 'th'],
    ['昔々、山の奥にきつねが', 'en'],
  ] as const) {
    expect(castVoice(text, language, 'default')).toMatchObject({
      voice: null,
      warnings: [expect.stringContaining('silent')],
    })
  }
  expect(castVoice('むかしむかし', 'ja', 'default').voice?.id).toBe('ja-female')
})

it('finds nothing to say in punctuation and emoji', () => {
  expect(hasSpeech(spokenText('… — 😀 !!!'))).toBe(false)
  expect(readingMs('😀')).toBeGreaterThanOrEqual(1_000)
})

it('lists each voice once, and a first one for every language it speaks', () => {
  expect(new Set(DRAFT_VOICES.map((v) => v.id)).size).toBe(DRAFT_VOICES.length)
  for (const tag of ['en', 'en-GB', 'zh', 'zh-Hans-CN', 'pt-BR', 'fr', 'ko', 'hi', 'ar', 'ru']) {
    expect(voiceForLanguage(tag)?.languages).toContain(tag.split('-')[0])
  }
})
