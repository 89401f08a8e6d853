import { expect, test } from 'vitest'
import { filmArgs, metadataFile, pieceList } from './film'
import { languageCode } from './language-code'

const args = (overrides: Partial<Parameters<typeof filmArgs>[0]> = {}) =>
  filmArgs({ aacPath: 'a', srtPath: 's', language: 'zh', burnt: false, ...overrides }).join(' ')

test('a film is joined, never encoded again', () => {
  expect(args()).toContain('-c:v copy -c:a copy')
  expect(args()).not.toContain('libx264')
})

test("the encoder's priming packet lies before the film begins", () => {
  expect(args()).toContain('-itsoffset -0.021333333 -f aac -i sound.aac')
})

test('the soft track is on unless the captions are burnt in', () => {
  expect(args()).toContain('-disposition:s:0 default')
  expect(args({ burnt: true })).toContain('-disposition:s:0 0')
})

test('every input keeps its number when another is missing', () => {
  expect(args()).toContain('-map 0:v:0 -map 1:a:0 -metadata:s:a:0 language=zho -map 2:s:0')
  expect(args()).toContain('-map_chapters 3 -map_metadata 3')
  expect(args({ aacPath: null })).toContain('-map 0:v:0 -map 1:s:0')
  expect(args({ aacPath: null, srtPath: null })).toContain('-map_chapters 1 -map_metadata 1')
})

test('nothing of a story is an argument', () => {
  expect(args({ aacPath: '/a/b', srtPath: '/c' })).not.toContain('/a/b')
})

test('a title cannot become a key, a comment or a chapter', () => {
  const made = metadataFile('a=b;c#d\\e\n[CHAPTER]', [{ title: '=;#\\', startMs: 0.4, endMs: 1000.6 }])
  expect(made).toBe(
    [
      ';FFMETADATA1',
      'title=a\\=b\\;c\\#d\\\\e [CHAPTER]',
      '[CHAPTER]',
      'TIMEBASE=1/1000',
      'START=0',
      'END=1001',
      'title=\\=\\;\\#\\\\',
      '',
    ].join('\n'),
  )
})

test('the list names pieces by number and gives each its length', () => {
  const list = pieceList([
    { path: "/it's.mp4", durationS: 4.0213333333 },
    { path: '/b.mp4', durationS: 0.5 },
  ])
  expect(list).toBe(
    'ffconcat version 1.0\nfile piece-0000.mp4\nduration 4.021333333\nfile piece-0001.mp4\nduration 0.500000000\n',
  )
})

test.each([
  ['en', 'eng'],
  ['zh-TW', 'zho'],
  ['JA', 'jpn'],
  ['yue', 'yue'],
  ['xx', 'und'],
])('%s is %s in MP4', (tag, code) => {
  expect(languageCode(tag)).toBe(code)
})
