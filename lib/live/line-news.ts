import { log } from '@/lib/base/log'
import { listPlaces, pausedSince } from '@/lib/task/line/store'
import type { QueueState } from './contract'
import { type LiveServer, roomOf, watchedProjects } from './rooms'
import { countLiveTargets } from './store'

/** A line that moves moves for every page that waits in it: twice a second is lively enough. */
const NEWS_EVERY_MS = 500
/** A page shows where some dozens of its tasks stand; thousands of places are no news to anybody. */
const MOST_PLACES = 200

export interface LineReader {
  readState(): Promise<QueueState>
  readPlaces(projectIds: readonly string[]): Promise<Map<string, Record<string, number>>>
}

const DATABASE: LineReader = {
  readState: async () => {
    const [since, live] = await Promise.all([pausedSince(), countLiveTargets()])
    return { paused: since !== null, live }
  },
  readPlaces: (projectIds) => listPlaces(projectIds, MOST_PLACES),
}

const warn = (error: unknown): void => log.warn({ error: String(error) }, 'line news')

/** Tells pages how the line stands: everybody in two numbers, and those who wait where they are. */
export function openLineNews(io: LiveServer, { readState, readPlaces }: LineReader = DATABASE) {
  let told = ''
  let tellings = 0
  let places = new Map<string, string>()
  let timer: NodeJS.Timeout | undefined
  /** From the first read until the pause after it: an answer that is slow must not be told after a newer one. */
  let isBusy = false
  let isAsked = false
  let isReordered = false

  const tellState = async (isNews: boolean) => {
    const state = await readState()
    const text = JSON.stringify(state)
    if (isNews || text !== told) io.emit('queue', state)
    told = text
    tellings += 1
  }
  const tellPlaces = async () => {
    const next = new Map<string, string>()
    for (const [project, waiting] of await readPlaces(watchedProjects(io))) {
      const text = JSON.stringify(waiting)
      if (places.get(project) !== text) io.to(roomOf(project)).emit('places', waiting)
      next.set(project, text)
    }
    places = next
  }
  const tell = async () => {
    isBusy = true
    const isNews = isReordered
    isAsked = false
    isReordered = false
    if (io.sockets.sockets.size > 0) {
      for (const outcome of await Promise.allSettled([tellState(isNews), tellPlaces()])) {
        if (outcome.status === 'fulfilled') continue
        warn(outcome.reason)
        isAsked = true
        isReordered ||= isNews
      }
    } else {
      // Who comes next asks, and hears from then on of whatever changes.
      told = ''
      places = new Map()
    }
    timer = setTimeout(() => {
      isBusy = false
      if (isAsked) void tell()
    }, NEWS_EVERY_MS)
  }

  return {
    /** Something in the line may have changed; `isOrder`: who comes before whom, which its two numbers do not say. */
    moved(isOrder = false) {
      isAsked = true
      isReordered ||= isOrder
      if (!isBusy) void tell()
    },
    async answer(reply: (state: QueueState) => void) {
      try {
        for (;;) {
          const before = tellings
          const state = await readState()
          // Told since then, it is old.
          if (tellings === before) return reply(state)
        }
      } catch (error) {
        warn(error)
      }
    },
    close: () => clearTimeout(timer),
  }
}
