/** How often somebody may try: a bucket of tokens for each caller, filled again as time goes by. */
export interface Limit {
  /** At once. */
  burst: number
  perMinute: number
}

/** Guesses are rare and dear, calls of the published API many and cheap. */
export const LIMITS = {
  /** Wrong keys: at the login page, and in the X-API-Key header. */
  key: { burst: 10, perMinute: 10 },
  /** Passwords of one share link. */
  password: { burst: 8, perMinute: 8 },
  /** Calls that start work by the published API. */
  published: { burst: 120, perMinute: 240 },
} as const satisfies Record<string, Limit>

export type LimitName = keyof typeof LIMITS

interface Bucket {
  tokens: number
  at: number
}

const MOST = 20_000

export interface Limiter {
  /** Takes one try; answers the seconds to wait, 0 when there was one left. */
  take(caller: string): number
  /** Whether there is a try left, without taking it. */
  wait(caller: string): number
}

export function openLimiter({ burst, perMinute }: Limit, now: () => number = Date.now): Limiter {
  const buckets = new Map<string, Bucket>()
  const filled = (caller: string): Bucket => {
    const at = now()
    const old = buckets.get(caller) ?? { tokens: burst, at }
    const tokens = Math.min(burst, old.tokens + ((at - old.at) / 60_000) * perMinute)
    // Moved to the end: whoever has not been seen for longest is forgotten first.
    buckets.delete(caller)
    if (buckets.size >= MOST) buckets.delete(buckets.keys().next().value ?? '')
    const bucket = { tokens, at }
    buckets.set(caller, bucket)
    return bucket
  }
  const waitOf = ({ tokens }: Bucket) => (tokens >= 1 ? 0 : Math.ceil(((1 - tokens) / perMinute) * 60))
  return {
    take(caller) {
      const bucket = filled(caller)
      const seconds = waitOf(bucket)
      if (seconds === 0) bucket.tokens -= 1
      return seconds
    },
    wait: (caller) => waitOf(filled(caller)),
  }
}

const shared = globalThis as unknown as { studioLimits?: Record<LimitName, Limiter> }

/** Of this process: with several web processes each counts for itself. */
export function limiter(name: LimitName): Limiter {
  shared.studioLimits ??= {
    key: openLimiter(LIMITS.key),
    password: openLimiter(LIMITS.password),
    published: openLimiter(LIMITS.published),
  }
  return shared.studioLimits[name]
}
