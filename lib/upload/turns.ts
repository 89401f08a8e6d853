import { StudioError } from '@/lib/base/errors'

/** Fitting a clip keeps a core busy for minutes; a folder of fifty dropped at once must not stop the film. */
const AT_ONCE = 2

let free = AT_ONCE
const waiting: (() => void)[] = []

/** Runs the work when its turn comes. Throws `cancelled` when its sender has gone by then. */
export async function inTurn<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  if (free > 0) free--
  else await new Promise<void>((resolve) => waiting.push(resolve))
  try {
    if (signal.aborted) throw new StudioError('cancelled', 'the upload was broken off')
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else free++
  }
}
