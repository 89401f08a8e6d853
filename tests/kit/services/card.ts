/**
 * A card that services share: one piece of work at a time, whoever asks for it, and another model has to be brought in
 * first. It remembers what it did, so that a test can say how idle it was and how often its model changed.
 */
export interface CardWork {
  model: string
  /** Of `performance.now()`. */
  startedAt: number
  endedAt: number
}

export interface Card {
  uuid: string
  name: string
  work: CardWork[]
  /** Waits for its turn, then lets `work` have the card. */
  take<T>(
    model: string,
    work: (pause: (ms: number) => Promise<void>) => Promise<T>,
    signal?: AbortSignal,
  ): Promise<T>
  waiting(): number
  /** How often another model came in, the first one counted. */
  swaps(): number
  /** Share of the time between its first and its last work in which it did nothing. */
  idleShare(): number
}

let count = 0

export function aCard({ swapMs = 0, name = 'Test card' } = {}): Card {
  count += 1
  const work: CardWork[] = []
  let line: Promise<unknown> = Promise.resolve()
  let resident: string | null = null
  let waiting = 0
  return {
    uuid: `GPU-00000000-0000-4000-8000-${String(count).padStart(12, '0')}`,
    name,
    work,
    take(model, does, signal) {
      waiting += 1
      const turn = async () => {
        waiting -= 1
        signal?.throwIfAborted()
        const done = { model, startedAt: performance.now(), endedAt: 0 }
        work.push(done)
        try {
          if (resident !== model) await pause(swapMs, signal)
          resident = model
          return await does((ms) => pause(ms, signal))
        } finally {
          done.endedAt = performance.now()
        }
      }
      const mine = line.then(turn, turn)
      line = mine.catch(() => undefined)
      return mine
    },
    waiting: () => waiting,
    swaps: () => work.filter((done, i) => done.model !== work[i - 1]?.model).length,
    idleShare() {
      const [first] = work
      const last = work.at(-1)
      if (!first || !last) return 1
      const busy = work.reduce((sum, done) => sum + done.endedAt - done.startedAt, 0)
      return 1 - busy / (last.endedAt - first.startedAt)
    },
  }
}

/** The time that real work would take: ends at once, with an error, when the caller is gone. */
export function pause(ms: number, signal?: AbortSignal): Promise<void> {
  if (ms <= 0) return Promise.resolve()
  return new Promise((resolve, reject) => {
    const gone = () => {
      clearTimeout(timer)
      reject(new Error('the caller is gone'))
    }
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', gone)
      resolve()
    }, ms)
    if (signal?.aborted) gone()
    else signal?.addEventListener('abort', gone, { once: true })
  })
}
