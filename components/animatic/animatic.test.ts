import { describe, expect, test } from 'vitest'
import { msOfFrames, msOfPackets } from '@/lib/media/sound/clock'
import { plan } from '@/lib/plan/plan'
import { anAnimatic, made } from '@/tests/kit/animatic'
import { aScene, aStoryboard } from '@/tests/kit/storyboard'
import { bodyStartMs, sceneAt } from './animatic'
import { captionAt, captionsOf } from './captions'
import type { PictureSource } from './pictures'

const kinds = (sources: readonly PictureSource[] = []) => sources.map(({ kind }) => kind)

describe('with nothing made', () => {
  test('every scene is painted, lasts as long as its line takes to say, and has its captions', () => {
    const board = aStoryboard()
    const animatic = anAnimatic(board)
    expect(animatic.scenes).toHaveLength(2)
    for (const [i, scene] of animatic.scenes.entries()) {
      expect(kinds(scene.pictures)).toEqual(['painting'])
      expect(scene.speech).toBeNull()
      expect(captionsOf(scene).flatMap(({ lines }) => lines)).toEqual([board.scenes[i]?.narration])
    }
    const { timing, durationMs } = animatic.scenes[0] ?? {}
    expect(durationMs).toBe(msOfPackets(timing?.packets ?? 0))
    expect(animatic.mode).not.toBe('music-only')
  })

  test('a scene without words is silent and has no captions', () => {
    const [scene] = anAnimatic(aStoryboard({ scenes: [aScene({ narration: '' })] })).scenes
    expect(scene?.words).toBeNull()
    expect(scene && captionsOf(scene)).toEqual([])
  })
})

describe('with everything made', () => {
  const board = aStoryboard()
  const known = made(board, ['frame', 'narration', 'clip'])
  const animatic = anAnimatic(board, known)

  test('clips are shown and lines are heard', () => {
    for (const scene of animatic.scenes) {
      expect(kinds(scene.pictures)).toEqual(['clip', 'painting'])
      expect(scene.speech?.url).toMatch(/^\/data\/audio\/p1\/scene-\d+-[0-9a-f]{64}\.wav$/)
    }
  })

  test('it lasts as long as the film, scene by scene, with the captions of the film', () => {
    const film = plan(board, known)
    expect(animatic.durationMs).toBe(film.durationMs)
    film.scenes.forEach((scene, i) => {
      const mine = animatic.scenes[i]
      expect(mine?.timing).toEqual(scene.timing)
      expect(mine?.music?.anchor).toBe(scene.anchor)
      expect(mine?.music?.score.mood).toBe(scene.mood)
      expect(mine && captionsOf(mine)).toEqual(scene.cues)
    })
  })

  test('a changed camera takes the clip out and moves through the painted sheets at once', () => {
    const turned = { ...board, scenes: board.scenes.map((scene) => ({ ...scene, camera: 'still' as const })) }
    expect(kinds(anAnimatic(turned, known).scenes[0]?.pictures)).toEqual(['painting'])
  })

  test('a changed line is no longer heard as it was', () => {
    const [first, ...others] = board.scenes
    const reworded = { ...board, scenes: [{ ...aScene(), ...first, narration: 'Another line.' }, ...others] }
    const [scene] = anAnimatic(reworded, known).scenes
    expect(scene?.speech).toBeNull()
    expect(scene && captionsOf(scene)[0]?.lines).toEqual(['Another line.'])
  })
})

describe('where another engine than the painter is at work', () => {
  const engines = { frame: 'sd/turbo@1' }
  const board = aStoryboard({ scenes: [aScene({ engines }), aScene({ engines })] })

  test('its frame is moved over, and painted only when it cannot be had', () => {
    const known = made(board, ['frame'])
    expect(kinds(anAnimatic(board, known).scenes[0]?.pictures)).toEqual(['frame', 'painting'])
  })

  test('an older take of it stays until there is a new one', () => {
    const known = made(board, ['frame'])
    const changed = { ...board, scenes: board.scenes.map((scene) => ({ ...scene, prompt: 'a ship' })) }
    expect(kinds(anAnimatic(changed, known).scenes[0]?.pictures)).toEqual(['frame', 'painting'])
  })

  test('a take chosen by hand is what is shown', () => {
    const draft = aStoryboard({ scenes: [aScene()] })
    const known = made(board, ['frame'])
    const [upload = ''] = [...known.assets.keys()]
    const pinned = { ...draft, scenes: draft.scenes.map((scene) => ({ ...scene, pins: { frame: upload } })) }
    expect(anAnimatic(pinned, known).scenes[0]?.pictures[0]).toMatchObject({ kind: 'frame', key: upload })
  })
})

test('music is left out where the film has none', () => {
  const { settings, ...rest } = aStoryboard()
  const quiet = { ...rest, settings: { ...settings, music: { ...settings.music, on: false } } }
  expect(anAnimatic(quiet).scenes.every(({ music }) => music === null)).toBe(true)
})

test('a moment belongs to the scene that began last, and the end to the last one', () => {
  const animatic = anAnimatic(aStoryboard({ scenes: Array.from({ length: 300 }, () => aScene()) }))
  for (const scene of animatic.scenes) {
    expect(sceneAt(animatic, scene.startMs)?.id).toBe(scene.id)
    expect(sceneAt(animatic, scene.startMs + scene.durationMs - 1)?.id).toBe(scene.id)
  }
  expect(sceneAt(animatic, animatic.durationMs + 5)?.number).toBe(300)
})

test('a scene is gone to where its seam is over and its words have not begun', () => {
  const [, second] = anAnimatic().scenes
  if (!second) throw new Error('two scenes')
  const { seamIn, speechFrame } = second.timing
  expect(seamIn).toBeGreaterThan(0)
  expect(bodyStartMs(second)).toBeCloseTo(second.startMs + msOfFrames(seamIn / 2), 6)
  expect(bodyStartMs(second)).toBeLessThan(second.startMs + msOfFrames(speechFrame - seamIn / 2))
  expect(captionAt(second, second.startMs)).toBeNull()
  expect(captionAt(second, second.startMs + msOfFrames(speechFrame - seamIn / 2) + 50)).not.toBeNull()
})
