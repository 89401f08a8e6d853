/** What .ci/run starts: `npm test`, then the tests of the inference services if there are any, and one closing line. */
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { closingLine, readClosingLine, sum } from './plan.mjs'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')
const { scripts } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'))

/** Shows the script's output as it comes, all but its closing line, which becomes part of ours. */
async function run(script) {
  const child = spawn('npm', ['run', '--silent', script], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    shell: process.platform === 'win32',
  })
  let output = ''
  child.stdout.setEncoding('utf8').on('data', (text) => {
    output += text
    process.stdout.write(text.replace(/^\d+ passed, \d+ failed\n/gm, ''))
  })
  const code = await new Promise((resolve, reject) => child.on('error', reject).on('close', resolve))
  const counts = readClosingLine(output) ?? { passed: 0, failed: 0 }
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts
}

const results = []
for (const script of ['test', 'test:inference']) if (scripts[script]) results.push(await run(script))
const total = sum(results)
process.stdout.write(`${closingLine(total)}\n`)
process.exit(total.failed > 0 ? 1 : 0)
