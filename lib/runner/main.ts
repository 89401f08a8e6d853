/** The runner process: `node --import tsx lib/runner/main.ts`. */
import { holdLifeline } from '@/lib/base/lifeline'
import { log } from '@/lib/base/log'
import { startRunner } from './runner'

const runner = await startRunner()
let isStopping = false

async function leave(): Promise<void> {
  if (isStopping) return
  isStopping = true
  await runner.stop().catch((error) => log.error({ error }, 'stop'))
  process.exit(0)
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, leave)
holdLifeline(leave)
console.log(JSON.stringify({ ready: 'runner' }))
