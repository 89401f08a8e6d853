/** `npm test`: every check there is, going on after a failing one so that all failures are seen, and what failed with one closing line. */
import { SetupFailure } from '../start/failure.mjs'
import { seconds } from '../start/steps.mjs'
import { closing, closingLine, failureLine, PARTS, planTests, sum } from './plan.mjs'
import { STEPS } from './steps.mjs'

/** Resolves with the exit code. */
export async function runTests({ root, args }) {
  const plan = planTests(args)
  if (!plan) throw new SetupFailure(`npm test -- [${Object.keys(PARTS).join(' | ')}] [filter]`)
  // Ours run on databases of their own; a real one is out of reach even by mistake.
  delete process.env.DATABASE_URL
  const startedAt = performance.now()
  const results = []
  for (const group of plan.groups) {
    const context = { root, filter: plan.filter }
    results.push(...(await Promise.all(group.map((name) => runStep(name, context)))))
  }
  print('')
  for (const { name, passed, failed, ms } of results) {
    const mark = failed > 0 ? '✗' : '✓'
    print(
      `  ${mark} ${name.padEnd(12)} ${closingLine({ passed, failed }).padEnd(24)} ${seconds(ms).padStart(7)}`,
    )
  }
  const total = sum(results)
  print(`    ${'all'.padEnd(12)} ${''.padEnd(24)} ${seconds(performance.now() - startedAt).padStart(7)}\n`)
  print(closing(total))
  return total.failed > 0 ? 1 : 0
}

async function runStep(name, context) {
  print(`\n── ${name}`)
  const startedAt = performance.now()
  const counts = await STEPS[name](context).catch((error) => ({ passed: 0, failed: 1, output: error.stack }))
  if (counts.failed > 0 && counts.output) print(`\n── ${name} failed\n${counts.output.trim()}`)
  const failures = counts.failures ?? (counts.failed > 0 ? [failureLine(name, counts.output)] : [])
  return { name, ...counts, failures, ms: performance.now() - startedAt }
}

const print = (line) => process.stdout.write(`${line}\n`)
