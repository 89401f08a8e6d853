import pg from 'pg'
import { SetupFailure } from './failure.mjs'

/** Runs statements on a connection of their own, outside any transaction. */
export async function queryOnce(url, ...statements) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  client.on('error', () => undefined)
  await client.connect()
  try {
    let rows = []
    for (const statement of statements) rows = (await client.query(statement)).rows
    return rows
  } finally {
    await client.end()
  }
}

/** `url` pointed at another database of the same server. */
export function withDatabase(url, name) {
  const other = new URL(url)
  other.pathname = `/${name}`
  return other.href
}

/** A name of ours only: it goes into the statement as it is. */
export async function ensureDatabase(serverUrl, name) {
  const rows = await queryOnce(serverUrl, `select 1 from pg_database where datname = '${name}'`)
  if (rows.length > 0) return
  await queryOnce(serverUrl, `create database "${name}"`).catch((error) => {
    // 42P04 and 23505: another start created it in the meantime.
    if (error.code !== '42P04' && error.code !== '23505') throw error
  })
}

/** The address without its password. */
export function shownUrl(url) {
  try {
    const shown = new URL(url)
    if (shown.password) shown.password = '***'
    return shown.href
  } catch {
    return 'DATABASE_URL'
  }
}

/** Throws a failure that says what to do when a database somebody else runs does not answer. */
export async function requireDatabase(url) {
  await queryOnce(url, 'select 1').catch((error) => {
    throw new SetupFailure(
      `The database at ${shownUrl(url)} does not answer: ${error.message || error.code}\nCheck DATABASE_URL, or leave it out to use the Postgres that comes with the studio.`,
    )
  })
}
