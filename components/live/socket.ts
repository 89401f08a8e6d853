import { io, type Socket } from 'socket.io-client'
import type { ClientEvents, ServerEvents } from '@/lib/live/contract'

export type LiveSocket = Socket<ServerEvents, ClientEvents>

let shared: LiveSocket | undefined

/** The page's one socket, opened at first use. In the browser only. */
export function liveSocket(): LiveSocket {
  shared ??= io({
    path: '/socket.io/',
    transports: ['websocket', 'polling'],
    reconnectionDelayMax: 3_000,
    // A handshake that was cut off half-way would otherwise be waited for 20 seconds.
    timeout: 5_000,
  })
  return shared
}
