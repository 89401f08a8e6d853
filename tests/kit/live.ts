import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { io as connect, type Socket } from 'socket.io-client'
import type { ClientEvents, ServerEvents } from '@/lib/live/contract'
import { openLive } from '@/lib/live/server'

export type LiveClient = Socket<ServerEvents, ClientEvents>

/** The web process's live half on a free port, over the test file's own database. */
export async function openTestLive(
  allow: () => boolean = () => true,
  session: () => string | null = () => null,
) {
  const http = createServer()
  const live = await openLive(http, async () =>
    allow() ? { principal: { role: 'admin', name: '', key: 'open' }, session: session() } : null,
  )
  http.listen(0, '127.0.0.1')
  await once(http, 'listening')
  const clients: LiveClient[] = []
  return {
    async newClient(): Promise<LiveClient> {
      const { port } = http.address() as AddressInfo
      const client: LiveClient = connect(`http://127.0.0.1:${port}`, {
        transports: ['websocket'],
        reconnectionDelay: 20,
      })
      clients.push(client)
      await new Promise<void>((resolve, reject) => {
        client.once('connect', resolve)
        client.once('connect_error', reject)
      })
      return client
    },
    leaveAll(): void {
      for (const client of clients.splice(0)) client.close()
    },
    close: () => live.close(),
  }
}
