/**
 * Project: create, list, rename, duplicate, delete, and the one view that the project page reads. Free of Node.
 */
import { z } from 'zod'
import type { TakeView } from '@/lib/asset/schema'
import type { ErrorShape } from '@/lib/base/errors'
import type { KnowledgeJson } from '@/lib/plan/knowledge'
import type { Operation } from '@/lib/storyboard/operations'
import type { Slot, Storyboard } from '@/lib/storyboard/schema'
import { LIMITS } from '@/lib/storyboard/schema'
import type { OperationSummary } from '@/lib/storyboard/summary'
import type { RevisionRole } from '@/lib/storyboard/undo'
import type { Load, Pace } from '@/lib/task/estimate'
import type { TaskView, WorkType } from '@/lib/task/schema'

export const FORMATS = ['16:9', '9:16', '1:1'] as const
export type Format = (typeof FORMATS)[number]

/** What the desk's sheet, the film command and `POST /render` ask for; all but the story have defaults. */
export const briefSchema = z.object({
  story: z
    .string('must be text')
    .max(LIMITS.storyChars, `must be at most ${LIMITS.storyChars.toLocaleString('en')} characters`)
    .refine((s) => s.trim().length > 0, 'must not be empty'),
  title: z.string().max(LIMITS.titleChars).optional(),
  style: z.string().max(LIMITS.styleChars).default(''),
  language: z
    .string()
    .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'must be a language tag such as en or zh')
    .nullable()
    .default(null),
  /** Null: chosen from the text. */
  sceneCount: z
    .int('must be a whole number')
    .min(1, 'must be at least 1')
    .max(LIMITS.scenes, `must be at most ${LIMITS.scenes}`)
    .nullable()
    .default(null),
  size: z.enum(FORMATS, `must be one of ${FORMATS.join(', ')}`).default('16:9'),
  voice: z.string().min(1).max(100).default('default'),
  speed: z.number('must be a number').min(0.5, 'must be at least 0.5').max(2, 'must be at most 2').default(1),
  music: z.boolean().default(true),
  subtitles: z.boolean().default(true),
})
export type Brief = z.infer<typeof briefSchema>
export type BriefInput = z.input<typeof briefSchema>

export type ProjectState = 'writing' | 'draft' | 'making' | 'finished' | 'failed'

/** A project as a poster on the desk. */
export interface ProjectCard {
  id: string
  title: string
  state: ProjectState
  revision: number
  sceneCount: number
  /** Of the newest film, else null. */
  durationMs: number | null
  /** A picture's address under `/data/`, or null while there is none. */
  poster: string | null
  language: string | null
  width: number
  height: number
  /** The live target, if any. */
  task: TaskView | null
  createdAt: string
  updatedAt: string
}

/** `stale`: an older take is on show while the current recipe's asset is missing. */
export type SlotState = 'ready' | 'stale' | 'missing' | 'blocked' | 'failed'

export interface SlotView {
  state: SlotState
  /** Address under `/data/` of what is on show, or null. */
  url: string | null
  fingerprint: string | null
  /** What the current recipe makes; null while an input of it is unknown. */
  wanted: string | null
  /** Identity of the engine that made what is on show. */
  engine: string | null
  /** Stale only: the fields that differ, such as `narration` or `style.prompt`. */
  why: string[]
  /** Failed only. */
  error: ErrorShape | null
  /** The pending or running task for it. */
  task: TaskView | null
}

export interface SceneView {
  id: string
  /** In the film, from the narration where it exists, else estimated. */
  startMs: number
  durationMs: number
  estimated: boolean
  slots: Record<Slot, SlotView>
  /** Set when the film holds something else than the engine asked for, with the reason. */
  fallback: string | null
}

export interface FilmView {
  id: string
  revision: number
  /** As it stands in the file. */
  title: string
  url: string
  subtitles: string
  manifest: string
  poster: string
  durationMs: number
  bytes: number
  width: number
  height: number
  /** Whether captions are in its picture. */
  burnt: boolean
  /** True when the storyboard has changed since. */
  stale: boolean
  /** True when nothing but its title has: it still shows what the storyboard says. */
  renamed: boolean
  chapters: { title: string; startMs: number; sceneId: string }[]
  /** Scenes that fell back to a draft engine, with the reason. */
  fallbacks: { sceneId: string; reason: string }[]
  createdAt: string
}

/** What asking for a target would do. */
export interface TargetPreview {
  /** Slots and film parts to make, and those reused. */
  toMake: number
  reused: number
  /** Work to be done, by type. */
  left: Partial<Record<WorkType, number>>
  /** The same in pieces, by who makes them. */
  load: Load
  /** Learnt from past tasks. */
  estimateMs: number
}

/** What a press of the one button would do. */
export interface RenderPreview extends TargetPreview {
  scenesToRemake: number
}

/** A finished film as the database has it; whether it is still the wanted one only the plan can tell. */
export type MadeFilm = Omit<FilmView, 'stale' | 'renamed'> & { fingerprint: string }

/**
 * Everything the project page works with: the document and what is known of the world, from which the page plans by
 * itself. `viewOf` in `view.ts` makes the view of it, in the page and on the server alike.
 */
export interface Workspace {
  id: string
  title: string
  story: string
  revision: number
  storyboard: Storyboard | null
  /** What the plan depends on beside the storyboard; takes stand in `takes`. */
  knowledge: Omit<KnowledgeJson, 'takes'> | null
  /** Oldest first. */
  takes: TakeView[]
  /** Pending and running work. */
  work: TaskView[]
  /** Live targets first, then the last ones that ended; newest first, at most 20. */
  targets: TaskView[]
  film: MadeFilm | null
  warnings: string[]
  pace: Pace
  /** Tasks that run at once. */
  slots: number
  createdAt: string
  updatedAt: string
}

/** Which of a writer's edits would be taken back or brought again next; null where there is none. */
export interface UndoState {
  undo: OperationSummary | null
  redo: OperationSummary | null
}

/** What an edit has become. */
export interface EditAnswer {
  revision: number
  /** Null when the storyboard was that way already. */
  operation: Operation | null
  undo: UndoState
}

/** A revision in the history. */
export interface RevisionView {
  number: number
  /** Of an undo or redo, what it took back or brought again. Null for a storyboard written whole. */
  summary: OperationSummary | null
  role: RevisionRole
  /** Edits of one gesture belong together; empty for none. */
  gesture: string
  client: string
  /** ISO 8601. */
  createdAt: string
}

export interface ProjectView {
  id: string
  title: string
  story: string
  state: ProjectState
  revision: number
  storyboard: Storyboard | null
  scenes: SceneView[]
  film: FilmView | null
  render: RenderPreview | null
  /** Live targets first, then the last ones that ended; newest first, at most 20. */
  targets: TaskView[]
  warnings: string[]
  createdAt: string
  updatedAt: string
}
