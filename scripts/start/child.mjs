/** One process of the studio: started, told of our end by a pipe, started again when it dies, stopped with all it started. */
import { spawn } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'
import { eachLine, readableLine, readyOf } from './lines.mjs'
import { NODE_ARGS } from './memory.mjs'

/** Agreed with server.ts: nothing a new start could mend, and an address that was taken in the meantime. */
export const EXIT_CONFIG = 78
export const EXIT_TAKEN = 98

const STOP_WITHIN_MS = 6_000
const STEADY_AFTER_MS = 30_000
const MAX_DELAY_MS = 15_000

/** How long to wait before start number `tries` (1 is the first start after a death). */
export function restartDelay(tries) {
  return Math.min(MAX_DELAY_MS, 250 * 2 ** (tries - 1))
}

/**
 * What to do about a process that ended by itself: `again` after a while, or `giveUp`, since a studio that never came
 * up should say so and end. `deaths` counts the ones in quick succession, this one included.
 */
export function afterDeath({ code, wasEverReady, deaths, isPatient }) {
  if (isPatient || wasEverReady) return 'again'
  return code === EXIT_CONFIG || deaths >= 3 ? 'giveUp' : 'again'
}

/**
 * `prepare(code)` is asked for the environment before each start, with the exit code of the last. `isPatient`: go on
 * trying for ever, as someone who is editing wants. Logs go to `print`.
 *
 * @param {{
 *   name: string, root: string, file: string,
 *   prepare: (code?: number | string) => Promise<NodeJS.ProcessEnv>,
 *   print: (line: string) => unknown,
 *   onPid?: (pid: number) => unknown,
 *   isPatient?: boolean,
 * }} options
 */
export function keepChild({ name, root, file, prepare, print, onPid = () => undefined, isPatient = false }) {
  let child
  let exited
  let wasEverReady = false
  let isStopping = false
  let isReplaced = false
  const wake = { now: new AbortController() }
  const ready = Promise.withResolvers()
  const over = live().catch((error) => ready.reject(error))

  async function live() {
    for (let deaths = 0, code; !isStopping; ) {
      const startedAt = performance.now()
      code = await runOnce(await prepare(code))
      if (isStopping) return
      if (isReplaced) {
        isReplaced = false
        deaths = 0
        continue
      }
      deaths = performance.now() - startedAt > STEADY_AFTER_MS ? 1 : deaths + 1
      if (afterDeath({ code, wasEverReady, deaths, isPatient }) === 'giveUp') {
        throw Object.assign(new Error(`the ${name} process ended with ${code} before it was ready`), { code })
      }
      const delayMs = code === EXIT_TAKEN && !wasEverReady ? 0 : restartDelay(deaths)
      if (delayMs > 0) print(`  ${name}  ended with ${code}; starting it again in ${delayMs / 1000} s`)
      await pause(delayMs, undefined, { signal: wake.now.signal }).catch(() => undefined)
      wake.now = new AbortController()
    }
  }

  async function runOnce(env) {
    child = spawn(process.execPath, [...NODE_ARGS, file], {
      cwd: root,
      env,
      // Leader of a group of its own, so that Ctrl-C reaches it through us and its ffmpegs end with it.
      detached: process.platform !== 'win32',
      // The fourth is the lifeline: it closes when we go, however we go.
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    })
    const { pid } = child
    onPid(pid)
    eachLine(child.stdout, (line) => {
      const message = readyOf(line)
      // Chat of the tools within; what matters comes on stderr.
      if (!message) return isPatient && say(line)
      wasEverReady = true
      ready.resolve(message)
    })
    eachLine(child.stderr, say)
    exited = new Promise((resolve) => {
      child.once('error', (error) => resolve(error.message))
      child.once('close', (code, signal) => resolve(signal ?? code))
      child.once('exit', () => killGroup(pid))
    })
    return await exited
  }

  function say(line) {
    const text = readableLine(name, line)
    if (text !== undefined) print(text)
  }

  return {
    /** Resolves with the first `{ ready, address }`; rejects when it never comes. */
    ready: ready.promise,
    /** The pid of now. */
    get pid() {
      return child?.pid
    },
    /** Replaces a process that serves outdated code, or one that waits for its next try. */
    restart() {
      if (isStopping) return
      if (child && child.exitCode === null && child.signalCode === null) {
        isReplaced = true
        endGently(child, exited)
      }
      wake.now.abort()
    },
    async stop() {
      isStopping = true
      wake.now.abort()
      if (child) await endGently(child, exited)
      await over
    },
  }
}

async function endGently(child, exited) {
  child.kill('SIGTERM')
  const isOut = await Promise.race([exited.then(() => true), pause(STOP_WITHIN_MS, false, { ref: false })])
  if (!isOut) killGroup(child.pid)
}

/** A dead leader's number stays its group's while any member lives. */
export function killGroup(pid) {
  if (!pid) return
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // Nothing is left of it.
  }
}
