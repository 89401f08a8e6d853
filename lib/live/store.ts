import { db } from '@/lib/base/db'
import type { TaskRow } from '@/lib/task/store'

export const findTasks = (ids: readonly string[]): Promise<TaskRow[]> =>
  db().task.findMany({ where: { id: { in: [...ids] } } })

/** Which of the projects belong to API calls and are not on the desk. */
export async function listHidden(projectIds: readonly string[]): Promise<Set<string>> {
  const rows = await db().project.findMany({
    where: { id: { in: [...new Set(projectIds)] }, hidden: true },
    select: { id: true },
  })
  return new Set(rows.map((row) => row.id))
}
