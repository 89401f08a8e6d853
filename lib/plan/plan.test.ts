import { describe, expect, it } from 'vitest'
import type { ErrorShape } from '@/lib/base/errors'
import { DRAFT_ENGINES } from '@/lib/engine/draft/identities'
import type { Slot, Storyboard } from '@/lib/storyboard/schema'
import { aScene, aStoryboard } from '@/tests/kit/storyboard'
import { type Knowledge, type KnownAsset, takeKey } from './knowledge'
import { type Plan, plan } from './plan'
import type { WorkPlan } from './slots'

interface World extends Knowledge {
  assets: Map<string, KnownAsset>
  takes: Map<string, string[]>
  failures: Map<string, ErrorShape>
}

const world = (changes: Partial<World> = {}): World => ({
  assets: new Map(),
  takes: new Map(),
  failures: new Map(),
  fixedLength: new Set(),
  reference: new Set(),
  ffmpeg: 'ffmpeg/test',
  anchors: {},
  ...changes,
})

function make(work: WorkPlan, known: World, facts: KnownAsset['facts'] = {}): string {
  if (!work.recipe || !work.fingerprint) throw new Error('nothing to make')
  known.assets.set(work.fingerprint, { fingerprint: work.fingerprint, recipe: work.recipe, facts })
  return work.fingerprint
}

/** Makes all that is missing, again and again, as a runner would; answers how much that was. */
function makeAll(board: Storyboard, known: World): number {
  let made = 0
  for (let round = 0; round < 10; round++) {
    const { board: scenes, scores, scenes: parts, film } = plan(board, known)
    const slots = scenes.flatMap((s) =>
      (['frame', 'clip', 'narration'] as Slot[]).map((slot) => s.slots[slot]),
    )
    const missing = [...slots, ...scores, ...parts.map((p) => p.segment), film].filter(
      (w) => w.state === 'missing',
    )
    if (missing.length === 0) return made
    for (const work of missing) make(work, known, { durationMs: 2500 })
    made += new Set(missing.map((w) => w.fingerprint)).size
  }
  throw new Error('never done')
}

const slotOf = (made: Plan, scene: number, slot: Slot) => {
  const found = made.board[scene]?.slots[slot]
  if (!found) throw new Error('no such slot')
  return found
}

