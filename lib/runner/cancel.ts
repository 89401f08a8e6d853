import pg from 'pg'
import { databaseUrl } from '@/lib/base/db'
import { log } from '@/lib/base/log'
import { CANCEL_CHANNEL } from '@/lib/live/publish'
import { RUNNER_LOCK } from '@/lib/task/presence'

const RECONNECT_MS = 1_000

/**
 * Listens for tasks to stop, over a connection of its own. The same connection holds a shared lock for as long as the
 * runner lives, by which `/health` sees that there is one.
 */
export async function listenForCancel(
  onCancel: (taskId: string) => void,
): Promise<{ close(): Promise<void> }> {
  let client: pg.Client | undefined
  let isClosed = false
  const connect = async (): Promise<void> => {
    const next = new pg.Client({ connectionString: databaseUrl(), application_name: 'studio-runner' })
    next.on('error', (error) => log.warn({ error: error.message }, 'cancel listener'))
    next.on('end', () => {
      if (!isClosed) setTimeout(() => connect().catch(() => undefined), RECONNECT_MS)
    })
    next.on('notification', (notice) => {
      for (const id of JSON.parse(notice.payload ?? '[]') as string[]) onCancel(id)
    })
    await next.connect()
    await next.query(`listen ${CANCEL_CHANNEL}`)
    await next.query('select pg_advisory_lock_shared($1)', [RUNNER_LOCK])
    client = next
  }
  await connect()
  return {
    async close() {
      isClosed = true
      await client?.end()
    },
  }
}
