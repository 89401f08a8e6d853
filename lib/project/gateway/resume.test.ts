import { describe, expect, it } from 'vitest'
import { aStoryboard } from '@/tests/kit/storyboard'
import type { SceneView, SlotState, SlotView } from '../schema'
import { missingBefore } from './resume'

const slot = (state: SlotState): SlotView => ({
  state,
  url: null,
  fingerprint: null,
  wanted: null,
  engine: null,
  why: [],
  error: null,
  task: null,
})
const scene = (id: string, frame: SlotState, clip: SlotState): SceneView => ({
  id,
  startMs: 0,
  durationMs: 0,
  estimated: false,
  slots: { frame: slot(frame), clip: slot(clip), narration: slot('missing') },
  fallback: null,
})
const view = (...scenes: SceneView[]) => ({ storyboard: aStoryboard(), scenes })

describe('resuming', () => {
  it('from a stage needs all stages before it', () => {
    const half = view(scene('a', 'ready', 'ready'), scene('b', 'stale', 'blocked'))
    expect(missingBefore(half, 'frames')).toEqual([])
    expect(missingBefore(half, 'clips')).toEqual([{ stage: 'frames', scene_ids: ['b'] }])
    expect(missingBefore(half, 'narration')).toEqual([
      { stage: 'frames', scene_ids: ['b'] },
      { stage: 'clips', scene_ids: ['b'] },
    ])
  })

  it('is free where everything before is made', () => {
    expect(missingBefore(view(scene('a', 'ready', 'ready')), 'narration')).toEqual([])
  })

  it('from anything but the storyboard needs a storyboard', () => {
    const empty = { storyboard: null, scenes: [] }
    expect(missingBefore(empty, 'frames')).toEqual([{ stage: 'storyboard', scene_ids: [] }])
    expect(missingBefore(empty, 'storyboard')).toEqual([])
  })
})
