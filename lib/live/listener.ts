import pg from 'pg'
import { databaseUrl } from '@/lib/base/db'
import { log } from '@/lib/base/log'
import { LIVE_CHANNEL, type Notice } from './publish'

const RECONNECT_MS = 500

export interface Listener {
  close(): Promise<void>
}

export interface ListenerEvents {
  onNotice(notice: Notice): void
  /** Notices may have been lost since the connection went. */
  onGap(): void
}

/** Listens for what the stores publish, over a connection of its own that comes back after the database does. */
export async function listenForNotices({ onNotice, onGap }: ListenerEvents): Promise<Listener> {
  let client: pg.Client | undefined
  let isClosed = false
  let timer: NodeJS.Timeout | undefined
  const connect = async (): Promise<void> => {
    const next = new pg.Client({
      connectionString: databaseUrl(),
      application_name: 'studio-live',
      // A database that vanished without a word is noticed within a minute.
      keepAlive: true,
      keepAliveInitialDelayMillis: 20_000,
    })
    client = next
    // Without a handler an error of the connection would end the process; `end` follows and reconnects.
    next.on('error', (error) => log.warn({ error: error.message }, 'live listener'))
    next.on('notification', ({ payload }) => onNotice(JSON.parse(payload ?? 'null') as Notice))
    await next.connect()
    await next.query(`listen ${LIVE_CHANNEL}`)
    next.once('end', again)
  }
  const again = () => {
    if (isClosed) return
    timer = setTimeout(() => {
      connect().then(onGap, again)
    }, RECONNECT_MS)
  }
  await connect()
  return {
    async close() {
      isClosed = true
      clearTimeout(timer)
      await client?.end()
    },
  }
}
