/** Tells on stderr what is being done and how long it took: stdout belongs to the address and to the commands. */
const TICK_MS = 1_000

export function seconds(ms) {
  return ms < 9_950 ? `${(ms / 1000).toFixed(1)} s` : `${Math.round(ms / 1000)} s`
}

/**
 * `quietMs`: steps that end sooner are not mentioned, so a command that finds all in place says nothing.
 */
export function openSteps({ stream = process.stderr, quietMs = 0 } = {}) {
  const clear = stream.isTTY ? '\r\x1b[K' : ''

  /** Runs `work` under `title`; its result and its errors are the caller's. */
  async function run(title, work) {
    const startedAt = performance.now()
    const elapsed = () => seconds(performance.now() - startedAt)
    let isAnnounced = false
    const announce = () => {
      if (stream.isTTY) stream.write(`${clear}  · ${title} ... ${isAnnounced ? elapsed() : ''}`)
      else if (!isAnnounced) stream.write(`  ${title} ...\n`)
      isAnnounced = true
    }
    const first = quietMs > 0 ? setTimeout(announce, quietMs) : announce()
    const ticks = setInterval(() => isAnnounced && stream.isTTY && announce(), TICK_MS)
    const end = (mark, how) => {
      clearTimeout(first)
      clearInterval(ticks)
      if (!isAnnounced) return
      stream.write(
        stream.isTTY ? `${clear}  ${mark} ${title}  ${elapsed()}\n` : `  ${title}: ${how} ${elapsed()}\n`,
      )
    }
    try {
      const result = await work()
      end('✓', 'done in')
      return result
    } catch (error) {
      isAnnounced = true
      end('✗', 'failed after')
      throw error
    }
  }

  /** A line between two steps. */
  const note = (text) => stream.write(`${clear}  ${text}\n`)
  return { run, note }
}
