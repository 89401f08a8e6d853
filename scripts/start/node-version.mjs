/** The studio needs a newer Node than many machines have; one comes with the packages. */
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { SetupFailure } from './failure.mjs'
import { onParentGone } from './stopping.mjs'

/** What pg-boss, vitest and the browser for the tests agree on: 22.17, 24 or 26 and newer. */
export function isSuitable(version) {
  const [major, minor] = version.split('.').map(Number)
  if (major === 22) return minor >= 17
  return major === 24 || major >= 26
}

/** The node that was installed with the packages, if there is one for this platform. */
export function bundledNode(root) {
  const name = `node-${process.platform}-${process.arch}`
  const file = path.join(root, 'node_modules', name, 'bin', 'node')
  return fs.existsSync(file) ? file : undefined
}

/** True when this process goes on by itself; else everything happened in another and this one has only to end. */
export async function continueOnSuitableNode(root) {
  if (isSuitable(process.versions.node)) return true
  const node = bundledNode(root)
  if (!node) {
    if (Number.parseInt(process.versions.node, 10) >= 22) return true
    throw new SetupFailure(
      `Node ${process.versions.node} is too old here: install Node 24, then start again.`,
    )
  }
  const env = { ...process.env, PATH: `${path.dirname(node)}${path.delimiter}${process.env.PATH ?? ''}` }
  delete env.NODE_OPTIONS
  // The fourth pipe tells the new process when this one is gone.
  const child = spawn(node, process.argv.slice(1), { stdio: ['inherit', 'inherit', 'inherit', 'ipc'], env })
  child.channel.unref()
  passSignals(child)
  onParentGone(() => child.kill('SIGTERM'))
  process.exitCode = await new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 143)))
  })
  return false
}

/** Ctrl-C in a terminal reaches every process by itself; passing it on as well would make it two. */
export function passSignals(child) {
  const isTerminal = process.stdin.isTTY || process.stdout.isTTY || process.stderr.isTTY
  process.on('SIGINT', () => {
    if (!isTerminal) child.kill('SIGINT')
  })
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
}
