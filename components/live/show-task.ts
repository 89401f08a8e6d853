import type { QueryClient } from '@tanstack/react-query'
import type { ProjectList } from '@/components/desk/list-projects'
import { deskKeys } from '@/components/desk/queries'
import { projectKeys } from '@/components/project/queries'
import type { ProjectView } from '@/lib/project/schema'
import type { TaskView } from '@/lib/task/schema'
import { patchCard, patchProject } from './patch'

/**
 * Puts a task, from an event or an answer, wherever a page shows it; answers whether the project's view changed. The
 * project is not the task's own where another was the first to ask for the same.
 */
export function showTask(client: QueryClient, task: TaskView, projectId = task.projectId): boolean {
  const key = projectKeys.view(projectId)
  const before = client.getQueryData<ProjectView>(key)
  const after = before && patchProject(before, task)
  if (after !== before) client.setQueryData<ProjectView>(key, after)
  if (task.target) showOnDesk(client, task)
  return after !== before
}

function showOnDesk(client: QueryClient, task: TaskView): void {
  client.setQueriesData<ProjectList>(
    { queryKey: deskKeys.all },
    (list) => list && { projects: list.projects.map((card) => patchCard(card, task)) },
  )
}
