import { spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { outcome } from '../start/leashed.mjs'
import { failureLine, judged } from './plan.mjs'

/** Runs a program of an installed package; `{ code, output }`. Loud ones write to the terminal themselves. */
export async function runProgram(root, script, args, { isLoud = false, env = {} } = {}) {
  const child = spawn(process.execPath, [path.join(root, 'node_modules', script), ...args], {
    cwd: root,
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...env },
    stdio: ['ignore', isLoud ? 'inherit' : 'pipe', isLoud ? 'inherit' : 'pipe'],
  })
  if (!isLoud) return outcome(child)
  const code = await new Promise((resolve, reject) => child.on('error', reject).on('close', resolve))
  return { code, output: '' }
}

/** Calls `work` with the path of a report it makes a tool write, and returns `count` of it; a missing one is a failure. */
export async function countReport(name, work, count) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'studio-report-'))
  const file = path.join(folder, `${name}.json`)
  try {
    const { code } = await work(file)
    if (!fs.existsSync(file)) return { passed: 0, failed: 1, failures: [failureLine(name, 'left no report')] }
    const counts = count(JSON.parse(fs.readFileSync(file, 'utf8')))
    return judged(counts, code, failureLine(name, `ended with ${code} and no failed test`))
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
  }
}
