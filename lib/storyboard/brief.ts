import { z } from 'zod'
import { LIMITS, seedSchema, settingsSchema } from './schema'

/** What a project keeps of how it was asked for, until the storyboard is written: the story and every setting. */
export const storyBriefSchema = z.object({
  story: z.string().min(1).max(LIMITS.storyChars),
  title: z.string().max(LIMITS.titleChars).default(''),
  language: z.string().nullable(),
  sceneCount: z.int().min(1).max(LIMITS.scenes).nullable(),
  settings: settingsSchema,
  /** Null: each seam as long as the writer chose. */
  transitionMs: z.int().min(0).max(5_000).nullable().default(null),
  /** Null: seeds follow from the story, so that the same story gives the same film. */
  seed: seedSchema.nullable().default(null),
})
export type StoryBrief = z.infer<typeof storyBriefSchema>
