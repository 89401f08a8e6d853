/** Who is on which project's page: in the web process's memory alone, since it is true only while a socket is open. */
import type { Socket } from 'socket.io'
import { z } from 'zod'
import type { ClientEvents, Presence, ServerEvents } from './contract'

const hereSchema = z.object({
  client: z.string().min(1).max(64),
  name: z.string().max(40),
  sceneId: z.string().max(64).nullable(),
})

type LiveSocket = Socket<ClientEvents, ServerEvents>

export interface PresenceRoom {
  /** Answers false when what the page says of itself makes no sense. */
  enter(socket: LiveSocket, projectId: string, said: unknown): boolean
  leave(socket: LiveSocket, projectId?: string): void
}

/** `tell` sends everybody there to everybody there. */
export function openPresence(tell: (projectId: string, everybody: Presence[]) => void): PresenceRoom {
  const projects = new Map<string, Map<string, Presence>>()
  const leave = (socketId: string, projectId: string) => {
    const there = projects.get(projectId)
    if (!there?.delete(socketId)) return
    if (there.size === 0) projects.delete(projectId)
    tell(projectId, [...there.values()])
  }
  return {
    enter(socket, projectId, said) {
      const parsed = hereSchema.safeParse(said)
      if (!parsed.success) return false
      const there = projects.get(projectId) ?? new Map<string, Presence>()
      projects.set(projectId, there.set(socket.id, { id: socket.id, ...parsed.data }))
      tell(projectId, [...there.values()])
      return true
    },
    leave(socket, projectId) {
      for (const id of projectId === undefined ? [...projects.keys()] : [projectId]) leave(socket.id, id)
    },
  }
}
