/** The database of the data folder, migrated: one of the embedded server, or the one DATABASE_URL names. */
import path from 'node:path'
import { ensureDatabase, requireDatabase, withDatabase } from './database.mjs'
import { migrate } from './migrate.mjs'
import { ownDatabase } from './own-database.mjs'
import { joinPostgres } from './postgres/join.mjs'

/** DATA_DIR and STORAGE as `lib/base/env.ts` reads them. */
function databaseName(root, keptIn) {
  const { DATA_DIR, STORAGE } = process.env
  const usual = path.join(root, 'data')
  const wanted = path.resolve(root, DATA_DIR?.trim() || usual)
  return ownDatabase({ wanted, keptIn, isDefault: wanted === usual, inBucket: STORAGE?.trim() === 's3' })
}

/**
 * `{ url, leave }`. `onMoved(url)` is called should the embedded server come back at another address, `onLost(error)`
 * if it does not come back at all.
 */
export async function openDatabase(
  root,
  steps,
  { onMoved = () => undefined, onLost = () => undefined } = {},
) {
  const outside = process.env.DATABASE_URL?.trim()
  const database = outside
    ? { url: outside, leave: async () => undefined }
    : await steps.run('Starting Postgres', async () => {
        const server = await joinPostgres(root, 'pg', {
          onMoved: (url) => onMoved(withDatabase(url, name)),
          onLost,
        })
        const name = databaseName(root, server.folder)
        await ensureDatabase(server.url, name)
        return { url: withDatabase(server.url, name), leave: server.leave }
      })
  try {
    if (outside) await requireDatabase(outside)
    await steps.run('Checking the tables', () => migrate(database.url, path.join(root, 'prisma/migrations')))
  } catch (error) {
    await database.leave()
    throw error
  }
  return database
}
