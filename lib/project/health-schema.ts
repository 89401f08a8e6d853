import { z } from 'zod'
import { addressViewSchema, SERVICES } from '@/lib/engine/connection/schema'

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
