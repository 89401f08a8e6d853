/**
 * Connection: where a remote engine is reached. One for each service; behind one connection stand any number of
 * addresses that serve the same model. Free of Node: the settings page reads the same shapes.
 */
import { z } from 'zod'
import type { EngineAbilities, EngineKind } from '@/lib/engine/contract'
import { type EngineIdentity, engineIdentitySchema } from '@/lib/storyboard/schema'

export const SERVICES = ['ollama', 'images', 'videos', 'speech'] as const
export type Service = (typeof SERVICES)[number]

export const KIND_OF = {
  ollama: 'storyboard',
  images: 'frame',
  videos: 'clip',
  speech: 'narration',
} as const satisfies Record<Service, EngineKind>

export const addressSchema = z
  .url({ protocol: /^https?$/, message: 'must be an address such as http://127.0.0.1:8101' })
  .max(500)
  .refine((url) => !/[?#@]/.test(url), 'must hold no key, query or fragment')
  .transform((url) => url.replace(/\/+(v1\/?)?$/, ''))

/** What somebody sets on the settings page; an absent key leaves the old one, null forgets it. */
export const connectionChangeSchema = z.object({
  urls: z.array(addressSchema).max(16),
  key: z.string().min(1).max(500).nullable().optional(),
  /** Null: what the service offers first. */
  model: z.string().trim().min(1).max(200).nullable(),
})
export type ConnectionChange = z.infer<typeof connectionChangeSchema>

/** With its key: never leaves the server. */
export interface Connection {
  service: Service
  urls: string[]
  key: string | null
  model: string | null
  /** `environment`: its variables; `settings`: somebody set it on the settings page, which wins. */
  from: 'environment' | 'settings'
}

export const ADDRESS_STATES = ['ready', 'loading', 'unavailable'] as const

/** One address of a connection, as the last look at it found it. */
export const addressViewSchema = z.object({
  url: z.string(),
  state: z.enum(ADDRESS_STATES),
  /** What is wrong, and what to do about it; empty when nothing is. */
  message: z.string(),
  fix: z.string(),
  latencyMs: z.number().nullable(),
  model: z.string().nullable(),
  device: z.string().nullable(),
  dtype: z.string().nullable(),
  loaded: z.boolean().nullable(),
  memory: z.object({ totalMb: z.number(), usedMb: z.number() }).nullable(),
  waiting: z.number().nullable(),
  /** ISO 8601. */
  checkedAt: z.string(),
})
export type AddressView = z.infer<typeof addressViewSchema>

/** An engine that is or was connected. */
export interface RemoteEngineView {
  identity: EngineIdentity
  service: Service
  kind: EngineKind
  model: string
  state: (typeof ADDRESS_STATES)[number]
  abilities: EngineAbilities
  /** Which card or group of cards it works on: engines of one group take turns. */
  group: string
  lastError: { message: string; at: string } | null
  /** ISO 8601; when it answered last. */
  seenAt: string
}

export interface ConnectionView {
  service: Service
  kind: EngineKind
  urls: string[]
  model: string | null
  hasKey: boolean
  from: 'environment' | 'settings'
  addresses: AddressView[]
  engine: RemoteEngineView | null
}

/** What a new film starts with, by kind; an engine that is not connected gives way to the draft one. */
export const engineDefaultsSchema = z.object({
  storyboard: engineIdentitySchema,
  frame: engineIdentitySchema,
  clip: engineIdentitySchema,
  narration: engineIdentitySchema,
})
export type EngineDefaults = z.infer<typeof engineDefaultsSchema>

/** `GET /api/engines`. */
export interface EnginesView {
  connections: ConnectionView[]
  /** Every engine that can be chosen: draft ones and those that are or were connected. */
  engines: {
    identity: EngineIdentity
    kind: EngineKind
    state: AddressView['state']
    /** Null for a draft engine. */
    abilities: EngineAbilities | null
  }[]
  defaults: EngineDefaults
}
