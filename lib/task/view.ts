import { z } from 'zod'
import { env } from '@/lib/base/env'
import type { ErrorShape } from '@/lib/base/errors'
import { estimateMs, type Load, type Pace, pieceMs, piecesOf } from './estimate'
import { countWorkByStatus, type WorkCounts } from './figures/store'
import { findPlaces } from './line/store'
import { currentPace } from './pace'
import type { TargetType, TaskStatus, TaskView, WorkType } from './schema'
import type { TaskRow } from './store'
import { enginesAwaited } from './wait/store'

const payloadSchema = z.object({
  counts: z
    .object({
      total: z.number(),
      ready: z.number(),
      failed: z.number(),
      /** Absent from targets of an older studio that are still at work. */
      load: z.record(z.string(), z.record(z.string(), z.number())).default({}),
    })
    .optional(),
  waitingFor: z.string().optional(),
})

const recipeSchema = z.object({
  engine: z.string(),
  params: z.object({ sceneCount: z.number().optional() }),
})

/** Rows as the pages and the live events see them, with what is left of them learnt from past tasks. */
export async function taskViews(rows: readonly TaskRow[]): Promise<TaskView[]> {
  const live = rows.filter((row) => row.target && row.endedAt === null).map((row) => row.id)
  const counts = await countWorkByStatus(live)
  const awaited = await enginesAwaited(live)
  const pace = await currentPace()
  const waiting = rows.filter((row) => !row.target && row.status === 'pending').map((row) => row.id)
  const places = await findPlaces(waiting, pace)
  return rows.map((row) => ({
    ...taskView(row, { work: counts.get(row.id), awaited: awaited.get(row.id) }, pace),
    place: places.get(row.id)?.place ?? null,
  }))
}

export async function taskViewOf(row: TaskRow): Promise<TaskView> {
  const [view] = await taskViews([row])
  return view as TaskView
}

/** What a target's row does not tell of the work under it. */
interface Under {
  work: WorkCounts | undefined
  awaited: string | undefined
}

function taskView(row: TaskRow, { work, awaited }: Under, pace: Pace): Omit<TaskView, 'place'> {
  const { counts, waitingFor } = payloadSchema.parse(row.payload)
  const load = (counts?.load ?? {}) as Load
  return {
    id: row.id,
    projectId: row.projectId,
    type: row.type as WorkType | TargetType,
    target: row.target,
    sceneId: row.sceneId,
    fingerprint: row.fingerprint,
    status: row.status as TaskStatus,
    progress: row.progress,
    error: row.error as unknown as ErrorShape | null,
    leftMs: row.endedAt ? null : leftMs(row, load, pace),
    waitingFor: (row.target ? awaited : row.status === 'pending' ? waitingFor : null) ?? null,
    work: row.target
      ? {
          total: counts?.total ?? 0,
          done: counts?.ready ?? 0,
          failed: counts?.failed ?? 0,
          running: work?.running ?? 0,
          now: work?.now ?? null,
        }
      : null,
    createdAt: row.createdAt.toISOString(),
    startedAt: row.startedAt?.toISOString() ?? null,
    endedAt: row.endedAt?.toISOString() ?? null,
  }
}

/** A running task by its own speed once that can be told, else by the pace of its kind. */
function leftMs(row: TaskRow, load: Load, pace: Pace): number | null {
  if (row.target) return estimateMs(load, pace, env.cpuSlots)
  const usual = usualMs(row, pace)
  if (!row.startedAt || row.status !== 'running') return usual
  const spentMs = Date.now() - row.startedAt.getTime()
  if (row.progress > 0.2) return Math.round((spentMs / row.progress) * (1 - row.progress))
  return Math.max(500, usual - spentMs)
}

function usualMs({ type, recipe }: TaskRow, pace: Pace): number {
  const { engine, params } = recipeSchema.safeParse(recipe).data ?? { engine: '', params: {} }
  const pieces = type === 'storyboard' ? piecesOf(engine, params.sceneCount) : 1
  return pieces * pieceMs(pace, type as WorkType, engine)
}
