/**
 * The web process's half of live: what the stores publish becomes typed events in socket rooms. A burst of notices
 * about one row becomes one event with the row as it then is.
 */
import type { Server as HttpServer, IncomingMessage } from 'node:http'
import { Server, type Socket } from 'socket.io'
import { EVENT_NEEDS } from '@/lib/access/rules'
import { type Admitted, meets } from '@/lib/access/schema'
import { log } from '@/lib/base/log'
import { forgetEngineRows } from '@/lib/engine/connection/rows'
import type { Ack, ClientEvents, ServerEvents } from './contract'
import { emitPreview, emitRows } from './emit'
import { openLineNews } from './line-news'
import { listenForNotices } from './listener'
import { openPresence, type PresenceRoom } from './presence'
import type { Notice } from './publish'
import { DESK, type LiveServer, QUEUE, roomOf } from './rooms'

/** Long enough to fold a burst, short enough that nobody sees it. */
const COALESCE_MS = 25

export interface Live {
  io: LiveServer
  close(): Promise<void>
}

/** `admit` says who is behind a handshake; null for nobody. */
export async function openLive(
  http: HttpServer,
  admit: (request: IncomingMessage) => Promise<Admitted | null>,
): Promise<Live> {
  const admitted = new WeakMap<IncomingMessage, Admitted>()
  const io: LiveServer = new Server(http, {
    path: '/socket.io/',
    serveClient: false,
    // Next's own upgrades (hot reload) come through the same port.
    destroyUpgrade: false,
    maxHttpBufferSize: 10_000,
    allowRequest: (request, decide) => {
      admit(request).then(
        (who) => {
          if (who) admitted.set(request, who)
          decide(null, who !== null)
        },
        (error) => {
          log.warn({ error: String(error) }, 'live handshake')
          decide(null, false)
        },
      )
    },
  })
  const presence = openPresence((projectId, everybody) =>
    io.to(roomOf(projectId)).emit('presence', projectId, everybody),
  )
  const news = openLineNews(io)
  io.on('connection', (socket) => {
    const who = admitted.get(socket.request)
    if (!who) return socket.disconnect(true)
    const { principal, session } = who
    Object.assign(socket.data, { key: principal.key, session })
    socket.use(([event], next) => {
      const need = EVENT_NEEDS[event]
      if (need && meets(principal.role, need)) next()
    })
    serveClient(socket, presence)
    socket.on('askQueue', (answer) => {
      if (typeof answer === 'function') void news.answer(answer)
    })
  })
  const batch = openBatch(async (notices) => {
    const kinds = new Set(notices.map(({ kind }) => kind))
    if (kinds.has('task') || kinds.has('queue')) news.moved(kinds.has('queue'))
    if (notices.some(({ kind }) => kind === 'engines')) io.emit('engines')
    if (io.sockets.sockets.size > 0) await emitRows(io, notices)
  })
  const listener = await listenForNotices({
    onNotice: (notice) => {
      // Whoever came in with a key goes when it is revoked, and with a session when somebody logs out of it.
      if (notice.kind === 'key' || notice.kind === 'session') {
        for (const socket of io.sockets.sockets.values())
          if (socket.data[notice.kind] === notice.id) socket.disconnect(true)
        return
      }
      if (notice.kind === 'engines') forgetEngineRows()
      if (notice.kind !== 'preview') batch.add(notice)
      else emitPreview(io, notice).catch((error) => log.warn({ error: String(error) }, 'live preview'))
    },
    // Clients refetch after a reconnect; closing the transport makes them reconnect by themselves.
    onGap: () => {
      for (const socket of io.sockets.sockets.values()) socket.conn.close()
    },
  })
  return {
    io,
    async close() {
      batch.close()
      news.close()
      await listener.close()
      await io.close()
    },
  }
}

const PROJECT_ID = /^[0-9a-f-]{36}$/

function serveClient(socket: Socket<ClientEvents, ServerEvents>, presence: PresenceRoom): void {
  // What a client sends is not typed: it may leave out the acknowledgement or send anything as an id.
  const enter = (room: string | null, move: 'join' | 'leave', ack?: Ack) => {
    if (room) socket[move](room)
    if (typeof ack === 'function') ack(room ? { ok: true } : { ok: false, code: 'invalid_input' })
  }
  const projectRoom = (id: unknown) => (typeof id === 'string' && PROJECT_ID.test(id) ? roomOf(id) : null)
  socket.on('watch', (id, ack) => enter(projectRoom(id), 'join', ack))
  socket.on('unwatch', (id, ack) => {
    presence.leave(socket, id)
    enter(projectRoom(id), 'leave', ack)
  })
  socket.on('here', (id, said, ack) => {
    const room = projectRoom(id)
    // Whoever is there hears who else is, whichever of the two a page says first.
    if (room) socket.join(room)
    const isKnown = room !== null && presence.enter(socket, id, said)
    if (typeof ack === 'function') ack(isKnown ? { ok: true } : { ok: false, code: 'invalid_input' })
  })
  socket.on('disconnect', () => presence.leave(socket))
  socket.on('watchDesk', (ack) => enter(DESK, 'join', ack))
  socket.on('watchQueue', (ack) => enter(QUEUE, 'join', ack))
  socket.on('unwatchQueue', (ack) => enter(QUEUE, 'leave', ack))
}

type RowNotice = Exclude<Notice, { kind: 'preview' } | { kind: 'key' | 'session' }>

/** Notices with one key speak of one row, of which only the newest state counts. */
function keyOf(notice: RowNotice): string {
  switch (notice.kind) {
    case 'queue':
    case 'engines':
      return notice.kind
    case 'task':
      return `task:${notice.id}`
    case 'project':
      return `project:${notice.id}:${notice.news ?? ''}`
    case 'revision':
      return `revision:${notice.project}:${notice.number}`
    case 'take':
      return `take:${notice.project}:${notice.scene}:${notice.slot}:${notice.fingerprint}`
  }
}

/** Collects notices, one a row, and hands them over together; never two batches at once, or an old row could come last. */
function openBatch(hand: (notices: RowNotice[]) => Promise<void>) {
  let waiting = new Map<string, RowNotice>()
  let timer: NodeJS.Timeout | undefined
  const flush = async () => {
    const notices = [...waiting.values()]
    waiting = new Map()
    await hand(notices).catch((error) => log.warn({ error: String(error) }, 'live events'))
    timer = waiting.size > 0 ? setTimeout(flush, COALESCE_MS) : undefined
  }
  return {
    add(notice: RowNotice) {
      waiting.set(keyOf(notice), notice)
      timer ??= setTimeout(flush, COALESCE_MS)
    },
    close: () => clearTimeout(timer),
  }
}
