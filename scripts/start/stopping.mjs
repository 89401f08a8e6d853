import fs from 'node:fs'

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
  const before = parents()
  const look = setInterval(() => {
    if (parents() === before) return
    clearInterval(look)
    leave()
  }, LOOK_EVERY_MS)
  look.unref()
}

/** Most shells stay between npm and us, so our parent's parent counts as well, where the system tells it. */
function parents() {
  const parent = process.ppid
  if (process.platform !== 'linux') return String(parent)
  try {
    // proc(5): the name in brackets may hold anything, the parent is the second field behind it.
    const stat = fs.readFileSync(`/proc/${parent}/stat`, 'utf8')
    return `${parent} ${stat.slice(stat.lastIndexOf(')')).split(' ')[2]}`
  } catch {
    return 'gone'
  }
}

export function aborted(signal) {
  if (signal.aborted) return Promise.resolve()
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }))
}
