/**
 * Access: who comes in, and what they may do. Decided in front of pages, routes and the socket alike, from one table of
 * rules (`rules.ts`). Free of Node: the pages show the same roles.
 */
import { z } from 'zod'

/** Each may do what those before it may. */
export const ROLES = ['viewer', 'editor', 'admin'] as const
export type Role = (typeof ROLES)[number]
export const roleSchema = z.enum(ROLES)

/** Who asks. */
export interface Principal {
  role: Role
  /** The key's name; empty on a studio without keys. */
  name: string
  /** The key's id, `studio` for STUDIO_KEY, `open` where no key is needed. */
  key: string
}

/** Who is behind a socket, and by which session, if by one. */
export interface Admitted {
  principal: Principal
  session: string | null
}

export const principalSchema = z.object({ role: roleSchema, name: z.string(), key: z.string() })

/** What a path asks of whoever calls it; `public`: nothing. */
export type Need = Role | 'public'

export const meets = (role: Role, need: Need): boolean =>
  need === 'public' || ROLES.indexOf(role) >= ROLES.indexOf(need)

export const newKeySchema = z.object({
  name: z.string().trim().min(1).max(60),
  role: roleSchema,
})

/** A key as the settings page lists it. */
export interface KeyView {
  id: string
  name: string
  role: Role
  /** Its first letters. */
  hint: string
  /** ISO 8601. */
  createdAt: string
  lastUsedAt: string | null
  revokedAt: string | null
}

export const loginSchema = z.object({ key: z.string().min(1).max(500) })

/** `GET /api/session`. */
export interface SessionView {
  /** False where no key is needed: there is nothing to log out of. */
  locked: boolean
  principal: Principal | null
}
