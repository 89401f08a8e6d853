import { z } from 'zod'
import { addressViewSchema, SERVICES } from '@/lib/engine/connection/schema'

const stateField = z.enum(['ok', 'degraded', 'down'])

/** What `detail` says, for whoever says it in another language. Without one, only `detail` knows: a fault's own words. */
const findingSchema = z.discriminatedUnion('code', [
  z.object({ code: z.literal('answers'), ms: z.number() }),
  z.object({ code: z.literal('runners'), count: z.number() }),
  z.object({ code: z.literal('inHand'), count: z.number() }),
  z.object({ code: z.literal('paused'), count: z.number(), since: z.string() }),
  z.object({ code: z.literal('families'), count: z.number() }),
  /** `freeBytes`: null in an object storage, which has no end. */
  z.object({ code: z.literal('space'), usedBytes: z.number(), freeBytes: z.number().nullable() }),
  z.object({
    code: z.literal('engine'),
    kind: z.enum(['storyboard', 'frame', 'clip', 'narration', 'score']),
    state: z.enum(['ready', 'loading', 'unavailable']),
    message: z.string(),
  }),
  z.object({ code: z.literal('silent') }),
])

export const healthPartSchema = z.object({
  /** `database`, `runner`, `queue`, `ffmpeg`, `fonts`, `disk`, or an engine's identity. */
  name: z.string(),
  state: stateField,
  detail: z.string(),
  /** What to do about it. */
  fix: z.string().nullable(),
  finding: findingSchema.nullable(),
})
export type HealthPart = z.infer<typeof healthPartSchema>

/** A service that somebody has said the address of. */
export const engineHealthSchema = z.object({
  service: z.enum(SERVICES),
  kind: z.enum(['storyboard', 'frame', 'clip', 'narration']),
  /** Null until it has answered once. */
  identity: z.string().nullable(),
  lastError: z.object({ message: z.string(), at: z.string() }).nullable(),
  addresses: z.array(addressViewSchema),
})
export type EngineHealth = z.infer<typeof engineHealthSchema>

/** `degraded`: films are made, but something wants attention. */
export const healthSchema = z.object({
  status: stateField,
  parts: z.array(healthPartSchema),
  /** Remote engines, address by address. */
  engines: z.array(engineHealthSchema),
})
export type Health = z.infer<typeof healthSchema>
