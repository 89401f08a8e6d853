/**
 * Several addresses of one model. The least busy one is asked first; one that fails is set aside for a while and asked
 * again, and a request that failed there goes to another.
 */
import { isStudioError, type StudioError } from '@/lib/base/errors'
import { unreachable } from './failure'
import type { Address } from './http'

export interface Pool {
  urls: readonly string[]
  /** Does the work at one address, and at another when that fails in a way that another may better. */
  use<T>(signal: AbortSignal, work: (address: Address) => Promise<T>): Promise<T>
}

interface Health {
  busy: number
  /** What a look found waiting there, of all runners. */
  waiting: number
  failures: number
  /** On the clock of `performance.now()`. */
  asideUntil: number
  isAway: boolean
  lastFailure: Failure | null
}

/** What a piece of work last failed of at an address. */
export interface Failure {
  message: string
  /** ISO 8601. */
  at: string
}

const FIRST_ASIDE_MS = 1_000
const LONGEST_ASIDE_MS = 30_000

const shared = globalThis as unknown as { studioAddresses?: Map<string, Health> }

function healthOf(url: string): Health {
  shared.studioAddresses ??= new Map()
  const known = shared.studioAddresses.get(url)
  if (known) return known
  const fresh: Health = { busy: 0, waiting: 0, failures: 0, asideUntil: 0, isAway: false, lastFailure: null }
  shared.studioAddresses.set(url, fresh)
  return fresh
}

/** A look at an address found it serving: whoever was away is asked again at once. */
export function noteReady(url: string, waiting: number): void {
  const health = healthOf(url)
  health.waiting = waiting
  if (!health.isAway) return
  Object.assign(health, { failures: 0, asideUntil: 0, isAway: false })
}

/** The newest failure of work that this process gave to any of the addresses. */
export const lastFailureAt = (urls: readonly string[]): Failure | null =>
  urls.flatMap((url) => healthOf(url).lastFailure ?? []).toSorted((a, b) => b.at.localeCompare(a.at))[0] ??
  null

export function openPool(name: string, urls: readonly string[], key: string | null): Pool {
  return {
    urls,
    async use(signal, work) {
      const tried = new Set<string>()
      let worst: unknown = unreachable(name, 'is not connected')
      for (let url = nextOf(urls, tried); url !== undefined; url = nextOf(urls, tried)) {
        tried.add(url)
        try {
          return await workAt(url, () => work({ url, key }))
        } catch (error) {
          worst = worseOf(worst, error, tried.size)
          if (signal.aborted || !mayGoElsewhere(error)) break
        }
      }
      throw worst
    },
  }
}

async function workAt<T>(url: string, work: () => Promise<T>): Promise<T> {
  const health = healthOf(url)
  health.busy += 1
  try {
    const made = await work()
    Object.assign(health, { failures: 0, asideUntil: 0, isAway: false })
    return made
  } catch (error) {
    if (isStudioError(error) && error.code !== 'cancelled') {
      health.lastFailure = { message: error.userMessage, at: new Date().toISOString() }
    }
    if (mayGoElsewhere(error)) setAside(health, error)
    throw error
  } finally {
    health.busy -= 1
  }
}

/** Those set aside come last rather than never: with all of them down, asking is the only way to know. */
function nextOf(urls: readonly string[], tried: ReadonlySet<string>): string | undefined {
  const now = performance.now()
  const rank = (url: string): [number, number, number] => {
    const { asideUntil, busy, waiting } = healthOf(url)
    return [Math.max(0, asideUntil - now), busy, waiting]
  }
  return urls
    .filter((url) => !tried.has(url))
    .map((url) => ({ url, rank: rank(url) }))
    .sort((a, b) => a.rank[0] - b.rank[0] || a.rank[1] - b.rank[1] || a.rank[2] - b.rank[2])[0]?.url
}

function setAside(health: Health, error: StudioError): void {
  const pauseMs = Math.min(LONGEST_ASIDE_MS, FIRST_ASIDE_MS * 2 ** health.failures)
  health.failures += 1
  health.asideUntil = performance.now() + pauseMs
  health.isAway = error.code === 'engine_unavailable'
}

const mayGoElsewhere = (error: unknown): error is StudioError => isStudioError(error) && error.retry

/** A useless answer is worth more than a closed door: it must cost the task an attempt. */
function worseOf(before: unknown, error: unknown, tries: number): unknown {
  const isKept = tries > 1 && isStudioError(before) && before.code === 'engine_failed'
  return isKept && mayGoElsewhere(error) ? before : error
}
