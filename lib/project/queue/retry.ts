import { retryTask } from '@/lib/production/target'
import type { TaskView } from '@/lib/task/schema'
import type { TaskRow } from '@/lib/task/store'
import { taskViews } from '@/lib/task/view'
import { listFailed } from './store'

/** More at once nobody has looked at. */
const MOST_RETRIED = 100

/** Asks again for all that failed: new tasks, which reuse what was made. */
export async function retryFailed(): Promise<TaskView[]> {
  const rows: TaskRow[] = []
  for (const id of (await listFailed(MOST_RETRIED)).ids) rows.push(await retryTask(id))
  return taskViews(rows)
}
