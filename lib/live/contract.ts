/**
 * Live: every event that crosses the socket, in one table. The browser and the web process share these types. An event
 * carries the row it speaks of; after a reconnect the client refetches, so the screen equals the database.
 */
import type { TaskView } from '@/lib/task/schema'

/** The project's storyboard, takes, film or title changed: refetch its view. */
export interface ProjectChange {
  id: string
  revision: number
  deleted: boolean
}

/** A picture as it forms: a JPEG data URL under 4 kB. */
export interface FramePreview {
  projectId: string
  sceneId: string
  taskId: string
  image: string
}

export interface ServerEvents {
  task: (task: TaskView) => void
  project: (change: ProjectChange) => void
  preview: (preview: FramePreview) => void
}

export type Ack = (answer: { ok: true } | { ok: false; code: string }) => void

export interface ClientEvents {
  /** Join a project's room: its tasks, changes and previews. */
  watch: (projectId: string, ack: Ack) => void
  unwatch: (projectId: string, ack: Ack) => void
  /** Join the desk's room: changes and targets of every project that is not hidden. */
  watchDesk: (ack: Ack) => void
}
