import { useQuery } from '@tanstack/react-query'
import { request } from '@/components/http/request'
import type { Workspace } from '@/lib/project/schema'
import { isFinal } from '@/lib/task/schema'
import { editorKeys } from './queries'

const getWorkspace = (projectId: string, signal: AbortSignal): Promise<Workspace> =>
  request<Workspace>(`/api/projects/${encodeURIComponent(projectId)}/workspace`, { signal })

/** While the socket is away, work in hand is asked for now and then; else events keep it true. */
export function useWorkspace(projectId: string, connected: boolean) {
  return useQuery({
    queryKey: editorKeys.workspace(projectId),
    queryFn: ({ signal }) => getWorkspace(projectId, signal),
    staleTime: Number.POSITIVE_INFINITY,
    refetchInterval: ({ state }) =>
      !connected && state.data?.targets.some((task) => !isFinal(task.status)) ? 3_000 : false,
  })
}
