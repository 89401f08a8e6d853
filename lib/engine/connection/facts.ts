/** What the studio remembers of a remote engine, also while it is away: the row's JSON, parsed. */
import { z } from 'zod'
import type { EngineAbilities } from '@/lib/engine/contract'
import { modelCardSchema } from './card'

const range = z.object({ min: z.number(), max: z.number() })

export const engineAbilitiesSchema = z.object({
  steps: range.extend({ usual: z.number().nullable() }).nullable(),
  guidance: z.boolean(),
  negativePrompt: z.boolean(),
  reference: z.boolean(),
  batch: z.number(),
  speed: range.nullable(),
  clip: z.object({ frames: z.number(), fps: z.number() }).nullable(),
}) satisfies z.ZodType<EngineAbilities>

export const engineFactsSchema = z.object({
  model: z.string(),
  card: modelCardSchema,
  abilities: engineAbilitiesSchema,
  /** Engines of one group take turns; `lanes` of its tasks run at once. */
  group: z.string(),
  lanes: z.int().min(1),
  /** Addresses that serve this very model, or did when they last answered. */
  urls: z.array(z.string()),
})
export type EngineFacts = z.infer<typeof engineFactsSchema>
