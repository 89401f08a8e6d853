/**
 * The web process's half of live: what the stores publish becomes typed events in socket rooms. A burst of notices
 * about one row becomes one event with the row as it then is.
 */
import type { Server as HttpServer } from 'node:http'
import { Server, type Socket } from 'socket.io'
import { log } from '@/lib/base/log'
import { taskViews } from '@/lib/task/view'
import type { Ack, ClientEvents, ProjectChange, ServerEvents } from './contract'
import { listenForNotices } from './listener'
import type { Notice } from './publish'
import { findTasks, listHidden } from './store'

/** Long enough to fold a burst, short enough that nobody sees it. */
const COALESCE_MS = 25
const DESK = 'desk'
const roomOf = (projectId: string) => `project:${projectId}`

export type LiveServer = Server<ClientEvents, ServerEvents>

export interface Live {
  io: LiveServer
  close(): Promise<void>
}

/** `allow` decides on the headers of every handshake. */
export async function openLive(
  http: HttpServer,
  allow: (headers: NodeJS.Dict<string | string[]>) => boolean,
): Promise<Live> {
  const io: LiveServer = new Server(http, {
    path: '/socket.io/',
    serveClient: false,
    // Next's own upgrades (hot reload) come through the same port.
    destroyUpgrade: false,
    maxHttpBufferSize: 10_000,
    allowRequest: ({ headers }, decide) => decide(null, allow(headers)),
  })
  io.on('connection', serveClient)
  const batch = openBatch((notices) => emit(io, notices))
  const listener = await listenForNotices({
    onNotice: (notice) => (notice.kind === 'preview' ? emitPreview(io, notice) : batch.add(notice)),
    // Clients refetch after a reconnect; closing the transport makes them reconnect by themselves.
    onGap: () => {
      for (const socket of io.sockets.sockets.values()) socket.conn.close()
    },
  })
  return {
    io,
    async close() {
      batch.close()
      await listener.close()
      await io.close()
    },
  }
}

const PROJECT_ID = /^[0-9a-f-]{36}$/

function serveClient(socket: Socket<ClientEvents, ServerEvents>): void {
  // What a client sends is not typed: it may leave out the acknowledgement or send anything as an id.
  const enter = (room: string | null, move: 'join' | 'leave', ack?: Ack) => {
    if (room) socket[move](room)
    if (typeof ack === 'function') ack(room ? { ok: true } : { ok: false, code: 'invalid_input' })
  }
  const projectRoom = (id: unknown) => (typeof id === 'string' && PROJECT_ID.test(id) ? roomOf(id) : null)
  socket.on('watch', (id, ack) => enter(projectRoom(id), 'join', ack))
  socket.on('unwatch', (id, ack) => enter(projectRoom(id), 'leave', ack))
  socket.on('watchDesk', (ack) => enter(DESK, 'join', ack))
}

type RowNotice = Exclude<Notice, { kind: 'preview' }>

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
      waiting.set(`${notice.kind}:${notice.id}`, notice)
      timer ??= setTimeout(flush, COALESCE_MS)
    },
    close: () => clearTimeout(timer),
  }
}

async function emit(io: LiveServer, notices: RowNotice[]): Promise<void> {
  const heard = notices.filter((n) => {
    const room = roomOf(n.kind === 'task' ? n.project : n.id)
    return io.sockets.adapter.rooms.has(room) || io.sockets.adapter.rooms.has(DESK)
  })
  if (heard.length === 0) return
  const taskIds = heard.flatMap((n) => (n.kind === 'task' ? [n.id] : []))
  const [hidden, tasks] = await Promise.all([
    listHidden(heard.map((n) => (n.kind === 'task' ? n.project : n.id))),
    findTasks(taskIds).then(taskViews),
  ])
  const roomsFor = (projectId: string, desk: boolean) =>
    desk && !hidden.has(projectId) ? [roomOf(projectId), DESK] : [roomOf(projectId)]
  for (const task of tasks) io.to(roomsFor(task.projectId, task.target)).emit('task', task)
  for (const notice of heard) {
    if (notice.kind !== 'project') continue
    const change: ProjectChange = { id: notice.id, revision: notice.revision, deleted: notice.deleted }
    io.to(roomsFor(notice.id, true)).emit('project', change)
  }
}

function emitPreview(io: LiveServer, notice: Extract<Notice, { kind: 'preview' }>): void {
  const { project, scene, task, image } = notice
  io.to(roomOf(project)).volatile.emit('preview', { projectId: project, sceneId: scene, taskId: task, image })
}
