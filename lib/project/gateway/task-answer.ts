import type { ErrorShape } from '@/lib/base/errors'
import {
  isFinal,
  type TargetType,
  type TaskStatus,
  targetPayloadSchema,
  type WorkType,
} from '@/lib/task/schema'
import type { TaskRow } from '@/lib/task/store'
import { findDelivery } from '../callback/store'
import type { TaskAnswer } from './answers'
import { resultOf } from './result'

/** A task as `GET /tasks/{id}` answers it. A task that failed or was cancelled still lists what it made. */
export async function taskAnswerOf(row: TaskRow): Promise<TaskAnswer> {
  const status = row.status as TaskStatus
  const callback = row.target ? await findDelivery(row.id) : null
  return {
    task_id: row.id,
    project_id: row.projectId,
    type: row.type as TargetType | WorkType,
    status,
    progress: row.progress,
    result: row.target && isFinal(status) ? await resultOf(row) : null,
    error: row.error ? publishedError(row) : null,
    created_at: row.createdAt.toISOString(),
    updated_at: row.updatedAt.toISOString(),
    ...(callback ? { callback: { ...callback, at: callback.at.toISOString() } } : {}),
  }
}

/** The scene that failed, by the caller's own id. */
function publishedError(row: TaskRow): ErrorShape {
  const error = row.error as unknown as ErrorShape
  const details = error.details as { scene_id?: string | null } | undefined
  if (!row.target || typeof details?.scene_id !== 'string') return error
  const { callerIds } = targetPayloadSchema.parse(row.payload)
  return { ...error, details: { ...details, scene_id: callerIds[details.scene_id] ?? details.scene_id } }
}
