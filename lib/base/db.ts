import { PrismaPg } from '@prisma/adapter-pg'
import { env } from './env'
import { StudioError } from './errors'
import { log } from './log'
import { PrismaClient } from './prisma/client'

// server.ts and the handlers Next bundles are two module graphs: one client for both lives on globalThis.
const shared = globalThis as unknown as { studioDb?: PrismaClient }

export type Db = PrismaClient
/** The client inside `inTransaction((tx) => ...)`. */
export type Tx = Omit<PrismaClient, '$connect' | '$disconnect' | '$on' | '$transaction' | '$use' | '$extends'>

export function databaseUrl(): string {
  if (!env.databaseUrl) {
    throw new StudioError('tool_missing', 'DATABASE_URL is not set; start the studio with npm start')
  }
  return env.databaseUrl
}

export function db(): Db {
  shared.studioDb ??= new PrismaClient({
    adapter: new PrismaPg(
      { connectionString: databaseUrl(), max: 8 },
      // Without these a restart of the database ends the process.
      {
        onPoolError: (error) => log.warn({ error: error.message }, 'database pool'),
        onConnectionError: (error) => log.warn({ error: error.message }, 'database connection'),
      },
    ),
  })
  return shared.studioDb
}

/**
 * Runs `change` in a transaction. A busy database is slow to begin one, and some wait for a lock that others hold: by
 * itself Prisma gives up after two seconds and five.
 */
export const inTransaction = <T>(
  change: (tx: Tx) => Promise<T>,
  patience: { maxWait?: number; timeout?: number } = {},
): Promise<T> => db().$transaction(change, { maxWait: 15_000, timeout: 30_000, ...patience })

export async function closeDb(): Promise<void> {
  await shared.studioDb?.$disconnect()
  shared.studioDb = undefined
}
