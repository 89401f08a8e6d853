import { describe, expect, it } from 'vitest'
import { readArgs, readBrief } from './args'

const problems = (run: () => unknown): unknown => {
  try {
    run()
  } catch (error) {
    return (error as { details: unknown }).details
  }
  return null
}

describe('the film command', () => {
  it('reads every option into the brief', () => {
    const line =
      'story.txt --out a.mp4 --style noir --scenes 4 --language zh --size 9:16 --voice zh-male --no-music --no-subtitles --resume --json'
    const args = readArgs(line.split(' '))
    expect(args).toMatchObject({ story: 'story.txt', out: 'a.mp4', resume: true, json: true })
    expect(args && readBrief(args, '月亮')).toMatchObject({
      style: 'noir',
      sceneCount: 4,
      language: 'zh',
      size: '9:16',
      voice: 'zh-male',
      music: false,
      subtitles: false,
    })
  })

  it('takes a dash for standard input', () => {
    expect(readArgs(['-', '--out', 'a.mp4'])?.story).toBe('-')
  })

  it('takes a manifest in the place of a story, and not both', () => {
    expect(readArgs(['--from', 'a.manifest.json', '--out', 'b.mp4'])).toMatchObject({
      story: null,
      from: 'a.manifest.json',
    })
    expect(problems(() => readArgs(['a.txt', '--from', 'a.json', '--out', 'b.mp4']))).toMatchObject([
      { field: '--from' },
    ])
    expect(problems(() => readArgs(['--from', 'a.json', '--out', 'b.mp4', '--no-music']))).toMatchObject([
      { field: '--no-music' },
    ])
  })

  it('asks for its usage with --help alone', () => {
    expect(readArgs(['--help'])).toBeNull()
  })

  it.each([
    [['--out', 'a.mp4'], 'STORY'],
    [['a.txt', 'b.txt', '--out', 'a.mp4'], 'STORY'],
    [['a.txt'], '--out'],
    [['a.txt', '--out', 'a.avi'], '--out'],
    [['a.txt', '--out', 'a.mp4', '--bogus'], 'arguments'],
  ])('names what is wrong with %j', (args, field) => {
    expect(problems(() => readArgs(args))).toMatchObject([{ field }])
  })

  it.each([
    [['--scenes', '0'], '--scenes'],
    [['--scenes', '201'], '--scenes'],
    [['--scenes', 'many'], '--scenes'],
    [['--size', '4:3'], '--size'],
    [['--speed', '9'], '--speed'],
    [['--language', 'a b'], '--language'],
  ])('names the option of a value that is out of range: %j', (more, field) => {
    const args = readArgs(['a.txt', '--out', 'a.mp4', ...more])
    expect(problems(() => args && readBrief(args, 'a story'))).toMatchObject([{ field }])
  })
})
