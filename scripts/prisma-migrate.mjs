/**
 * Writes the next migration from a change of prisma/schema.prisma: `node scripts/prisma-migrate.mjs add_shares`.
 * Read what it wrote, and add by hand what Prisma's schema language cannot say (partial indexes).
 */
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { diffSchema } from './prisma/engine.mjs'
import { readMigrations } from './start/migrate.mjs'
import { openTestServer } from './start/test-databases.mjs'

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
const folder = path.join(root, 'prisma/migrations')

/** `0002_add_shares` after `0001_studio`. */
function nextName(title) {
  const last = readMigrations(folder).at(-1)?.name ?? '0000'
  return `${String(Number.parseInt(last, 10) + 1).padStart(4, '0')}_${title}`
}

const [title] = process.argv.slice(2)
if (!/^[a-z][a-z0-9_]*$/.test(title ?? '')) {
  console.error('Usage: node scripts/prisma-migrate.mjs NAME      (NAME in lower case, words joined by _)')
  process.exit(2)
}
const server = await openTestServer(root)
try {
  const script = await diffSchema(root, server.url)
  if (script === '') {
    console.log('The migrations already make what the schema says.')
  } else {
    const file = path.join(folder, nextName(title), 'migration.sql')
    fs.mkdirSync(path.dirname(file))
    fs.writeFileSync(file, `${script}\n`)
    console.log(`Wrote ${path.relative(root, file)}. Read it; npm start applies it.`)
  }
} finally {
  await server.close()
}
process.exit(0)
