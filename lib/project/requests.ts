/** What the studio's own pages send to `/api/projects`. Free of Node. */
import { z } from 'zod'
import { StudioError } from '@/lib/base/errors'
import { operationSchema } from '@/lib/storyboard/operations'
import { fingerprintSchema, idSchema, LIMITS } from '@/lib/storyboard/schema'
import { MAKING_TYPES } from '@/lib/task/schema'
import { briefSchema } from './schema'

export const createProjectSchema = briefSchema.extend({
  make: z.enum(['film', 'storyboard']).default('film'),
})

export const listProjectsSchema = z.object({
  search: z.string().max(200).default(''),
  sort: z.enum(['touched', 'title', 'created']).default('touched'),
})

export const startTargetSchema = z.object({
  type: z.enum(MAKING_TYPES),
  sceneIds: z.array(idSchema).min(1).max(300).nullable().default(null),
})

/** Names a browser gives itself, its gestures and its edits. */
const nameSchema = z.string().regex(/^[\w-]{1,64}$/, 'must be 1 to 64 letters, digits, - or _')

export const renameProjectSchema = z.object({
  title: z
    .string()
    .trim()
    .min(1, 'must not be empty')
    .max(LIMITS.titleChars, `must be at most ${LIMITS.titleChars} characters`),
  client: nameSchema.optional(),
})

export const editorSchema = z.object({ client: nameSchema, edit: nameSchema.optional() })

export const editSchema = editorSchema.extend({
  operation: operationSchema,
  /** The revision it was made on; an older one is merged where it can be. */
  revision: z.int().min(1).optional(),
  gesture: nameSchema.optional(),
})

export const undoQuerySchema = z.object({ client: nameSchema })

export const historySchema = z.object({
  before: z.coerce.number('must be a number').int().min(1).optional(),
  most: z.coerce.number('must be a number').int().min(1).max(200).default(50),
})

export const knownSchema = z.object({ fingerprints: z.array(fingerprintSchema).max(3_000) })

/** A revision out of an address. What cannot be one names nothing. */
export function revisionNumber(value: string): number {
  if (!/^[1-9]\d{0,8}$/.test(value)) throw new StudioError('not_found', 'There is no such revision.')
  return Number(value)
}
