import type { Server } from 'socket.io'
import type { ClientEvents, ServerEvents } from './contract'

export type LiveServer = Server<ClientEvents, ServerEvents>

export const DESK = 'desk'
export const QUEUE = 'queue'

const PROJECT = 'project:'
export const roomOf = (projectId: string): string => PROJECT + projectId

export const isWatched = (io: LiveServer, room: string): boolean => io.sockets.adapter.rooms.has(room)

/** The projects that somebody has open. */
export const watchedProjects = (io: LiveServer): string[] =>
  [...io.sockets.adapter.rooms.keys()]
    .filter((room) => room.startsWith(PROJECT))
    .map((room) => room.slice(PROJECT.length))
