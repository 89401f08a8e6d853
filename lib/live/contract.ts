/**
 * Live: every event that crosses the socket, in one table. The browser and the web process share these types. An event
 * carries the row it speaks of; after a reconnect the client refetches, so the screen equals the database.
 */
import type { AssetView, TakeView } from '@/lib/asset/schema'
import type { Operation } from '@/lib/storyboard/operations'
import type { TaskView } from '@/lib/task/schema'
import type { ProjectNews } from './publish'

/** The project's storyboard, takes, film or title changed. */
export interface ProjectChange {
  id: string
  revision: number
  deleted: boolean
  /** Absent: something that no other event tells; fetch it. */
  news?: ProjectNews
}

/** A picture as it forms: a JPEG data URL under 4 kB. Scenes of other projects may wait for the same task. */
export interface FramePreview {
  projectId: string
  sceneId: string
  taskId: string
  image: string
}

/** A new revision of a project's storyboard. */
export interface RevisionEvent {
  projectId: string
  number: number
  /** What made it of the revision before; null when the document was written whole: fetch it. */
  operation: Operation | null
  /** Who made it, and the page's own name for the edit. */
  client: string
  edit: string
}

/** Assets that became takes of scenes. */
export interface TakesEvent {
  projectId: string
  takes: TakeView[]
  assets: AssetView[]
}

/** Somebody on a project's page. */
export interface Presence {
  /** Of this page; one person with two pages is two. */
  id: string
  /** As the browser names itself, the same on all its pages. */
  client: string
  /** What they call themselves; empty for nothing. */
  name: string
  /** The scene they look at. */
  sceneId: string | null
}

/** The queue in a few words, for the head of every page. */
export interface QueueState {
  paused: boolean
  /** Targets that are not finished, of all projects. */
  live: number
}

export interface ServerEvents {
  /** To the rooms of every project that wants the task. */
  task: (task: TaskView) => void
  project: (change: ProjectChange) => void
  revision: (revision: RevisionEvent) => void
  takes: (takes: TakesEvent) => void
  /** Everybody on the project's page now. */
  presence: (projectId: string, everybody: Presence[]) => void
  preview: (preview: FramePreview) => void
  /** To everybody, when it changes or the line is put in another order. */
  queue: (state: QueueState) => void
  /** To everybody: an engine came, went or changed, or what is set about engines did. Fetch `/api/engines`. */
  engines: () => void
  /** Where the project's waiting tasks stand now, by task id; as `TaskView.place`. */
  places: (places: Record<string, number>) => void
}

export type Ack = (answer: { ok: true } | { ok: false; code: string }) => void

export interface ClientEvents {
  /** Join a project's room: its tasks, changes, previews and places. */
  watch: (projectId: string, ack: Ack) => void
  unwatch: (projectId: string, ack: Ack) => void
  /** Say which scene this page looks at, and under which name. Everybody there hears of it. */
  here: (projectId: string, presence: Omit<Presence, 'id'>, ack: Ack) => void
  /** Join the desk's room: changes and targets of every project that is not hidden. */
  watchDesk: (ack: Ack) => void
  /** How the queue stands now; from then on `queue` tells. */
  askQueue: (answer: (state: QueueState) => void) => void
  /** Join the queue's room: the tasks of all projects. */
  watchQueue: (ack: Ack) => void
  unwatchQueue: (ack: Ack) => void
}
