/**
 * `npm run smoke -- [http://host:port] [--key KEY] [--request FILE] [--minutes N] [--strict]`: a film of two scenes
 * through the published API of a running studio, and what each engine did for it. With --strict a fall-back is a failure.
 */
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { openStudio, SmokeFailure } from './smoke/caller.mjs'
import { enginesOf, reportLines } from './smoke/report.mjs'

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
const say = (line) => process.stdout.write(`${line}\n`)

function readArguments() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      key: { type: 'string', default: process.env.STUDIO_KEY },
      request: { type: 'string', default: path.join(root, 'examples/requests/render-smoke.json') },
      // Two clips of Stable Video Diffusion on a small card, with all models to load before.
      minutes: { type: 'string', default: '30' },
      strict: { type: 'boolean', default: false },
    },
  })
  const address = positionals[0] ?? 'http://127.0.0.1:3000'
  if (!URL.canParse(address)) throw new SmokeFailure(`${address} is no address such as http://127.0.0.1:3000`)
  const minutes = Number(values.minutes)
  if (!(minutes > 0)) throw new SmokeFailure(`--minutes ${values.minutes} is no number of minutes`)
  return { ...values, address, minutes }
}

async function main() {
  const asked = readArguments()
  const studio = openStudio(asked)
  const health = await studio.health()
  say(`${asked.address}: ${health.status}`)
  for (const { name, state, detail, fix } of health.parts) {
    if (state !== 'ok') say(`  ${state.padEnd(8)} ${name}: ${detail}${fix ? ` ${fix}` : ''}`)
  }
  const request = JSON.parse(fs.readFileSync(asked.request, 'utf8'))
  const startedAt = performance.now()
  const id = await studio.render(request)
  say(`Task ${id}`)
  const task = await studio.ended(id, asked.minutes * 60_000, (state) => say(`  ${state}`))
  if (task.status !== 'done')
    throw new SmokeFailure(`the film ended with ${task.status}: ${JSON.stringify(task.error)}`)
  const seconds = (performance.now() - startedAt) / 1000
  const manifest = await studio.file(task.result.manifest)
  const { size, head } = await studio.head(task.result.video, 12)
  if (head.toString('latin1', 4, 8) !== 'ftyp') throw new SmokeFailure(`${task.result.video} is no MP4`)
  for (const line of reportLines(manifest, { size, seconds, warnings: task.result.warnings })) say(line)
  say(`  ${new URL(task.result.video, asked.address)}`)
  const { fallbacks } = enginesOf(manifest)
  if (asked.strict && fallbacks.length > 0) throw new SmokeFailure('a scene fell back to another engine')
}

try {
  await main()
} catch (error) {
  process.stderr.write(`${error instanceof SmokeFailure ? error.message : error.stack}\n`)
  process.exitCode = 1
}
