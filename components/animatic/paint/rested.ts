/** Longer than between two letters of a quick writer, shorter than a look. */
const REST_MS = 200

/** Resolves once nobody has typed on for a moment: the next letter takes the order back through its signal. */
export function rested(signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer)
      reject(new DOMException('somebody types on', 'AbortError'))
    }
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop)
      resolve()
    }, REST_MS)
    if (signal.aborted) stop()
    else signal.addEventListener('abort', stop, { once: true })
  })
}
