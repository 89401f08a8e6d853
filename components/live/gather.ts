/**
 * Runs at once, then at most once each `everyMs` while calls keep coming; the last call is never lost. Twenty tasks
 * that end together must not fetch the view twenty times.
 */
export function gather(run: () => void, everyMs: number): { call: () => void; stop: () => void } {
  let timer: ReturnType<typeof setTimeout> | null = null
  let waiting = false
  const rest = () => {
    timer = setTimeout(() => {
      timer = null
      if (!waiting) return
      waiting = false
      run()
      rest()
    }, everyMs)
  }
  return {
    call: () => {
      if (timer) {
        waiting = true
        return
      }
      run()
      rest()
    },
    stop: () => {
      if (timer) clearTimeout(timer)
      timer = null
      waiting = false
    },
  }
}
