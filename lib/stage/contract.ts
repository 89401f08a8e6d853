/**
 * Stage: one handler for each kind of work. A handler reads a recipe, has its engine or ffmpeg make the asset, checks
 * what came back and keeps it. It is idempotent and knows nothing of queues, projects or targets.
 */
import type { Recipe } from '@/lib/asset/recipe'

export interface StageTask {
  id: string
  fingerprint: string
  recipe: Recipe
}

export interface StageContext {
  /** A folder of this attempt's own, on the storage's file system. */
  folder: string
  signal: AbortSignal
  onProgress(progress: { ratio: number; preview?: string }): void
}

/** Throws a StudioError; `retry` says whether the same task may succeed later. */
export type StageHandler = (task: StageTask, context: StageContext) => Promise<void>
