/**
 * Task: one unit of work in the task table, or the target that groups such units. Free of Node: the pages read the
 * same shapes.
 */
import { z } from 'zod'
import type { ErrorShape } from '@/lib/base/errors'

export const TASK_STATUSES = ['pending', 'running', 'done', 'error', 'cancelled'] as const
export type TaskStatus = (typeof TASK_STATUSES)[number]

/** A final status never changes again. */
export const FINAL_STATUSES: readonly TaskStatus[] = ['done', 'error', 'cancelled']

export const isFinal = (status: TaskStatus): boolean => FINAL_STATUSES.includes(status)

/** What a runner does: one slot of one scene, one of the film's own parts, or a file to take away. */
export const WORK_TYPES = [
  'storyboard',
  'frame',
  'clip',
  'narration',
  'score',
  'segment',
  'film',
  'export',
] as const
export type WorkType = (typeof WORK_TYPES)[number]

/** Targets that make a film or a part of it, which follows from the storyboard. */
export const MAKING_TYPES = ['storyboard', 'frames', 'clips', 'narration', 'render'] as const
export type MakingType = (typeof MAKING_TYPES)[number]

/** What a person or an API call asks for. An export wants what its recipes say. */
export const TARGET_TYPES = [...MAKING_TYPES, 'export'] as const
export type TargetType = (typeof TARGET_TYPES)[number]

/** What a target wants beside its type: null scenes means all of them. */
export const targetPayloadSchema = z.object({
  sceneIds: z.array(z.string()).nullable().default(null),
  /** Echoed by the published API: the caller's own id of each of our scenes, as it came. */
  callerIds: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
  /** Narration answers of the published API: `wav` or `mp3`. */
  format: z.enum(['wav', 'mp3']).default('wav'),
  warnings: z.array(z.string()).default([]),
  /** A film made again from its manifest: what its engines made, by recipe, and where each scene's music begins. */
  again: z
    .object({ recipes: z.array(z.json()), anchors: z.record(z.string(), z.number()) })
    .nullable()
    .default(null),
  /** An export: recipes of what it needs and is not here, its file last, and what was asked for. */
  exported: z
    .object({ recipes: z.array(z.json()).min(1), what: z.json() })
    .nullable()
    .default(null),
})
export type TargetPayload = z.infer<typeof targetPayloadSchema>

/** A task as the studio's own pages and the live events carry it. */
export interface TaskView {
  id: string
  projectId: string
  type: WorkType | TargetType
  target: boolean
  /** The scene that first asked for it; scenes that ask for the same `fingerprint` share the task. */
  sceneId: string | null
  /** Work only: the asset it makes. */
  fingerprint: string | null
  status: TaskStatus
  /** 0 to 1, never goes back. */
  progress: number
  error: ErrorShape | null
  /** Milliseconds still needed, learnt from past tasks; null while unknown. */
  leftMs: number | null
  /** How many waiting tasks of its queue come before it; null unless it waits. */
  place: number | null
  /** The engine that is away and that it, or a target's work, waits for; null unless it does. */
  waitingFor: string | null
  /** Targets only: how the work under it stands. */
  work: { total: number; done: number; running: number; failed: number; now: WorkType | null } | null
  /** ISO 8601. */
  createdAt: string
  startedAt: string | null
  endedAt: string | null
}
