const LOOK_EVERY_MS = 1_000

/** Aborts when this process should end: a signal, or the end of what started it. Asking twice changes nothing. */
export function stoppingSignal() {
  const stop = new AbortController()
  const abort = () => stop.abort()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, abort)
  if (process.connected) process.once('disconnect', abort)
  else onParentGone(abort)
  return stop.signal
}

/** A killed npm takes nobody along, yet to its user the studio is gone. Started without npm, a parent may well leave. */
export function onParentGone(leave) {
  if (!process.env.npm_lifecycle_event) return
  const parent = process.ppid
  const look = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(look)
    leave()
  }, LOOK_EVERY_MS)
  look.unref()
}

export function aborted(signal) {
  if (signal.aborted) return Promise.resolve()
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }))
}
