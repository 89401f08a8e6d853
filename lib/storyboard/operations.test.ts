import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aScene, aStoryboard } from '@/tests/kit/storyboard'
import { applyOperation } from './apply'
import { operationBetween } from './diff'
import { type Operation, operationSchema } from './operations'
import { CAMERA_MOVES, type Scene, type Storyboard, storyboardSchema } from './schema'

const mei = { id: 'mei', name: 'Mei', aliases: [], description: 'a girl in a red coat', anchor: null }

const board = aStoryboard({
  cast: [mei, { id: 'tomas', name: 'Tomas', aliases: [], description: 'an old man', anchor: null }],
  scenes: ['a', 'b', 'c', 'd'].map((id) => aScene({ id, narration: `The ${id} began. It ended well.` })),
})
const ids = (b: Storyboard) => b.scenes.map((scene) => scene.id)
const sceneOf = (b: Storyboard, id: string) => b.scenes.find((scene) => scene.id === id) as Scene
const update = (sceneId: string, field: string, value: unknown, before: unknown): Operation =>
  operationSchema.parse({ type: 'scene.update', sceneId, edits: [{ field, value, before }] })

describe('an operation', () => {
  it('leaves every scene it does not touch the very same object', () => {
    const { storyboard } = applyOperation(board, update('b', 'title', 'New', 'The lamp'))
    expect(storyboard.scenes.map((scene, i) => scene === board.scenes[i])).toEqual([true, false, true, true])
    expect(storyboard.settings).toBe(board.settings)
    expect(storyboard.cast).toBe(board.cast)
  })

  it('fits a storyboard in which other fields were changed', () => {
    const theirs = applyOperation(board, update('b', 'prompt', 'a harbour', sceneOf(board, 'b').prompt))
    const both = applyOperation(theirs.storyboard, update('b', 'title', 'New', 'The lamp'))
    expect(sceneOf(both.storyboard, 'b')).toMatchObject({ prompt: 'a harbour', title: 'New' })
  })

  it('asks when the same field was changed, and names both values', () => {
    const theirs = applyOperation(board, update('b', 'title', 'Theirs', 'The lamp')).storyboard
    const mine = update('b', 'title', 'Mine', 'The lamp')
    expect(() => applyOperation(theirs, mine)).toThrow(
      expect.objectContaining({
        code: 'conflict',
        details: {
          conflicts: [
            { path: 'scenes.b.title', field: 'title', before: 'The lamp', mine: 'Mine', theirs: 'Theirs' },
          ],
        },
      }),
    )
    expect(sceneOf(applyOperation(theirs, mine, { force: true }).storyboard, 'b').title).toBe('Mine')
    expect(() => applyOperation(theirs, update('b', 'title', 'Theirs', 'The lamp'))).not.toThrow()
  })

  it('keeps the slots of one scene apart', () => {
    const frame = 'f'.repeat(64)
    const one = applyOperation(board, update('a', 'pins.frame', frame, null)).storyboard
    const two = applyOperation(one, update('a', 'pins.clip', 'c'.repeat(64), null)).storyboard
    expect(sceneOf(two, 'a').pins).toEqual({ frame, clip: 'c'.repeat(64) })
    expect(sceneOf(applyOperation(two, update('a', 'pins.frame', null, frame)).storyboard, 'a').pins).toEqual(
      {
        clip: 'c'.repeat(64),
      },
    )
  })

  it.each([
    ['a scene that is not there', update('zz', 'title', 'x', ''), 'not_found'],
    ['a field that is not there', update('a', 'colour', 'red', null), 'invalid_input'],
    ['an id', update('a', 'id', 'z', 'a'), 'invalid_input'],
    [
      'a prompt of 10 000 characters',
      update('a', 'prompt', 'x'.repeat(10_000), board.scenes[0]?.prompt),
      'invalid_input',
    ],
    ['a camera move nobody knows', update('a', 'camera', 'spin', 'push-in'), 'invalid_input'],
    [
      'an id twice',
      { type: 'scene.insert', scene: aScene({ id: 'a' }), after: null, from: null },
      'invalid_input',
    ],
    [
      'a merge with a scene that is not the next',
      { type: 'scene.merge', sceneId: 'a', nextId: 'c' },
      'conflict',
    ],
    [
      'no scene left',
      { type: 'batch', name: 'x', steps: ids(board).map((sceneId) => ({ type: 'scene.remove', sceneId })) },
      'invalid_input',
    ],
  ] as [string, Operation, string][])('refuses %s', (_, operation, code) => {
    expect(() => applyOperation(board, operation)).toThrow(expect.objectContaining({ code }))
  })

  it('names the field that breaks the schema', () => {
    const long = update('a', 'prompt', 'x'.repeat(10_000), board.scenes[0]?.prompt)
    expect(() => applyOperation(board, long)).toThrow(
      expect.objectContaining({ details: [{ field: 'scenes.a.prompt', expected: expect.any(String) }] }),
    )
  })
})

