/** Databases for tests: one template, migrated once for each state of the migrations, and copies of it that live as long as one run. */
import { createHash } from 'node:crypto'
import path from 'node:path'
import { ensureDatabase, queryOnce, withDatabase } from './database.mjs'
import { migrate, readMigrations } from './migrate.mjs'
import { isAlive } from './postgres/cluster.mjs'
import { joinPostgres } from './postgres/join.mjs'
import { alone } from './rendezvous.mjs'

/**
 * `{ url, template, prefix, close }`: a server for tests only, never the user's. Names of databases made from the
 * template begin with `prefix`; `close()` drops them.
 */
export async function openTestServer(root) {
  const server = await joinPostgres(root, 'pg-test', { isThrowaway: true })
  const prefix = `test_${process.pid}_`
  const template = await alone(`${server.folder}:template`, async () => {
    await dropWhere(server.url, (name) => !isAlive(Number(name.split('_')[1])))
    return makeTemplate(server.url, path.join(root, 'prisma/migrations'))
  })
  return {
    url: server.url,
    template,
    prefix,
    async close() {
      await dropWhere(server.url, (name) => name.startsWith(prefix))
      await server.leave()
    },
  }
}

/** The address of a new database `name`, which begins with the server's prefix. */
export async function copyTemplate({ url, template }, name) {
  await queryOnce(url, `create database "${name}" template "${template}"`)
  return withDatabase(url, name)
}

async function makeTemplate(url, migrations) {
  const hash = createHash('sha256')
  for (const { name, checksum } of readMigrations(migrations)) hash.update(`${name}:${checksum}\n`)
  const template = `template_${hash.digest('hex').slice(0, 12)}`
  const [found] = await queryOnce(
    url,
    `select datistemplate as done from pg_database where datname = '${template}'`,
  )
  if (found?.done) return template
  // Left half made by a run that was killed.
  if (found) await queryOnce(url, `drop database "${template}" with (force)`)
  await ensureDatabase(url, template)
  await migrate(withDatabase(url, template), migrations)
  await queryOnce(url, `alter database "${template}" is_template true`)
  return template
}

async function dropWhere(url, isDoomed) {
  const rows = await queryOnce(url, `select datname from pg_database where datname like 'test\\_%'`)
  const doomed = rows.map(({ datname }) => datname).filter(isDoomed)
  await queryOnce(url, 'select 1', ...doomed.map((name) => `drop database if exists "${name}" with (force)`))
}
