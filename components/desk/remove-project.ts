import { useMutation, useQueryClient } from '@tanstack/react-query'
import { request } from '@/components/http/request'
import type { ProjectList } from './list-projects'
import { deskKeys } from './queries'

interface Answers {
  onRemoved: (id: string) => void
  onError: (error: Error) => void
}

/** Takes the film off the desk at once; `useRestoreProject` brings it back as it was. */
export function useRemoveProject({ onRemoved, onError }: Answers) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => request<unknown>(`/api/projects/${id}`, { method: 'DELETE' }),
    onMutate: async (id) => {
      await client.cancelQueries({ queryKey: deskKeys.all })
      client.setQueriesData<ProjectList>(
        { queryKey: deskKeys.all },
        (list) => list && { projects: list.projects.filter((card) => card.id !== id) },
      )
    },
    // Here and not at the call: the poster that called is gone by then.
    onSuccess: (_answer, id) => onRemoved(id),
    onError,
    onSettled: () => client.invalidateQueries({ queryKey: deskKeys.all }),
  })
}

export function useRestoreProject() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => request<unknown>(`/api/projects/${id}/restore`, { method: 'POST' }),
    onSettled: () => client.invalidateQueries({ queryKey: deskKeys.all }),
  })
}
