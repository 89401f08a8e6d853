/** What a video service answers: `inference/contract/videos.json`. */
import { z } from 'zod'
import { errorBodySchema } from '../envelope'

export const videoSchema = z.object({
  /** Goes into addresses. */
  id: z.string().regex(/^[\w.:-]{1,200}$/),
  status: z.string(),
  /** 0 to 100. */
  progress: z.number().nullish(),
  error: errorBodySchema.nullish().catch(null),
  model: z.string().nullish(),
  seed: z.number().nullish(),
  steps: z.number().nullish(),
  width: z.number().nullish(),
  height: z.number().nullish(),
  num_frames: z.number().nullish(),
  fps: z.number().nullish(),
  rung: z.string().nullish(),
})
export type Video = z.infer<typeof videoSchema>

export const videoEventSchema = z.discriminatedUnion('event', [
  z.object({ event: z.literal('queued') }),
  z.object({ event: z.literal('started') }),
  z.object({ event: z.literal('ping') }),
  z.object({ event: z.literal('progress'), progress: z.number() }),
  z.object({ event: z.literal('completed') }),
  z.object({ event: z.literal('failed') }),
])
