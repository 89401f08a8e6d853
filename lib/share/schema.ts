/** What is asked for a link, and what its maker reads of it. Free of Node: the dialog shows the same. */
import { z } from 'zod'

const label = z.string('must be text').trim().max(80, 'must be at most 80 characters')
const expiresAt = z.iso
  .datetime({ offset: true, error: 'must be a time such as 2026-01-31T12:00:00Z, or null' })
  .refine((time) => Date.parse(time) > Date.now(), 'must be in the future')
  .nullable()
const password = z
  .string('must be text')
  .min(4, 'must be at least 4 characters')
  .max(200, 'must be at most 200 characters')
  .nullable()
const filmId = z.guid('must be the id of a film of this project')

export const newShareSchema = z.strictObject({
  /** Left out: the newest film. */
  filmId: filmId.optional(),
  label: label.default(''),
  /** Null: until it is revoked. */
  expiresAt: expiresAt.default(null),
  password: password.default(null),
  allowDownload: z.boolean('must be true or false').default(true),
})
export type NewShare = z.input<typeof newShareSchema>

/** What is left out stays as it is. */
export const shareChangeSchema = z.strictObject({
  filmId: filmId.optional(),
  label: label.optional(),
  expiresAt: expiresAt.optional(),
  password: password.optional(),
  allowDownload: z.boolean('must be true or false').optional(),
})
export type ShareChange = z.input<typeof shareChangeSchema>

export const unlockSchema = z.object({ password: z.string('must be text').max(200) })

export type ShareState = 'open' | 'expired' | 'revoked'

/** A link as its maker sees it. */
export interface ShareLink {
  id: string
  state: ShareState
  projectId: string
  projectTitle: string
  filmId: string
  /** Which revision of the storyboard its film shows. */
  revision: number
  /** The project has a newer film than this one. */
  isOlder: boolean
  /** Where it leads: `/s/{token}`, with the address people use in front. */
  url: string
  label: string
  allowDownload: boolean
  hasPassword: boolean
  /** ISO 8601. */
  expiresAt: string | null
  revokedAt: string | null
  createdAt: string
  /** Visitors, each once a day. */
  views: number
  viewsToday: number
}
