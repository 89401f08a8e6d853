import { spawn } from 'node:child_process'
import { failureLine, judged, readClosingLine, readFailureLines } from './plan.mjs'

/**
 * Runs a part of the tests and answers its counts and failure lines. Its output is shown as it comes, all but its closing line, which becomes
 * part of the caller's.
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 */
export async function runCounted(command, args, options) {
  const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'inherit'] })
  let output = ''
  child.stdout.setEncoding('utf8').on('data', (text) => {
    output += text
    process.stdout.write(text.replace(/^\d+ passed, \d+ failed\n/gm, ''))
  })
  const code = await new Promise((resolve, reject) => child.on('error', reject).on('close', resolve))
  const counts = readClosingLine(output) ?? { passed: 0, failed: 0 }
  const line = failureLine([command, ...args].join(' '), `ended with ${code}`)
  return judged({ ...counts, failures: readFailureLines(output) }, code, line)
}
