/** Queue: what the studio has in hand, what waits, what failed and what ended lately, over all projects. Free of Node. */
import type { Slot } from '@/lib/storyboard/schema'
import type { TaskView, WorkType } from '@/lib/task/schema'
import type { Exported } from '../export/schema'

/** The queue page in one answer, of a bounded size: the first ones of each list, and how many there are in all. */
export interface QueueView {
  /** ISO 8601; null while the queue moves. */
  pausedSince: string | null
  /** Without one, nothing moves. */
  runners: number
  counts: QueueCounts
  /** Not finished: those begun first, then the others in the order of the line. */
  live: QueueTarget[]
  /** Newest first; one that was asked for again, or made since, has failed no more. */
  failed: QueueTarget[]
  /** Done or cancelled within a day, newest first. */
  ended: QueueTarget[]
}

export interface QueueCounts {
  /** Targets of which something was begun, those of which nothing was, and those that failed. */
  begun: number
  waiting: number
  failed: number
  /** Work tasks. */
  tasks: { running: number; waiting: number }
}

export interface QueueTarget {
  task: TaskView
  project: QueueProject
  /** Whether any of its work was begun. */
  begun: boolean
  /** How many scenes were named, and which if it is one; null for the whole film. */
  sceneCount: number | null
  scene: QueueScene | null
  /** Which file is made; null for what makes a film. */
  exported: Exported | null
  /** When the first of its waiting work should begin; null when nothing waits, or the queue is paused. */
  startsInMs: number | null
  /** What runs, then what failed, then what waits next. */
  work: QueueWork[]
  /** Waiting tasks beyond those listed. */
  more: number
  /** Scenes whose picture, movement or voice the project has. */
  kept: Record<Slot, number>
  /** Failed only: where it stopped. */
  stoppedAt: { stage: WorkType; scene: QueueScene | null } | null
}

export interface QueueWork {
  task: TaskView
  scene: QueueScene | null
  startsInMs: number | null
}

export interface QueueScene {
  id: string
  /** From 1, in the newest storyboard. */
  number: number
  title: string
}

export interface QueueProject {
  id: string
  title: string
  /** It belongs to a call of the published API and is not on the desk. */
  hidden: boolean
  language: string | null
  /** An address under `/data/`; null while nothing is drawn. */
  picture: string | null
  width: number
  height: number
}
