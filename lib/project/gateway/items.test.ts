import { describe, expect, it } from 'vitest'
import { storyboardSchema } from '@/lib/storyboard/schema'
import { aScene, aStoryboard } from '@/tests/kit/storyboard'
import { boardOf, changedBoard, clipChanges, frameChanges, lineChanges } from './items'

const fox = { name: 'Fox', description: 'a red fox' }
const print = 'a'.repeat(64)

describe('items without a project', () => {
  it('become scenes of their own, and the caller’s ids come back as they came', () => {
    const items = frameChanges([
      { scene_id: 7, prompt: 'a fox', cast: [fox] },
      { scene_id: '../../etc/passwd', prompt: 'a lantern', narration: 'It glows.', cast: [fox] },
    ])
    const { board, callerIds } = boardOf(items, aStoryboard().settings, 'en')
    expect([...callerIds]).toEqual([
      ['scene-1', 7],
      ['scene-2', '../../etc/passwd'],
    ])
    expect(board.scenes.map((scene) => scene.prompt)).toEqual(['a fox', 'a lantern'])
    expect(board.cast).toHaveLength(1)
    expect(board.scenes[1]?.cast).toEqual([board.cast[0]?.id])
    expect(storyboardSchema.parse(board)).toEqual(board)
  })

  it('repeat: the same items give the same seeds', () => {
    const make = () =>
      boardOf(lineChanges([{ scene_id: 1, text: 'Once.' }]), aStoryboard().settings, 'en').board
    expect(make()).toEqual(make())
  })

  it('that are frames are pinned, with their length and transition', () => {
    const { changes, warnings } = clipChanges(
      [
        { scene_id: 1, frame: '/x', duration: 2.5, transition: 'Crossfade' },
        { scene_id: 2, frame: '/y', transition: 'star wipe' },
        { scene_id: 3, frame: '/z' },
      ],
      [print, print, print],
    )
    expect(changes[0]?.change).toEqual({
      pins: { frame: print },
      durationMs: 2500,
      transition: { kind: 'dissolve', durationMs: 500 },
    })
    expect(changes[1]?.change.transition?.kind).toBe('dissolve')
    expect(changes[2]?.change).toEqual({ pins: { frame: print } })
    expect(warnings).toHaveLength(1)
    expect(warnings[0]).toContain('"star wipe"')
  })
})

describe('items of a project', () => {
  const board = aStoryboard({
    scenes: [
      aScene({ id: 'a', pins: { frame: print, clip: print } }),
      aScene({ id: 'b', pins: { narration: print } }),
    ],
  })

  it('change only their scenes and only what they name', () => {
    const { board: changed, unknown } = changedBoard(
      board,
      frameChanges([{ scene_id: 'a', prompt: 'a hill' }]),
    )
    expect(unknown).toEqual([])
    expect(changed.scenes[0]).toEqual({ ...board.scenes[0], prompt: 'a hill', pins: { clip: print } })
    expect(changed.scenes[1]).toEqual(board.scenes[1])
  })

  it('unpin what new words replace, and nothing else', () => {
    const { board: changed } = changedBoard(board, lineChanges([{ scene_id: 'b', text: 'New.' }]))
    expect(changed.scenes[1]?.pins).toEqual({})
    expect(changed.scenes[0]?.pins).toEqual(board.scenes[0]?.pins)
  })

  it('that are no scenes of it are told', () => {
    const { unknown } = changedBoard(board, lineChanges([{ scene_id: 'nobody', text: 'New.' }]))
    expect(unknown).toEqual(['nobody'])
  })
})
