import { useMutation, useQueryClient } from '@tanstack/react-query'
import { changeWorkspace } from '@/components/editor/change-workspace'
import { editorKeys } from '@/components/editor/queries'
import { request } from '@/components/http/request'
import type { ProjectList } from './list-projects'
import { deskKeys } from './queries'

/** Shows the new title at once, on the desk and on the project's page; a refusal puts the old one back. */
export function useRenameProject() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id, title }: { id: string; title: string }) =>
      request<unknown>(`/api/projects/${id}`, { method: 'PATCH', body: { title } }),
    onMutate: async ({ id, title }) => {
      await client.cancelQueries({ queryKey: deskKeys.all })
      await client.cancelQueries({ queryKey: editorKeys.workspace(id) })
      client.setQueriesData<ProjectList>(
        { queryKey: deskKeys.all },
        (list) =>
          list && { projects: list.projects.map((card) => (card.id === id ? { ...card, title } : card)) },
      )
      changeWorkspace(client, id, (workspace) => ({ ...workspace, title }))
    },
    onSettled: (_answer, _error, { id }) => {
      void client.invalidateQueries({ queryKey: deskKeys.all })
      void client.invalidateQueries({ queryKey: editorKeys.workspace(id) })
    },
  })
}
