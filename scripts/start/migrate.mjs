/**
 * Brings a database to the newest tables: every folder of prisma/migrations in order, each in one transaction.
 * It keeps Prisma's own record (`_prisma_migrations`), so Prisma's tools understand a database migrated here.
 */
import { createHash, randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { SetupFailure } from './failure.mjs'

/** The number Prisma itself locks with, so that the two never migrate at once. */
const LOCK = 72_707_369

// As the schema engine of Prisma 7.10 creates it.
const RECORD = `create table if not exists _prisma_migrations (
  id varchar(36) primary key not null,
  checksum varchar(64) not null,
  finished_at timestamptz,
  migration_name varchar(255) not null,
  logs text,
  rolled_back_at timestamptz,
  started_at timestamptz not null default now(),
  applied_steps_count integer not null default 0
)`

/** `[{ name, sql, checksum }]` in the order they apply. */
export function readMigrations(folder) {
  return fs
    .readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const sql = fs.readFileSync(path.join(folder, name, 'migration.sql'), 'utf8').replaceAll('\r\n', '\n')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    })
}

/**
 * Which migrations are still to apply. Throws where the database is not one that these migrations can go on from.
 * `applied`: rows of `_prisma_migrations`.
 */
export function pendingMigrations(migrations, applied) {
  const standing = applied.filter((row) => !row.rolled_back_at)
  const half = standing.find((row) => !row.finished_at)
  if (half) {
    throw new SetupFailure(
      `The migration ${half.migration_name} stopped half way in this database. Restore a backup.`,
    )
  }
  const done = new Map(standing.map((row) => [row.migration_name, row.checksum]))
  for (const { name, checksum } of migrations) {
    if (done.has(name) && done.get(name) !== checksum) {
      throw new SetupFailure(
        `The migration ${name} was changed after this database applied it. Take back the change and add a new migration.`,
      )
    }
    done.delete(name)
  }
  const [unknown] = done.keys()
  if (unknown) {
    throw new SetupFailure(
      `This database was made by a newer version of the studio (it has ${unknown}). Update the studio, or use another database.`,
    )
  }
  const names = new Set(standing.map((row) => row.migration_name))
  return migrations.filter(({ name }) => !names.has(name))
}

/** Returns the names of the migrations it applied. Safe to run from several processes at once. */
export async function migrate(url, folder) {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query('set client_min_messages = warning')
    // Freed with the connection, however it ends.
    await client.query('select pg_advisory_lock($1)', [LOCK])
    await client.query(RECORD)
    const { rows } = await client.query('select * from _prisma_migrations')
    const pending = pendingMigrations(readMigrations(folder), rows)
    for (const migration of pending) await apply(client, migration)
    return pending.map(({ name }) => name)
  } finally {
    await client.end()
  }
}

async function apply(client, { name, sql, checksum }) {
  try {
    await client.query('begin')
    await client.query(sql)
    await client.query(
      `insert into _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
       values ($1, $2, $3, now(), 1)`,
      [randomUUID(), checksum, name],
    )
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new SetupFailure(`The migration ${name} failed and changed nothing: ${error.message}`)
  }
}