describe('splitting and merging', () => {
  it('splits at a word and carries picture, seeds and pinned frame along', () => {
    const { narration } = sceneOf(board, 'b')
    const { storyboard } = applyOperation(board, {
      type: 'scene.split',
      sceneId: 'b',
      at: narration.indexOf('It'),
      newId: 'b2',
      narration,
    })
    expect(ids(storyboard)).toEqual(['a', 'b', 'b2', 'c', 'd'])
    expect(sceneOf(storyboard, 'b').narration).toBe('The b began.')
    expect(sceneOf(storyboard, 'b2')).toMatchObject({
      narration: 'It ended well.',
      seeds: sceneOf(board, 'b').seeds,
      prompt: sceneOf(board, 'b').prompt,
      transition: sceneOf(board, 'b').transition,
    })
  })

  it('gives back the line that was split when it is merged again', () => {
    const { narration } = sceneOf(board, 'b')
    const split = applyOperation(board, { type: 'scene.split', sceneId: 'b', at: 12, newId: 'n', narration })
    const merged = applyOperation(split.storyboard, { type: 'scene.merge', sceneId: 'b', nextId: 'n' })
    expect(sceneOf(merged.storyboard, 'b')).toEqual(sceneOf(board, 'b'))
  })

  it('joins Chinese without a space', () => {
    const chinese = aStoryboard({
      scenes: [aScene({ id: 'x', narration: '狐狸醒了。' }), aScene({ id: 'y', narration: '它走进森林。' })],
    })
    const { storyboard } = applyOperation(chinese, { type: 'scene.merge', sceneId: 'x', nextId: 'y' })
    expect(storyboard.scenes[0]?.narration).toBe('狐狸醒了。它走进森林。')
  })

  it('never cuts a character in two', () => {
    const one = aStoryboard({ scenes: [aScene({ id: 'x', narration: 'a🦊b' })] })
    const { storyboard } = applyOperation(one, {
      type: 'scene.split',
      sceneId: 'x',
      at: 2,
      newId: 'y',
      narration: 'a🦊b',
    })
    expect(storyboard.scenes.map((s) => s.narration)).toEqual(['a', '🦊b'])
  })
})

let made = 0
const newId = () => `new-${made++}`
const text = fc.string({ maxLength: 30, unit: 'grapheme' }).map((s) => s.toWellFormed())

