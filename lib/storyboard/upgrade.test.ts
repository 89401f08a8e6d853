import { describe, expect, it } from 'vitest'
import { aScene, aStoryboard } from '@/tests/kit/storyboard'
import { applyOperation } from './apply'
import type { Storyboard } from './schema'
import { type UpgradeWish, upgradeOperation } from './upgrade'

const MODEL = 'images/sd-turbo@1'
const SPEECH = 'speech/cosyvoice@1'

function upgraded(board: Storyboard, wish: UpgradeWish): Storyboard {
  const operation = upgradeOperation(board, wish)
  if (!operation) throw new Error('nothing to do')
  const { storyboard, inverse } = applyOperation(board, operation)
  expect(applyOperation(storyboard, inverse).storyboard).toEqual(board)
  return storyboard
}

describe('an upgrade', () => {
  it('of the whole film holds for scenes to come, and lets go of what single scenes had', () => {
    const board = aStoryboard({ scenes: [aScene({ engines: { frame: 'images/other@1' } }), aScene()] })
    const after = upgraded(board, { slot: 'frame', engine: MODEL, sceneIds: null })
    expect(after.settings.engines.frame).toBe(MODEL)
    expect(after.scenes.map((scene) => scene.engines)).toEqual([{}, {}])
    expect(upgradeOperation(after, { slot: 'frame', engine: MODEL, sceneIds: null })).toBeNull()
  })

  it('of some scenes leaves the others and the film alone', () => {
    const board = aStoryboard({ scenes: [aScene(), aScene(), aScene()] })
    const ids = board.scenes.slice(0, 2).map((scene) => scene.id)
    const after = upgraded(board, { slot: 'frame', engine: MODEL, sceneIds: ids })
    expect(after.scenes.map((scene) => scene.engines.frame)).toEqual([MODEL, MODEL, undefined])
    expect(after.settings).toEqual(board.settings)
  })

  it('back to the film’s engine makes a scene follow the film again', () => {
    const board = aStoryboard({ scenes: [aScene({ engines: { frame: MODEL } })] })
    const engine = board.settings.engines.frame
    const ids = board.scenes.map((scene) => scene.id)
    expect(upgraded(board, { slot: 'frame', engine, sceneIds: ids }).scenes[0]?.engines).toEqual({})
  })

  it('touches no chosen take', () => {
    const pin = 'a'.repeat(64)
    const board = aStoryboard({ scenes: [aScene({ pins: { frame: pin } })] })
    const after = upgraded(board, { slot: 'frame', engine: MODEL, sceneIds: null })
    expect(after.scenes[0]?.pins).toEqual({ frame: pin })
  })

  it('gives a voice that the engine does not have up for its default one', () => {
    const board = aStoryboard({ scenes: [aScene({ voice: 'en-gb' }), aScene({ voice: 'nova' }), aScene()] })
    board.settings.voice.id = 'en-us'
    const wish = { slot: 'narration', engine: SPEECH, voices: ['nova'] } as const
    const film = upgraded(board, { ...wish, sceneIds: null })
    expect(film.settings.voice.id).toBe('default')
    expect(film.scenes.map((scene) => scene.voice)).toEqual([null, 'nova', null])
    const some = upgraded(board, { ...wish, sceneIds: board.scenes.map((scene) => scene.id) })
    expect(some.settings).toEqual(board.settings)
    expect(some.scenes.map((scene) => scene.voice)).toEqual(['default', 'nova', 'default'])
  })
})
