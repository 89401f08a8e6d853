import { expect, it } from 'vitest'
import { reportLines } from './report.mjs'

it('a smoke test tells which engine made what, and what fell back', () => {
  const scene = (clip: string, fallbacks: { slot: string; reason: string }[]) => ({
    engines: { frame: 'images/sd-turbo@1', clip, narration: 'draft/voice@1' },
    fallbacks,
  })
  const manifest = {
    durationMs: 12_340,
    width: 768,
    height: 432,
    scenes: [
      scene('videos/svd@1', []),
      scene('draft/camera@1', [{ slot: 'clip', reason: 'the card was full' }]),
      scene('videos/svd@1', []),
    ],
    storyboard: { settings: { engines: { storyboard: 'ollama/qwen@1', score: 'draft/score@1' } } },
  }
  expect(reportLines(manifest, { size: 2_500_000, seconds: 61, warnings: ['no such voice'] })).toEqual([
    'Film: 12.3 s, 768x432, 3 scenes, 2.5 MB, made in 61.0 s',
    '  storyboard  ollama/qwen@1',
    '  frame       images/sd-turbo@1  (3 of 3 scenes)',
    '  clip        videos/svd@1  (2 of 3 scenes)',
    '  clip        draft/camera@1  (1 of 3 scenes)',
    '  narration   draft/voice@1  (3 of 3 scenes)',
    '  music       draft/score@1',
    '  ! fell back: scene 2, clip: the card was full',
    '  ! no such voice',
  ])
})