/** Any operation that fits the storyboard, whoever made it. */
function anyOperation(b: Storyboard): fc.Arbitrary<Operation> {
  const id = fc.constantFrom(...ids(b))
  const place = fc.constantFrom(null, ...ids(b))
  const scene = fc.constant(0).map(() => aScene({ id: newId() }))
  const any: fc.Arbitrary<Operation>[] = [
    fc.tuple(id, text).map(([s, value]) => update(s, 'narration', value, sceneOf(b, s).narration)),
    fc
      .tuple(id, fc.constantFrom(...CAMERA_MOVES))
      .map(([s, value]) => update(s, 'camera', value, sceneOf(b, s).camera)),
    fc.tuple(id, fc.nat(9)).map(([s, value]) => update(s, 'seeds.clip', value, sceneOf(b, s).seeds.clip)),
    fc
      .tuple(id, fc.option(fc.constant('e'.repeat(64))))
      .map(([s, value]) => update(s, 'pins.frame', value, sceneOf(b, s).pins.frame ?? null)),
    fc.tuple(scene, place).map(([s, after]) => ({ type: 'scene.insert', scene: s, after, from: null })),
    fc.tuple(id, place).map(([sceneId, after]) => ({ type: 'scene.move', sceneId, after })),
    fc.tuple(id, fc.nat(40)).map(([sceneId, at]) => {
      const { narration } = sceneOf(b, sceneId)
      return { type: 'scene.split', sceneId, at: Math.min(at, narration.length), newId: newId(), narration }
    }),
    fc.constant({
      type: 'settings.update',
      edits: [{ field: 'voice.speed', value: 1.5, before: b.settings.voice.speed }],
    } satisfies Operation),
    ...(b.scenes.length > 1
      ? [
          fc.nat(b.scenes.length - 2).map(
            (i): Operation => ({
              type: 'scene.merge',
              sceneId: ids(b)[i] as string,
              nextId: ids(b)[i + 1] as string,
            }),
          ),
          id.map((sceneId): Operation => ({ type: 'scene.remove', sceneId })),
        ]
      : []),
    ...(b.cast.length > 0
      ? [
          fc.constant({ type: 'cast.remove', memberId: b.cast[0]?.id ?? '' } satisfies Operation),
          text.map(
            (value): Operation => ({
              type: 'cast.update',
              memberId: b.cast[0]?.id ?? '',
              edits: [{ field: 'description', value, before: b.cast[0]?.description ?? '' }],
            }),
          ),
        ]
      : []),
    ...(b.cast.some((m) => m.id === 'mei')
      ? []
      : [fc.constant({ type: 'cast.insert', member: mei, after: null } satisfies Operation)]),
  ]
  return fc.oneof(...any)
}

/** A run of operations, each fitting what the ones before it left. */
const runs = fc.infiniteStream(fc.nat()).map((stream) => {
  const seeds = [...stream.take(12)]
  const steps: { before: Storyboard; operation: Operation; after: Storyboard; inverse: Operation }[] = []
  let now = board
  for (const seed of seeds) {
    const [operation] = fc.sample(anyOperation(now), { numRuns: 1, seed })
    if (!operation) continue
    const { storyboard, inverse } = applyOperation(now, operation)
    steps.push({ before: now, operation, after: storyboard, inverse })
    now = storyboard
  }
  return steps
})

describe('any run of operations', () => {
  it('is taken back step by step by its inverses, and leaves a valid storyboard at each', () => {
    fc.assert(
      fc.property(runs, (steps) => {
        for (const { before, after, inverse } of steps.toReversed()) {
          storyboardSchema.parse(after)
          operationSchema.parse(inverse)
          expect(applyOperation(after, inverse).storyboard).toEqual(before)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('comes to the same after a trip through JSON', () => {
    fc.assert(
      fc.property(runs, (steps) => {
        for (const { before, operation, after } of steps) {
          const sent = operationSchema.parse(JSON.parse(JSON.stringify(operation)))
          expect(applyOperation(JSON.parse(JSON.stringify(before)), sent).storyboard).toEqual(after)
        }
      }),
      { numRuns: 30 },
    )
  })

  it('can be found again from the two documents alone', () => {
    fc.assert(
      fc.property(runs, (steps) => {
        const last = steps.at(-1)?.after ?? board
        const operation = operationBetween(board, last, 'json')
        if (operation === null) return expect(last).toEqual(board)
        const applied = applyOperation(board, operation)
        expect(applied.storyboard).toEqual(last)
        expect(applyOperation(last, applied.inverse).storyboard).toEqual(board)
      }),
      { numRuns: 60 },
    )
  })
})
