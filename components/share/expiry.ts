const DAYS = { never: null, day: 1, week: 7, month: 30 } as const

export type Expiry = keyof typeof DAYS
export const EXPIRIES = Object.keys(DAYS) as Expiry[]

const DAY_MS = 24 * 3_600_000

/** ISO 8601, or null for a link that lasts until it is revoked. */
export function expiresAt(expiry: Expiry, now = Date.now()): string | null {
  const days = DAYS[expiry]
  return days === null ? null : new Date(now + days * DAY_MS).toISOString()
}
