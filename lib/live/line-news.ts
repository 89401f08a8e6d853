import { log } from '@/lib/base/log'
import { listPlaces, pausedSince } from '@/lib/task/line/store'
import type { QueueState } from './contract'
import { type LiveServer, roomOf, watchedProjects } from './rooms'
import { countLiveTargets } from './store'

/** A line that moves moves for every page that waits in it: twice a second is lively enough. */
const NEWS_EVERY_MS = 500
/** A page shows where some dozens of its tasks stand; thousands of places are no news to anybody. */
const MOST_PLACES = 200

/** Tells pages how the line stands: everybody in two numbers, and those who wait where they are. */
export function openLineNews(io: LiveServer) {
  let told = ''
  let places = new Map<string, string>()
  let timer: NodeJS.Timeout | undefined
  let isAsked = false

  const readState = async (): Promise<QueueState> => {
    const [since, live] = await Promise.all([pausedSince(), countLiveTargets()])
    return { paused: since !== null, live }
  }
  const tellState = async () => {
    const state = await readState()
    const text = JSON.stringify(state)
    if (text !== told) io.emit('queue', state)
    told = text
  }
  const tellPlaces = async () => {
    const next = new Map<string, string>()
    for (const [project, waiting] of await listPlaces(watchedProjects(io), MOST_PLACES)) {
      const text = JSON.stringify(waiting)
      if (places.get(project) !== text) io.to(roomOf(project)).emit('places', waiting)
      next.set(project, text)
    }
    places = next
  }
  const tell = async () => {
    isAsked = false
    if (io.sockets.sockets.size > 0) {
      await Promise.all([tellState(), tellPlaces()]).catch((error) =>
        log.warn({ error: String(error) }, 'line news'),
      )
    }
    timer = setTimeout(() => {
      timer = undefined
      if (isAsked) void tell()
    }, NEWS_EVERY_MS)
  }

  return {
    /** Something in the line may have changed. */
    moved() {
      isAsked = true
      if (!timer) void tell()
    },
    answer: async (tell: (state: QueueState) => void) => {
      await readState().then(tell, (error) => log.warn({ error: String(error) }, 'line news'))
    },
    close: () => clearTimeout(timer),
  }
}
