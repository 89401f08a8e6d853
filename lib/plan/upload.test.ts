import { describe, expect, it } from 'vitest'
import { fingerprintOf } from '@/lib/asset/fingerprint'
import type { Scene, Slot, Storyboard } from '@/lib/storyboard/schema'
import { aScene, aStoryboard } from '@/tests/kit/storyboard'
import { type Knowledge, takeKey } from './knowledge'
import { plan } from './plan'
import { uploadRecipe } from './upload'

const DIGEST = 'ab'.repeat(32)
const scene = aScene({ id: 'one', narration: 'The keeper lit the lamp.' })

/** What the plan says of a slot whose only take is an upload. */
function planned(slot: Slot, { pinned = true, change = {} as Partial<Scene> } = {}) {
  const before: Storyboard = aStoryboard({ scenes: [scene] })
  const recipe = uploadRecipe(slot, DIGEST, before, scene)
  const fingerprint = fingerprintOf(recipe)
  const facts = { durationMs: 2_000, frames: 48, fps: 24 }
  const known: Knowledge = {
    assets: new Map([[fingerprint, { fingerprint, recipe, facts }]]),
    takes: new Map([[takeKey('one', slot), [fingerprint]]]),
    failures: new Map(),
    fixedLength: new Set(),
    reference: new Set(),
    ffmpeg: 'ffmpeg/test',
    anchors: {},
  }
  const pins = pinned ? { [slot]: fingerprint } : {}
  const after = { ...before, scenes: [{ ...scene, ...change, pins }] }
  return plan(after, known).board[0]?.slots[slot]
}

describe('the recipe of an upload', () => {
  // A change here makes the same file another take: it is a new engine version at the least.
  it('is what it was in the first release', () => {
    const board = aStoryboard({ scenes: [scene] })
    expect(
      (['frame', 'clip', 'narration'] as const).map((slot) =>
        fingerprintOf(uploadRecipe(slot, DIGEST, board, scene)).slice(0, 16),
      ),
    ).toEqual(['831df84634a6c1ef', '0e472aadc9973cb1', 'cf6da1c8af3f009b'])
  })

  it('holds what decides its bytes and facts: the file, a clip’s size, a recording’s line', () => {
    const board = aStoryboard({ scenes: [scene] })
    const otherSize = { ...board, settings: { ...board.settings, film: { width: 180, height: 320 } } }
    const otherLine = { ...scene, narration: 'Another.', prompt: 'another' }
    const same = (slot: Slot, b: Storyboard, s: Scene) =>
      fingerprintOf(uploadRecipe(slot, DIGEST, b, s)) ===
      fingerprintOf(uploadRecipe(slot, DIGEST, board, scene))
    expect(same('frame', otherSize, otherLine)).toBe(true)
    expect([same('clip', board, otherLine), same('clip', otherSize, scene)]).toEqual([true, false])
    expect([same('narration', otherSize, scene), same('narration', board, otherLine)]).toEqual([true, false])
  })
})

describe('an upload in the plan', () => {
  it.each(['frame', 'clip', 'narration'] as const)(
    'that is pinned is ready, whatever the scene asks for (%s)',
    (slot) => {
      const change = {
        prompt: 'another',
        camera: 'pull-out' as const,
        seeds: { frame: 9, clip: 9, narration: 9 },
      }
      expect(planned(slot, { change })).toMatchObject({ state: 'ready', why: [], error: null })
    },
  )

  it('that is a recording says when the line is another one', () => {
    expect(planned('narration', { change: { narration: 'Another line.' } })).toMatchObject({
      state: 'ready',
      why: ['narration'],
    })
  })

  it('that is not pinned gives way to what the recipe makes', () => {
    const slot = planned('frame', { pinned: false })
    expect(slot).toMatchObject({ state: 'missing', chosen: null, why: ['engine'] })
    expect(slot?.shown).not.toBeNull()
  })
})
