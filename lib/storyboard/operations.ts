/**
 * Operations: every way a storyboard is changed, as data. Each is applied to the newest revision and has an inverse, so
 * that undo, history and two writers at once are one mechanism. Free of Node: the page applies the very same operation
 * at once and the server a moment later.
 */
import { z } from 'zod'
import { editSchema } from './edits'
import { castMemberSchema, idSchema, LIMITS, sceneSchema } from './schema'

const edits = z.array(editSchema).min(1).max(40)
/** The scene or member it stands behind; null for the first place. */
const after = idSchema.nullable()

const updateScene = z.object({ type: z.literal('scene.update'), sceneId: idSchema, edits })
const insertScene = z.object({
  type: z.literal('scene.insert'),
  scene: sceneSchema,
  after,
  /** The scene it is a copy of: its takes are carried along. */
  from: idSchema.nullable().default(null),
})
const removeScene = z.object({ type: z.literal('scene.remove'), sceneId: idSchema })
const moveScene = z.object({ type: z.literal('scene.move'), sceneId: idSchema, after })
const splitScene = z.object({
  type: z.literal('scene.split'),
  sceneId: idSchema,
  /** UTF-16 offset into `narration`; what follows becomes the new scene's. */
  at: z.int().min(0).max(LIMITS.narrationChars),
  newId: idSchema,
  /** The narration as the writer saw it. */
  narration: z.string().max(LIMITS.narrationChars),
})
/** The scene takes in the one behind it. */
const mergeScene = z.object({ type: z.literal('scene.merge'), sceneId: idSchema, nextId: idSchema })
const updateMember = z.object({ type: z.literal('cast.update'), memberId: idSchema, edits })
const insertMember = z.object({ type: z.literal('cast.insert'), member: castMemberSchema, after })
/** Scenes keep its id, which then means nobody, so that bringing it back brings it back everywhere. */
const removeMember = z.object({ type: z.literal('cast.remove'), memberId: idSchema })
const updateSettings = z.object({ type: z.literal('settings.update'), edits })
const updateStoryboard = z.object({ type: z.literal('storyboard.update'), edits })

export const stepSchema = z.discriminatedUnion('type', [
  updateScene,
  insertScene,
  removeScene,
  moveScene,
  splitScene,
  mergeScene,
  updateMember,
  insertMember,
  removeMember,
  updateSettings,
  updateStoryboard,
])
/** One change. */
export type Step = z.infer<typeof stepSchema>

/** Several changes that stand or fall, and are undone, together. */
const batchSchema = z.object({
  type: z.literal('batch'),
  /** What the writer did, where the steps do not say: `restore`, `json`, `upgrade`. */
  name: z.string().regex(/^[a-z-]{1,40}$/),
  steps: z.array(stepSchema).min(1).max(2_000),
})
export type Batch = z.infer<typeof batchSchema>

export const operationSchema = z.discriminatedUnion('type', [...stepSchema.options, batchSchema])
export type Operation = z.infer<typeof operationSchema>

export const stepsOf = (operation: Operation): Step[] =>
  operation.type === 'batch' ? operation.steps : [operation]

/** Whether an operation names the film. */
export const retitles = (operation: Operation): boolean =>
  stepsOf(operation).some(
    (step) => step.type === 'storyboard.update' && step.edits.some(({ field }) => field === 'title'),
  )

/** Scenes that an operation makes as copies of others, as pairs of copy and original. */
export const copiesIn = (operation: Operation): { sceneId: string; from: string }[] =>
  stepsOf(operation).flatMap((step) => {
    if (step.type === 'scene.insert' && step.from !== null)
      return [{ sceneId: step.scene.id, from: step.from }]
    return step.type === 'scene.split' ? [{ sceneId: step.newId, from: step.sceneId }] : []
  })
