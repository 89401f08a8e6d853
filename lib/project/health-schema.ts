import { z } from 'zod'

const stateField = z.enum(['ok', 'degraded', 'down'])

export const healthPartSchema = z.object({
  /** `database`, `runner`, `queue`, `ffmpeg`, `fonts`, `disk`, or an engine's identity. */
  name: z.string(),
  state: stateField,
  detail: z.string(),
  /** What to do about it. */
  fix: z.string().nullable(),
})
export type HealthPart = z.infer<typeof healthPartSchema>

/** `degraded`: films are made, but something wants attention. */
export const healthSchema = z.object({ status: stateField, parts: z.array(healthPartSchema) })
export type Health = z.infer<typeof healthSchema>
