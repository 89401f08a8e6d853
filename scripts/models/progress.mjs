/** How far a download is, in one line. */
const EVERY_MS = 500
/** Where nobody watches a line change, one line now and then. */
const QUIET_EVERY_MS = 15_000
const WINDOW_MS = 20_000

export function shownBytes(bytes) {
  if (bytes >= 1e9) return `${(bytes / 1e9).toFixed(2)} GB`
  return bytes >= 1e6 ? `${Math.round(bytes / 1e6)} MB` : `${Math.ceil(bytes / 1e3)} kB`
}

export function shownTime(seconds) {
  if (seconds >= 3600) return `${Math.floor(seconds / 3600)} h ${Math.round((seconds % 3600) / 60)} min`
  return seconds >= 60
    ? `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`
    : `${Math.ceil(seconds)} s`
}

/** `samples`: `[at in ms, bytes]`, oldest first. The line for `done` of `total` bytes. */
export function progressLine(done, total, samples) {
  const [[firstAt, firstBytes] = [0, 0]] = samples
  const [lastAt, lastBytes] = samples.at(-1) ?? [0, 0]
  const rate = lastAt > firstAt ? ((lastBytes - firstBytes) * 1000) / (lastAt - firstAt) : 0
  const left = rate > 0 ? `, ${shownBytes(rate)}/s, ${shownTime((total - done) / rate)} left` : ''
  const percent = total > 0 ? Math.floor((100 * done) / total) : 100
  return `${percent} %  ${shownBytes(done)} of ${shownBytes(total)}${left}`
}

export function openProgress(total, stream = process.stderr) {
  let done = 0
  let samples = []
  const show = () => {
    const now = performance.now()
    samples = [...samples.filter(([at]) => now - at < WINDOW_MS), [now, done]]
    const line = progressLine(done, total, samples)
    stream.write(stream.isTTY ? `\r\x1b[K  ${line}` : `  ${line}\n`)
  }
  const timer = setInterval(show, stream.isTTY ? EVERY_MS : QUIET_EVERY_MS)
  return {
    add(bytes) {
      done += bytes
    },
    close() {
      clearInterval(timer)
      show()
      if (stream.isTTY) stream.write('\n')
    },
  }
}
