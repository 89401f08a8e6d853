import { inject } from 'vitest'
import { databaseUrl } from '@/lib/base/db'
import { copyTemplate } from '@/scripts/start/test-databases.mjs'

/**
 * Makes the database of this test file, migrated and empty, and returns its address, which DATABASE_URL holds already.
 * For `beforeAll`. It is dropped with the run. `suffix` makes a second one.
 */
export async function createTestDatabase(suffix = ''): Promise<string> {
  const name = new URL(databaseUrl()).pathname.slice(1)
  return copyTemplate(inject('server'), `${name}${suffix}`)
}
