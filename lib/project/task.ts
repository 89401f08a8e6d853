import { StudioError } from '@/lib/base/errors'
import type { TaskView } from '@/lib/task/schema'
import { findTask, type TaskRow } from '@/lib/task/store'
import { taskViewOf } from '@/lib/task/view'

/** Throws `not_found`. */
export async function getTask(id: string): Promise<TaskRow> {
  const row = await findTask(id)
  if (!row) throw new StudioError('not_found', `no task ${id}`, { userMessage: 'There is no such task.' })
  return row
}

export const getTaskView = async (id: string): Promise<TaskView> => taskViewOf(await getTask(id))
