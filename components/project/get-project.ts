import { useQuery } from '@tanstack/react-query'
import { request } from '@/components/http/request'
import type { ProjectView } from '@/lib/project/schema'
import { isFinal } from '@/lib/task/schema'
import { projectKeys } from './queries'

export const getProject = (id: string, signal?: AbortSignal) =>
  request<ProjectView>(`/api/projects/${encodeURIComponent(id)}`, signal ? { signal } : {})

/** While the socket is away, work in hand is asked for now and then. */
export function useProject(id: string, connected: boolean) {
  return useQuery({
    queryKey: projectKeys.view(id),
    queryFn: ({ signal }) => getProject(id, signal),
    refetchInterval: ({ state }) =>
      !connected && state.data?.targets.some((task) => !isFinal(task.status)) ? 3_000 : false,
  })
}
