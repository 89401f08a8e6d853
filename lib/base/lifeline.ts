/** The supervisor's end of the pipe closes when it goes, however it goes: even kill -9 cannot keep it open. */
const LEAVE_WITHIN_MS = 5_000

/**
 * Calls `onGone` once when the process that started this one is gone, and ends this process and whatever it started
 * (ffmpeg) if `onGone` takes too long. Does nothing in a process started by hand, which has no supervisor.
 */
export function holdLifeline(onGone: () => unknown): void {
  if (!process.connected) return
  // The terminal may be gone too: a broken pipe must not end the process before it has put its work back.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)
  process.once('disconnect', () => {
    setTimeout(endGroup, LEAVE_WITHIN_MS).unref()
    onGone()
  })
}

/** The supervisor makes each of its processes the leader of a group, so the group's number is its own. */
function endGroup(): never {
  try {
    process.kill(-process.pid, 'SIGKILL')
  } catch {
    // Not a leader: nothing else to end.
  }
  process.exit(1)
}
