/**
 * How a container of the studio begins: `node --import tsx docker/entry.mjs web | runner`. It waits for the database and
 * brings it to the newest tables, one process after the other, and then is the process itself.
 */
import { setTimeout as pause } from 'node:timers/promises'
import { requireDatabase } from '../scripts/start/database.mjs'
import { SetupFailure } from '../scripts/start/failure.mjs'
import { migrate } from '../scripts/start/migrate.mjs'

const PROCESSES = { web: '../server.ts', runner: '../lib/runner/main.ts' }
const DATABASE_WITHIN_MS = 60_000
const EVERY_MS = 1_000

async function begin(name) {
  const file = PROCESSES[name]
  const url = process.env.DATABASE_URL?.trim()
  if (!file) throw new SetupFailure(`docker/entry.mjs ${Object.keys(PROCESSES).join(' | ')}`)
  if (!url) throw new SetupFailure('DATABASE_URL is not set.')
  await waitForDatabase(url)
  await migrate(url, 'prisma/migrations')
  await import(file)
}

/** A database in another container may still be on its way. */
async function waitForDatabase(url) {
  for (const end = performance.now() + DATABASE_WITHIN_MS; ; await pause(EVERY_MS)) {
    try {
      return await requireDatabase(url)
    } catch (error) {
      if (performance.now() > end) throw error
    }
  }
}

try {
  await begin(process.argv[2] ?? '')
} catch (error) {
  process.stderr.write(`${error instanceof SetupFailure ? error.message : error.stack}\n`)
  process.exit(1)
}
