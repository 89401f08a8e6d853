/** What .ci/run starts: `npm test`, then the tests of the inference services if there are any, and what failed with one closing line. */
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { runCounted } from './counted.mjs'
import { closing, sum } from './plan.mjs'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')
const { scripts } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'))

const run = (script) =>
  runCounted('npm', ['run', '--silent', script], { cwd: root, shell: process.platform === 'win32' })

const results = []
for (const script of ['test', 'test:inference']) if (scripts[script]) results.push(await run(script))
const total = sum(results)
process.stdout.write(`${closing(total)}\n`)
process.exit(total.failed > 0 ? 1 : 0)
