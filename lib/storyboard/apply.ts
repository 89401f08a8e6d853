/** Applies operations. Throws `not_found` for an unknown scene or member, `conflict`, or `invalid_input` naming the field. */
import { z } from 'zod'
import { type FieldProblem, invalidInput, StudioError } from '@/lib/base/errors'
import { conflictsOf, type Edit, editsBetween, type FieldConflict, invertEdits, writeField } from './edits'
import { type Operation, type Step, stepsOf } from './operations'
import { mergedScene, splitHalves } from './scene-text'
import {
  type CastMember,
  castMemberSchema,
  LIMITS,
  type Scene,
  type Storyboard,
  sceneSchema,
  settingsSchema,
  storyboardSchema,
} from './schema'

export interface Applied {
  storyboard: Storyboard
  /** Takes the operation back. */
  inverse: Operation
}

export interface ApplyOptions {
  /** Overwrites what others have changed since: what a page shows of its own edits before the server has spoken. */
  force?: boolean
}

/** The storyboard with the operation done, all of it or nothing. Scenes it does not touch keep their identity. */
export function applyOperation(
  storyboard: Storyboard,
  operation: Operation,
  options: ApplyOptions = {},
): Applied {
  let board = storyboard
  const inverses: Step[] = []
  for (const step of stepsOf(operation)) {
    const applied = applyStep(board, step, options)
    board = applied.board
    inverses.unshift(...applied.inverse)
  }
  if (board.scenes.length === 0) {
    throw invalidInput([{ field: 'scenes', expected: 'must keep at least one scene' }])
  }
  if (board.scenes.length > LIMITS.boardScenes) {
    throw invalidInput([{ field: 'scenes', expected: `must be at most ${LIMITS.boardScenes} scenes` }])
  }
  const [only] = inverses
  const name = operation.type === 'batch' ? operation.name : operation.type.replace('.', '-')
  return {
    storyboard: board,
    inverse: inverses.length === 1 && only ? only : { type: 'batch', name, steps: inverses },
  }
}

interface AppliedStep {
  board: Storyboard
  inverse: Step[]
}

function applyStep(board: Storyboard, step: Step, options: ApplyOptions): AppliedStep {
  switch (step.type) {
    case 'scene.update': {
      const index = placeOf(board.scenes, step.sceneId, 'scene')
      const scene = board.scenes[index] as Scene
      const next = edited(scene, step.edits, sceneSchema, `scenes.${scene.id}`, options)
      const inverse = { ...step, edits: invertEdits(scene, step.edits) }
      return { board: { ...board, scenes: board.scenes.with(index, next) }, inverse: [inverse] }
    }
    case 'scene.insert': {
      refuseTaken(board.scenes, step.scene.id, 'scene')
      const scene = checked(sceneSchema, step.scene, `scenes.${step.scene.id}`)
      const scenes = insertedAfter(board.scenes, scene, step.after, 'scene')
      return { board: { ...board, scenes }, inverse: [{ type: 'scene.remove', sceneId: scene.id }] }
    }
    case 'scene.remove': {
      const index = placeOf(board.scenes, step.sceneId, 'scene')
      const scene = board.scenes[index] as Scene
      const after = board.scenes[index - 1]?.id ?? null
      return {
        board: { ...board, scenes: board.scenes.toSpliced(index, 1) },
        inverse: [{ type: 'scene.insert', scene, after, from: null }],
      }
    }
    case 'scene.move': {
      const index = placeOf(board.scenes, step.sceneId, 'scene')
      const scene = board.scenes[index] as Scene
      const before = board.scenes[index - 1]?.id ?? null
      if (step.after === scene.id) return { board, inverse: [{ ...step, after: before }] }
      const scenes = insertedAfter(board.scenes.toSpliced(index, 1), scene, step.after, 'scene')
      return { board: { ...board, scenes }, inverse: [{ ...step, after: before }] }
    }
    case 'scene.split':
      return applySplit(board, step, options)
    case 'scene.merge':
      return applyMerge(board, step)
    case 'cast.update': {
      const index = placeOf(board.cast, step.memberId, 'character')
      const member = board.cast[index] as CastMember
      const next = edited(member, step.edits, castMemberSchema, `cast.${member.id}`, options)
      const inverse = { ...step, edits: invertEdits(member, step.edits) }
      return { board: { ...board, cast: board.cast.with(index, next) }, inverse: [inverse] }
    }
    case 'cast.insert': {
      refuseTaken(board.cast, step.member.id, 'character')
      if (board.cast.length >= LIMITS.cast) {
        throw invalidInput([{ field: 'cast', expected: `must be at most ${LIMITS.cast} characters` }])
      }
      const member = checked(castMemberSchema, step.member, `cast.${step.member.id}`)
      const cast = insertedAfter(board.cast, member, step.after, 'character')
      return { board: { ...board, cast }, inverse: [{ type: 'cast.remove', memberId: member.id }] }
    }
    case 'cast.remove': {
      const index = placeOf(board.cast, step.memberId, 'character')
      const member = board.cast[index] as CastMember
      const after = board.cast[index - 1]?.id ?? null
      return {
        board: { ...board, cast: board.cast.toSpliced(index, 1) },
        inverse: [{ type: 'cast.insert', member, after }],
      }
    }
    case 'settings.update': {
      const settings = edited(board.settings, step.edits, settingsSchema, 'settings', options)
      const inverse = { ...step, edits: invertEdits(board.settings, step.edits) }
      return { board: { ...board, settings }, inverse: [inverse] }
    }
    case 'storyboard.update': {
      const next = edited(titled(board), step.edits, titledSchema, 'storyboard', options)
      const inverse = { ...step, edits: invertEdits(titled(board), step.edits) }
      return { board: { ...board, ...next }, inverse: [inverse] }
    }
  }
}

