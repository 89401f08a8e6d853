/** One service's process: started, listened to, started again when it dies, ended with us. */
import { spawn } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'
import { eachLine } from '../start/lines.mjs'

const STEADY_AFTER_MS = 30_000
const QUICK_DEATHS = 3
const STOP_WITHIN_MS = 10_000
const LOOK_EVERY_MS = 300
/** Agreed with the services: a setting that a new start cannot mend. */
const EXIT_SETTINGS = 2

/**
 * `{ over, stop, ready }`. `over` resolves with a reason when it is given up. `say(line)` hears everything.
 * `restartAfterMs(deaths)` is how long to wait before it is started again.
 */
export function keepService({
  name,
  program,
  args,
  env,
  cwd,
  address,
  say,
  restartAfterMs = (n) => 500 * 2 ** n,
}) {
  let child
  let exited = Promise.resolve()
  const stopping = new AbortController()

  async function live() {
    for (let deaths = 0; !stopping.signal.aborted; ) {
      const startedAt = performance.now()
      const code = await runOnce()
      if (stopping.signal.aborted) return
      deaths = performance.now() - startedAt > STEADY_AFTER_MS ? 1 : deaths + 1
      if (code === EXIT_SETTINGS || deaths >= QUICK_DEATHS) return `${name} ended with ${code}`
      say(`${name}: ended with ${code}, started again`)
      await pause(restartAfterMs(deaths), undefined, { signal: stopping.signal }).catch(() => undefined)
    }
  }

  async function runOnce() {
    child = spawn(program, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
    for (const stream of [child.stdout, child.stderr]) eachLine(stream, (line) => say(`${name}: ${line}`))
    exited = new Promise((resolve) => {
      child.once('error', (error) => resolve(error.message))
      child.once('close', (code, signal) => resolve(signal ?? code))
    })
    return await exited
  }

  const over = live()
  return {
    over,
    /** What /readyz says once the service answers at all; undefined when it was given up before. */
    async ready() {
      let isOver = false
      over.then(() => {
        isOver = true
      })
      while (!isOver) {
        const answer = await fetch(`${address}/readyz`, { signal: AbortSignal.timeout(5_000) }).catch(
          () => undefined,
        )
        if (answer) return await answer.json()
        await pause(LOOK_EVERY_MS)
      }
    },
    async stop() {
      stopping.abort()
      if (!child || child.exitCode !== null || child.signalCode !== null) return
      child.kill('SIGTERM')
      const isOut = await Promise.race([
        exited.then(() => true),
        pause(STOP_WITHIN_MS, false, { ref: false }),
      ])
      if (!isOut) child.kill('SIGKILL')
    },
  }
}
