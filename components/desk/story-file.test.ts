import { expect, test } from 'vitest'
import { decodeStory } from '@/lib/project/arrive/decode-story'
import { isImported, isStoryFile, readStoryFile } from './story-file'

test('a Chinese text is read in UTF-8, GB 18030 and UTF-16', () => {
  expect(decodeStory(new TextEncoder().encode('\ufeff狐狸\r\n星星\n'))).toBe('狐狸\n星星')
  expect(decodeStory(new Uint8Array([0xba, 0xfc, 0xc0, 0xea]))).toBe('狐狸')
  expect(decodeStory(new Uint8Array([0xff, 0xfe, 0xd0, 0x72, 0xf8, 0x72]))).toBe('狐狸')
})

test('documents, storyboards and projects are imported, and not read into the sheet', () => {
  expect(['a.DOCX', 'a.zip', 'a.json'].every(isImported)).toBe(true)
  expect(['a.txt', 'a.md', 'a.pdf', 'docx'].some(isImported)).toBe(false)
})

test('Markdown is read to its words, and plain text stays as it is', async () => {
  const text = '# Fox\n\nThe **fox** ran to [the *moon*](a.html).'
  expect(await readStoryFile(new File([text], 'fox.MD'))).toEqual({
    story: '# Fox\n\nThe fox ran to the moon.',
  })
  expect(await readStoryFile(new File([text], 'fox.txt'))).toEqual({ story: text })
  expect(await readStoryFile(new File(['![](a.png)'], 'fox.md'))).toEqual({ problem: 'fileEmpty' })
})

test('subtitles are told as what they are, whatever the file is called', async () => {
  const srt = '1\r\n00:00:01,000 --> 00:00:02,000\r\nThe fox.'
  expect(await readStoryFile(new File([srt], 'fox.SRT'))).toEqual({ found: 'SRT' })
  expect(await readStoryFile(new File([srt], 'fox.txt'))).toEqual({ found: 'SRT' })
  expect(await readStoryFile(new File(['WEBVTT\n\n'], 'fox.vtt'))).toEqual({ found: 'WebVTT' })
})

test('only text files are stories', async () => {
  expect(isStoryFile('Fox.MD')).toBe(true)
  expect(await readStoryFile(new File(['x'], 'fox.pdf'))).toEqual({ problem: 'fileKind' })
  expect(await readStoryFile(new File(['  '], 'fox.txt'))).toEqual({ problem: 'fileEmpty' })
  expect(await readStoryFile(new File(['x'.repeat(2_000_001)], 'fox.txt'))).toEqual({ problem: 'fileSize' })
})