const titledSchema = z.object({
  title: storyboardSchema.shape.title,
  language: storyboardSchema.shape.language,
})
const titled = ({ title, language }: Storyboard) => ({ title, language })

function applySplit(
  board: Storyboard,
  step: Step & { type: 'scene.split' },
  options: ApplyOptions,
): AppliedStep {
  const index = placeOf(board.scenes, step.sceneId, 'scene')
  const scene = board.scenes[index] as Scene
  refuseTaken(board.scenes, step.newId, 'scene')
  if (scene.narration !== step.narration && !options.force) {
    refuseConflicts([
      {
        path: `scenes.${scene.id}.narration`,
        field: 'narration',
        before: step.narration,
        mine: step.narration,
        theirs: scene.narration,
      },
    ])
  }
  const [first, second] = splitHalves(scene, step.at, step.newId)
  const inverse: Step[] = [{ type: 'scene.remove', sceneId: step.newId }, ...restoring(first, scene)]
  return { board: { ...board, scenes: board.scenes.toSpliced(index, 1, first, second) }, inverse }
}

function applyMerge(board: Storyboard, step: Step & { type: 'scene.merge' }): AppliedStep {
  const index = placeOf(board.scenes, step.sceneId, 'scene')
  const scene = board.scenes[index] as Scene
  const next = board.scenes[index + 1]
  if (next?.id !== step.nextId) {
    throw new StudioError('conflict', 'The scene behind this one is another now. Nothing was changed.')
  }
  const whole = checked(sceneSchema, mergedScene(scene, next), `scenes.${scene.id}`)
  const inverse: Step[] = [
    ...restoring(whole, scene),
    { type: 'scene.insert', scene: next, after: scene.id, from: null },
  ]
  return { board: { ...board, scenes: board.scenes.toSpliced(index, 2, whole) }, inverse }
}

/** The step that makes `from` the scene it was; none when nothing differs. */
function restoring(from: Scene, to: Scene): Step[] {
  const edits = editsBetween(from, to)
  return edits.length > 0 ? [{ type: 'scene.update', sceneId: to.id, edits }] : []
}

/** Only these are records whose entries may be absent. */
const isRecord = (head: string): boolean => head === 'pins' || head === 'engines'

function edited<T extends object, S extends z.ZodType<T>>(
  target: T,
  edits: readonly Edit[],
  schema: S,
  path: string,
  { force = false }: ApplyOptions,
): T {
  const fields = target as Readonly<Record<string, unknown>>
  const unknown = edits.filter(
    ({ field }) => field === 'id' || !Object.hasOwn(target, field.split('.')[0] ?? ''),
  )
  if (unknown.length > 0) {
    throw invalidInput(
      unknown.map(({ field }) => ({ field: `${path}.${field}`, expected: 'is no field of it' })),
    )
  }
  if (!force) refuseConflicts(conflictsOf(fields, edits, path))
  let next = target
  for (const { field, value } of edits) next = writeField(next, field, value, isRecord)
  return checked(schema, next, path)
}

function refuseConflicts(conflicts: readonly FieldConflict[]): void {
  if (conflicts.length === 0) return
  throw new StudioError('conflict', `changed meanwhile: ${conflicts.map((c) => c.path).join(', ')}`, {
    userMessage: 'Somebody else has changed the same text meanwhile. Nothing was overwritten.',
    details: { conflicts },
  })
}

function checked<S extends z.ZodType>(schema: S, value: unknown, path: string): z.output<S> {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const problems = parsed.error.issues.map(
    (issue): FieldProblem => ({
      field: [path, ...issue.path.map(String)].join('.'),
      expected: issue.message,
    }),
  )
  throw invalidInput(problems.slice(0, 20))
}

function placeOf(list: readonly { id: string }[], id: string, what: string): number {
  const index = list.findIndex((entry) => entry.id === id)
  if (index >= 0) return index
  throw new StudioError('not_found', `no ${what} ${id}`, {
    userMessage: `There is no such ${what} any more: ${id}.`,
    details: { id },
  })
}

function refuseTaken(list: readonly { id: string }[], id: string, what: string): void {
  if (list.some((entry) => entry.id === id)) {
    throw invalidInput([{ field: 'id', expected: `must be new; there is a ${what} ${id} already` }])
  }
}

/** Behind `after`, or in the first place. */
function insertedAfter<T extends { id: string }>(
  list: readonly T[],
  entry: T,
  after: string | null,
  what: string,
): T[] {
  const place = after === null ? 0 : placeOf(list, after, what) + 1
  return list.toSpliced(place, 0, entry)
}
