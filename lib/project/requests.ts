/** What the studio's own pages send to `/api/projects`. Free of Node. */
import { z } from 'zod'
import { idSchema, LIMITS } from '@/lib/storyboard/schema'
import { TARGET_TYPES } from '@/lib/task/schema'
import { briefSchema } from './schema'

export const createProjectSchema = briefSchema.extend({
  make: z.enum(['film', 'storyboard']).default('film'),
})

export const listProjectsSchema = z.object({
  search: z.string().max(200).default(''),
  sort: z.enum(['touched', 'title', 'created']).default('touched'),
})

export const renameProjectSchema = z.object({
  title: z
    .string()
    .trim()
    .min(1, 'must not be empty')
    .max(LIMITS.titleChars, `must be at most ${LIMITS.titleChars} characters`),
})

export const startTargetSchema = z.object({
  type: z.enum(TARGET_TYPES),
  sceneIds: z.array(idSchema).min(1).max(300).nullable().default(null),
})
