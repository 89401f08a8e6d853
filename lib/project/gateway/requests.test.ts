import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { checkInput } from '@/lib/base/http-body'
import { sizeOf } from './fields'
import {
  clipsRequest,
  framesRequest,
  narrationRequest,
  renderRequest,
  storyboardRequest,
  waitQuery,
} from './requests'

const CALLS: Record<string, Parameters<typeof checkInput>[0]> = {
  storyboard: storyboardRequest,
  frames: framesRequest,
  clips: clipsRequest,
  narration: narrationRequest,
  render: renderRequest,
}

function problemsOf(name: string, body: unknown): string[] {
  try {
    checkInput(CALLS[name] ?? storyboardRequest, body)
    return []
  } catch (error) {
    return (error as { details: { field: string }[] }).details.map((problem) => problem.field)
  }
}

describe('every example request', () => {
  const names = readdirSync('examples/requests')
  it('exists for every call', () => {
    expect([...new Set(names.map((name) => name.split(/[-.]/)[0]))].sort()).toEqual(Object.keys(CALLS).sort())
  })

  it.each(names)('%s is accepted', (name) => {
    const body = JSON.parse(readFileSync(`examples/requests/${name}`, 'utf8'))
    expect(problemsOf(name.split(/[-.]/)[0] ?? '', body)).toEqual([])
  })
})

describe('a story', () => {
  it.each([
    ['empty', ''],
    ['blank', ' \n\t '],
    ['100 001 characters', 'a'.repeat(100_001)],
    ['emoji only', '🦊🌨️👩‍👩‍👧'],
    ['punctuation only', '...?! —— 。'],
    ['missing', undefined],
    ['a number', 7],
  ])('that is %s is refused by name', (_, story) => {
    expect(problemsOf('storyboard', { story })).toEqual(['story'])
    expect(problemsOf('render', { story })).toEqual(['story'])
  })

  it.each([
    ['100 000 characters', 'a'.repeat(100_000)],
    ['HTML', '<script>alert(1)</script><b>Once</b>'],
    ['quotes and filter characters', `It's a "test": [0:v]drawtext=text='x',;\\%{pts} $(id) \`id\``],
    ['right to left', 'وجد الثعلب فانوسا في الثلج.'],
    ['one word of 3000 letters', 'a'.repeat(3_000)],
    ['one character', '雪'],
  ])('of %s is accepted', (_, story) => {
    expect(problemsOf('storyboard', { story })).toEqual([])
  })
})

describe('numbers and sizes', () => {
  it.each([
    ['storyboard', { story: 'x', scenes: 0 }, 'scenes'],
    ['storyboard', { story: 'x', scenes: 201 }, 'scenes'],
    ['storyboard', { story: 'x', scenes: 2.5 }, 'scenes'],
    ['storyboard', { story: 'x', project_id: '../x' }, 'project_id'],
    ['frames', { storyboard: [] }, 'storyboard'],
    ['frames', {}, 'storyboard'],
    ['frames', { storyboard: [{ scene_id: 1, prompt: ' ' }] }, 'storyboard.0.prompt'],
    [
      'frames',
      {
        storyboard: [
          { scene_id: 1, prompt: 'a' },
          { scene_id: '1', prompt: 'b' },
        ],
      },
      'storyboard.1.scene_id',
    ],
    ['frames', { storyboard: [{ scene_id: 1, prompt: 'a' }], scene_ids: ['scene-1'] }, 'scene_ids'],
    ['clips', { frames: [{ scene_id: 1, frame: '/data/x', duration: 0 }] }, 'frames.0.duration'],
    ['narration', { lines: [{ scene_id: 1, text: '…' }] }, 'lines.0.text'],
    ['narration', { lines: [{ scene_id: 1, text: 'Hi' }], speed: 3 }, 'speed'],
    ['narration', { lines: [{ scene_id: 1, text: 'Hi' }], format: 'ogg' }, 'format'],
    ['render', { story: 'x', options: { scene_count: 201 } }, 'options.scene_count'],
    ['render', { story: 'x', options: { video: { fps: 0 } } }, 'options.video.fps'],
    ['render', { story: 'x', resume_from: 'clips' }, 'resume_from'],
  ])('%s refuses %j by name', (name, body, field) => {
    expect(problemsOf(name, body)).toEqual([field])
  })

  it.each(['0x0', '99999x9', '63x64', '65x64', '2050x64', '768', 'x', '-64x64', '1e3x64', ''])(
    'the resolution %s is refused by name',
    (resolution) => {
      const storyboard = [{ scene_id: 1, prompt: 'a' }]
      expect(problemsOf('frames', { storyboard, image_style: { resolution } })).toEqual([
        'image_style.resolution',
      ])
    },
  )

  it('of pictures are read as people write them', () => {
    expect(sizeOf('768x512')).toEqual({ width: 768, height: 512 })
    expect(sizeOf(' 720P ')).toEqual({ width: 1280, height: 720 })
    expect(sizeOf('768 X 512')).toEqual({ width: 768, height: 512 })
  })

  it('to wait are 1 to 120 seconds', () => {
    for (const wait of ['0', '121', 'x', '']) expect(waitQuery.safeParse({ wait }).success).toBe(false)
    expect(waitQuery.parse({ wait: '30' })).toEqual({ wait: 30 })
    expect(waitQuery.parse({})).toEqual({})
  })

  it('that nobody knows are ignored', () => {
    expect(checkInput(storyboardRequest, { story: 'x', callbackUrl: 'http://x', more: 1 })).toEqual({
      story: 'x',
      style: '',
    })
  })
})
