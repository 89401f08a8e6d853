/** What an image service answers: `inference/contract/images-*.json`. Fields of ours that a plain server lacks may be absent. */
import { z } from 'zod'
import { errorBodySchema } from '../envelope'

export const madeSchema = z.object({
  b64_json: z.string(),
  seed: z.number().nullish(),
  model: z.string().nullish(),
  steps: z.number().nullish(),
  /** Which rung of the memory ladder made it. */
  rung: z.string().nullish(),
})
export type Made = z.infer<typeof madeSchema>

export const generationSchema = z.object({ data: z.array(madeSchema).min(1) })

const itemId = z.string()

export const batchEventSchema = z.discriminatedUnion('event', [
  z.object({ event: z.literal('accepted') }),
  z.object({ event: z.literal('ping') }),
  z.object({
    event: z.literal('progress'),
    item: itemId,
    step: z.number(),
    steps: z.number().positive(),
    preview: z.string().nullish(),
  }),
  madeSchema.extend({ event: z.literal('item'), item: itemId }),
  z.object({ event: z.literal('item_error'), item: itemId, error: errorBodySchema }),
  z.object({ event: z.literal('done') }),
])
