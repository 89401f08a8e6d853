import type { QueryClient } from '@tanstack/react-query'
import type { ProjectList } from '@/components/desk/list-projects'
import { deskKeys } from '@/components/desk/queries'
import { projectKeys } from '@/components/project/queries'
import type { ProjectView } from '@/lib/project/schema'
import type { TaskView } from '@/lib/task/schema'
import { patchCard, patchProject } from './patch'

/** Puts a task, from an event or an answer, wherever a page shows it. */
export function showTask(client: QueryClient, task: TaskView): void {
  client.setQueryData<ProjectView>(
    projectKeys.view(task.projectId),
    (view) => view && patchProject(view, task),
  )
  if (!task.target) return
  client.setQueriesData<ProjectList>(
    { queryKey: deskKeys.all },
    (list) => list && { projects: list.projects.map((card) => patchCard(card, task)) },
  )
}
