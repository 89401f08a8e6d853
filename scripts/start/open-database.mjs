/** The database of this folder, migrated: the embedded one, or the one DATABASE_URL names. */
import path from 'node:path'
import { ensureDatabase, requireDatabase, withDatabase } from './database.mjs'
import { migrate } from './migrate.mjs'
import { joinPostgres } from './postgres/join.mjs'

const NAME = 'studio'

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
          onMoved: (url) => onMoved(withDatabase(url, NAME)),
          onLost,
        })
        await ensureDatabase(server.url, NAME)
        return { url: withDatabase(server.url, NAME), leave: server.leave }
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
