import { describe, expect, it } from 'vitest'
import { aScene, aStoryboard } from '@/tests/kit/storyboard'
import { type Abilities, applyOptions, readOptions } from './options'

const draft: Abilities = {
  steps: false,
  guidance: false,
  clipRate: false,
  voices: new Set(['amy']),
  speakers: new Set(),
}
const remote: Abilities = { ...draft, steps: true, guidance: true, clipRate: true }

describe('options', () => {
  const given = {
    image: { resolution: '768x512', num_steps: 4, cfg_scale: 0, seed: 42 },
    video: { fps: 12, resolution: '720p', transition_duration: 0.75 },
    voice: 'amy',
    speed: 1.25,
    music: false,
  }

  it('reach the engines that have them', () => {
    expect(readOptions(given, remote)).toEqual({
      changes: {
        frame: { width: 768, height: 512, steps: 4, guidance: 0 },
        film: { width: 1280, height: 720 },
        fps: 12,
        transitionMs: 750,
        seed: 42,
        voice: 'amy',
        speed: 1.25,
        music: false,
      },
      warnings: [],
    })
  })

  it('that an engine does not have stay at their default and are named', () => {
    const { changes, warnings } = readOptions({ ...given, voice: 'cosyvoice-mini' }, draft)
    expect(changes).toMatchObject({ frame: { width: 768, height: 512 }, voice: 'default' })
    expect(changes).not.toHaveProperty('fps')
    expect(changes.frame).not.toHaveProperty('steps')
    const named = ['num_steps', 'cfg_scale', 'fps', '"cosyvoice-mini"']
    for (const name of named) expect(warnings.some((warning) => warning.includes(name))).toBe(true)
    expect(warnings).toHaveLength(named.length)
  })

  it('name the model that speaks as people know it, and hear its own voice', () => {
    const abilities = { ...remote, speakers: new Set(['CosyVoice-300M-SFT', 'cosyvoice-mini']) }
    const { changes, warnings } = readOptions({ voice: 'cosyvoice-mini' }, abilities)
    expect(changes.voice).toBe('default')
    expect(warnings).toEqual([])
  })

  it('of sampling are told apart: a distilled model takes steps and no guidance', () => {
    const { changes, warnings } = readOptions(given, { ...remote, guidance: false })
    expect(changes.frame).toMatchObject({ steps: 4 })
    expect(changes.frame).not.toHaveProperty('guidance')
    expect(warnings).toEqual([expect.stringContaining('cfg_scale')])
  })

  it('that are absent change nothing', () => {
    const board = aStoryboard()
    const { changes, warnings } = readOptions({}, draft)
    expect(warnings).toEqual([])
    expect(applyOptions(board, changes)).toEqual(board)
  })

  it('count the seed up along the film and leave cuts alone', () => {
    const board = aStoryboard({
      scenes: [aScene(), aScene({ transition: { kind: 'cut', durationMs: 0 } }), aScene()],
    })
    const changed = applyOptions(board, { seed: 0xffffffff, transitionMs: 800 })
    expect(changed.scenes.map((scene) => scene.seeds.frame)).toEqual([0xffffffff, 0, 1])
    expect(changed.scenes.map((scene) => scene.transition.durationMs)).toEqual([800, 0, 800])
  })
})