describe('plan', () => {
  it('wants frames and narrations first, and blocks what stands on them', () => {
    const made = plan(aStoryboard(), world())
    expect(slotOf(made, 0, 'frame').state).toBe('missing')
    expect(slotOf(made, 0, 'narration').state).toBe('missing')
    expect(slotOf(made, 0, 'clip')).toMatchObject({ state: 'blocked', blockedBy: ['frame', 'narration'] })
    expect(made.film.state).toBe('blocked')
    expect(made.durationMs).toBeNull()
  })

  it('comes to a film when everything missing is made, and then wants nothing more', () => {
    const board = aStoryboard()
    const known = world()
    // 2 frames, 2 narrations, 2 clips, 1 score, 2 segments, 1 film
    expect(makeAll(board, known)).toBe(10)
    expect(plan(board, known).film.state).toBe('ready')
    expect(makeAll(board, known)).toBe(0)
  })

  it('remakes one scene when one line is reworded to the same length', () => {
    const board = aStoryboard({ scenes: [aScene(), aScene(), aScene(), aScene()] })
    const known = world()
    makeAll(board, known)
    const scenes = board.scenes.map((s, i) => (i === 2 ? { ...s, narration: 'The keeper lit a lamp.' } : s))
    // Its narration, its segment (other captions) and the film.
    expect(makeAll({ ...board, scenes }, known)).toBe(3)
  })

  it('touches no sound or picture of other scenes when one scene grows longer', () => {
    const board = aStoryboard({ scenes: [aScene(), aScene(), aScene(), aScene()] })
    const known = world()
    makeAll(board, known)
    const before = plan(board, known)
    const anchors = Object.fromEntries(before.scenes.map((s) => [s.sceneId, s.anchor]))
    const scenes = board.scenes.map((s, i) => (i === 1 ? { ...s, durationMs: 9000 } : s))
    const after = plan({ ...board, scenes }, { ...known, anchors })
    for (const i of [0, 2, 3]) {
      expect(after.scenes[i]?.segment.fingerprint).toBe(before.scenes[i]?.segment.fingerprint)
      expect(after.scenes[i]?.anchor).toBe(before.scenes[i]?.anchor)
      expect(after.scenes[i]?.timing.packets).toBe(before.scenes[i]?.timing.packets)
    }
  })

  it('lets two scenes that are alike share their assets, whatever they are called', () => {
    const twin = aScene()
    const board = aStoryboard({ scenes: [twin, { ...twin, id: 'another', title: 'Other' }] })
    const made = plan(board, world())
    expect(slotOf(made, 0, 'frame').fingerprint).toBe(slotOf(made, 1, 'frame').fingerprint)
  })

  it('shows the newest take of a stale slot and says which fields differ', () => {
    const board = aStoryboard({
      cast: [{ id: 'mei', name: 'Mei', aliases: [], description: 'girl, red coat', anchor: null }],
      scenes: [aScene({ cast: ['mei'] })],
    })
    const known = world()
    const old = make(slotOf(plan(board, known), 0, 'frame'), known)
    known.takes.set(takeKey(board.scenes[0]?.id ?? '', 'frame'), [old])
    const changed = structuredClone(board)
    changed.cast = [{ id: 'mei', name: 'Mei', aliases: [], description: 'girl, blue coat', anchor: null }]
    if (changed.scenes[0]) changed.scenes[0].prompt = 'a harbour'
    const frame = slotOf(plan(changed, known), 0, 'frame')
    expect(frame).toMatchObject({ state: 'missing', shown: old, chosen: null })
    expect(frame.why.toSorted()).toEqual(['cast.Mei', 'prompt'])
  })

  it('calls nothing stale because a project was renamed, a scene moved or a field set to its default', () => {
    const board = aStoryboard()
    const known = world()
    makeAll(board, known)
    const [a, b] = board.scenes
    if (!a || !b) throw new Error('two scenes')
    const moved = { ...board, scenes: [b, { ...a, voice: 'default', speed: 1, title: 'Renamed' }] }
    for (const scene of plan(moved, known).board) {
      expect(scene.slots.frame.state).toBe('ready')
      expect(scene.slots.narration.state).toBe('ready')
    }
  })

  it('uses a pinned take instead of the current recipe, and nothing is then to be made for it', () => {
    const board = aStoryboard()
    const known = world()
    const pin = make(slotOf(plan(board, known), 0, 'frame'), known)
    const [first, second] = board.scenes
    if (!first || !second) throw new Error('two scenes')
    const changed = {
      ...board,
      scenes: [{ ...first, prompt: 'something else', pins: { frame: pin } }, second],
    }
    expect(slotOf(plan(changed, known), 0, 'frame')).toMatchObject({
      state: 'ready',
      chosen: pin,
      why: ['prompt'],
    })
  })

  it('falls back to the draft camera when a clip failed for good, and says so', () => {
    const board = aStoryboard({ scenes: [aScene({ engines: { clip: 'videos/svd@1' } })] })
    const known = world({ fixedLength: new Set(['videos/svd@1']) })
    make(slotOf(plan(board, known), 0, 'frame'), known)
    make(slotOf(plan(board, known), 0, 'narration'), known, { durationMs: 1000 })
    const wanted = slotOf(plan(board, known), 0, 'clip')
    known.failures.set(wanted.fingerprint ?? '', { code: 'engine_failed', message: 'out of memory' })
    const clip = slotOf(plan(board, known), 0, 'clip')
    expect(clip.recipe?.engine).toBe(DRAFT_ENGINES.clip)
    expect(clip).toMatchObject({ state: 'missing', fallback: { message: 'out of memory' } })
  })

  it('never costs a clip of fixed length again because a line was reworded', () => {
    const board = aStoryboard({ scenes: [aScene({ engines: { clip: 'videos/svd@1' } })] })
    const known = world({ fixedLength: new Set(['videos/svd@1']) })
    makeAll(board, known)
    const before = slotOf(plan(board, known), 0, 'clip').fingerprint
    const scenes = board.scenes.map((s) => ({
      ...s,
      narration: 'Now it says something much longer than before.',
    }))
    const after = slotOf(plan({ ...board, scenes }, known), 0, 'clip')
    expect(after).toMatchObject({ state: 'ready', fingerprint: before })
  })

  it('speaks nothing for an empty narration and still has a film', () => {
    const board = aStoryboard({ scenes: [aScene({ narration: ' ' }), aScene()] })
    const known = world()
    makeAll(board, known)
    const made = plan(board, known)
    expect(made.film.state).toBe('ready')
    expect(made.scenes[0]?.speech).toBeNull()
    expect(made.scenes[0]?.cues).toEqual([])
  })

  it('keeps music out of every recipe when there is none', () => {
    const board = aStoryboard()
    board.settings.music = { on: false, seed: 7 }
    const known = world()
    makeAll(board, known)
    const made = plan(board, known)
    expect(made.scores).toEqual([])
    expect(Object.keys(made.film.recipe?.inputs ?? {}).some((key) => key.startsWith('score'))).toBe(false)
  })

  describe('pictures that look alike', () => {
    const MODEL = 'images/sd-turbo@1'
    const [anchor, other] = ['a', 'b'].map((letter) => letter.repeat(64)) as [string, string]
    const mei = { id: 'mei', name: 'Mei', aliases: [], description: 'girl', anchor }
    const known = () => {
      const upload = (fingerprint: string): [string, KnownAsset] => [
        fingerprint,
        {
          fingerprint,
          recipe: { kind: 'frame', engine: 'upload/file@1', params: {}, inputs: {} },
          facts: {},
        },
      ]
      return world({ reference: new Set([MODEL]), assets: new Map([upload(anchor), upload(other)]) })
    }
    const board = (changes: Partial<Storyboard['scenes'][number]> = {}) =>
      aStoryboard({ cast: [mei], scenes: [aScene({ cast: ['mei'], engines: { frame: MODEL }, ...changes })] })
    const recipeOf = (of: Storyboard, at: World) => slotOf(plan(of, at), 0, 'frame').recipe

    it('starts a picture from the anchor of who is seen, if the engine can', () => {
      expect(recipeOf(board(), known())?.inputs).toEqual({ reference: anchor })
      expect(recipeOf(board(), known())?.params).not.toHaveProperty('strength')
      expect(recipeOf(board({ cast: [] }), known())?.inputs).toEqual({})
      expect(recipeOf(board({ engines: {} }), known())?.inputs).toEqual({})
      expect(recipeOf(board(), world({ reference: new Set([MODEL]) }))?.inputs).toEqual({})
    })

    it('says that the anchor picture changed, and how far pictures may go from it', () => {
      const at = known()
      const before = board()
      const made = make(slotOf(plan(before, at), 0, 'frame'), at)
      at.takes.set(takeKey(before.scenes[0]?.id ?? '', 'frame'), [made])
      const changed = { ...before, cast: [{ ...mei, anchor: other }] }
      expect(slotOf(plan(changed, at), 0, 'frame').why).toEqual(['reference'])
      const bolder = structuredClone(before)
      bolder.settings.frame.referenceStrength = 0.9
      expect(slotOf(plan(bolder, at), 0, 'frame').why).toEqual(['reference'])
    })

    it('leaves the frame alone that became the anchor', () => {
      const at = known()
      const plain = { ...board(), cast: [{ ...mei, anchor: null }] }
      const own = make(slotOf(plan(plain, at), 0, 'frame'), at)
      const frame = slotOf(plan({ ...plain, cast: [{ ...mei, anchor: own }] }, at), 0, 'frame')
      expect(frame).toMatchObject({ state: 'ready', chosen: own })
    })

    it('gives all pictures the one seed of the film, but those drawn again', () => {
      const fixed = aStoryboard({ scenes: [aScene(), aScene(), aScene({ ownSeed: true })] })
      const seeds = () => plan(fixed, world()).board.map((scene) => scene.slots.frame.recipe?.seed)
      expect(seeds()).toEqual(fixed.scenes.map((scene) => scene.seeds.frame))
      Object.assign(fixed.settings.frame, { seedPolicy: 'fixed', seed: 42 })
      expect(seeds()).toEqual([42, 42, fixed.scenes[2]?.seeds.frame])
    })
  })
})
