import pg from 'pg'
import { databaseUrl } from '@/lib/base/db'
import { log } from '@/lib/base/log'
import { CANCEL_CHANNEL, LIVE_CHANNEL, type Notice, PAUSE_CHANNEL } from '@/lib/live/publish'
import { RUNNER_LOCK } from '@/lib/task/presence'

const RECONNECT_MS = 1_000

export interface Orders {
  onCancel: (taskId: string) => void
  /** The line may have been paused or resumed, also while nobody listened. */
  onPause: () => void
  /** An engine may have come back, also while nobody listened. */
  onEngines: () => void
  /** Listens now, at first or again: what was said before was not heard. */
  onListening: () => void
}

/**
 * Listens for tasks to stop and for the line to rest, over a connection of its own. The same connection holds a shared
 * lock for as long as the runner lives, by which `/health` sees that there is one.
 */
export async function listenForOrders({
  onCancel,
  onPause,
  onEngines,
  onListening,
}: Orders): Promise<{ close(): Promise<void> }> {
  let client: pg.Client | undefined
  let isClosed = false
  const connect = async (): Promise<void> => {
    const next = new pg.Client({ connectionString: databaseUrl(), application_name: 'studio-runner' })
    next.on('error', (error) => log.warn({ error: error.message }, 'order listener'))
    next.on('end', () => {
      if (!isClosed) setTimeout(() => connect().catch(() => undefined), RECONNECT_MS)
    })
    next.on('notification', ({ channel, payload }) => {
      if (channel === PAUSE_CHANNEL) onPause()
      else if (channel === LIVE_CHANNEL) {
        if ((JSON.parse(payload ?? '{}') as Notice).kind === 'engines') onEngines()
      } else for (const id of JSON.parse(payload ?? '[]') as string[]) onCancel(id)
    })
    await next.connect()
    await next.query(`listen ${CANCEL_CHANNEL}`)
    await next.query(`listen ${PAUSE_CHANNEL}`)
    await next.query(`listen ${LIVE_CHANNEL}`)
    await next.query('select pg_advisory_lock_shared($1)', [RUNNER_LOCK])
    client = next
    onPause()
    onEngines()
    onListening()
  }
  await connect()
  return {
    async close() {
      isClosed = true
      await client?.end()
    },
  }
}
