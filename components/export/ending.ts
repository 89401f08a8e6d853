import type { ExportView } from '@/lib/project/export/schema'
import { isFinal } from '@/lib/task/schema'

/** Fetched at once, told as ready or as failed, or seen in its row already. */
export type Ending = 'fetch' | 'ready' | 'failed' | 'seen'

/** What becomes of a file that was asked for here; null while it is on its way. `isOpen`: its row is looked at. */
export function endingOf({ file, task }: ExportView, isOpen: boolean): Ending | null {
  if (file) return isOpen ? 'fetch' : 'ready'
  if (!isFinal(task.status)) return null
  return task.status === 'error' && !isOpen ? 'failed' : 'seen'
}
