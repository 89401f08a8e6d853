import type { QueryClient } from '@tanstack/react-query'
import type { ProjectList } from '@/components/desk/list-projects'
import { deskKeys } from '@/components/desk/queries'
import { changeWorkspace } from '@/components/editor/change-workspace'
import { withTask } from '@/components/editor/patch-workspace'
import { showExport } from '@/components/export/queries'
import { queueKeys } from '@/components/queue/queries'
import type { QueueView } from '@/lib/project/queue/schema'
import type { TaskView } from '@/lib/task/schema'
import { patchCard } from './patch'
import { movesQueue, patchQueue } from './patch-queue'

/**
 * Puts a task, from an event or an answer, wherever a page shows it. The page may be of another project than the task
 * where that one was the first to ask for the same.
 */
export function showTask(client: QueryClient, task: TaskView, projectId = task.projectId): void {
  changeWorkspace(client, projectId, (workspace) => withTask(workspace, task))
  // The event of the same change finds it shown already, and asks for nothing.
  if (showInQueue(client, task)) void client.invalidateQueries({ queryKey: queueKeys.view })
  if (!task.target) return
  if (task.type === 'export') showExport(client, task)
  client.setQueriesData<ProjectList>(
    { queryKey: deskKeys.all },
    (list) => list && { projects: list.projects.map((card) => patchCard(card, task)) },
  )
}

/** Answers whether the lists of the queue have to be asked for again. */
export function showInQueue(client: QueryClient, task: TaskView): boolean {
  const view = client.getQueryData<QueueView>(queueKeys.view)
  if (!view) return false
  client.setQueryData<QueueView>(queueKeys.view, patchQueue(view, task))
  return movesQueue(view, task)
}
