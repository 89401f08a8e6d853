/**
 * What every npm script goes through: `node scripts/up.mjs start | dev | test | film | bench [arguments]`.
 * It begins on any Node from 20 on with nothing installed, so nothing it imports at the top may need a package.
 */
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { SetupFailure } from './start/failure.mjs'
import { installPackages } from './start/install.mjs'
import { boundMemory } from './start/memory.mjs'
import { asksForHelp, MODES, readMode } from './start/modes.mjs'
import { continueOnSuitableNode } from './start/node-version.mjs'
import { openSteps } from './start/steps.mjs'

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
const QUIET_MS = 1_500

async function main() {
  const asked = readMode(process.argv.slice(2))
  if (!asked) {
    const list = Object.entries(MODES).map(([name, { what }]) => `  ${name.padEnd(6)} ${what}`)
    throw new SetupFailure(`Usage: node scripts/up.mjs MODE [arguments]\n\n${list.join('\n')}`)
  }
  // A command that finds everything in place says nothing of ours.
  const steps = openSteps({ quietMs: MODES[asked.mode].script ? QUIET_MS : 0 })
  // The first of two processes passes on when all began.
  process.env.STUDIO_STARTED_AT ??= String(Date.now())
  process.chdir(root)
  boundMemory()
  await installPackages(root, steps)
  if (!(await continueOnSuitableNode(root))) return
  process.exit(await run(asked, steps))
}

async function run({ mode, args }, steps) {
  const { generateClient } = await import('./start/build.mjs')
  await generateClient(root, steps)
  if (mode === 'test') {
    const { runTests } = await import('./test/run.mjs')
    return runTests({ root, args })
  }
  const { script } = MODES[mode]
  if (script) {
    const { runCommand } = await import('./start/command.mjs')
    return runCommand({ root, script, args, steps: asksForHelp(args) ? undefined : steps })
  }
  const { runStudio } = await import('./start/studio.mjs')
  const startedAt = Number(process.env.STUDIO_STARTED_AT)
  return runStudio({ root, steps, isDev: mode === 'dev', startedAt })
}

try {
  await main()
} catch (error) {
  process.stderr.write(`\n${error instanceof SetupFailure ? error.message : error.stack}\n`)
  process.exit(1)
}
