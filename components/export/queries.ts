/** Export: files to take away. Every query key of this room stands here. */
import { type QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { request } from '@/components/http/request'
import { isNews } from '@/components/live/patch'
import type { ExportRequest, ExportView } from '@/lib/project/export/schema'
import type { ProjectView } from '@/lib/project/schema'
import { isFinal, type TaskView } from '@/lib/task/schema'

export const exportKeys = { ofProject: (projectId: string) => ['exports', projectId] as const }

interface Exports {
  exports: ExportView[]
}

export const useExports = (projectId: string, enabled = true) =>
  useQuery({
    enabled,
    queryKey: exportKeys.ofProject(projectId),
    queryFn: ({ signal }) => request<Exports>(`/api/projects/${projectId}/exports`, { signal }),
    select: ({ exports }) => exports,
  })

/** A film or a storyboard that is new while the list is looked at makes its files older. */
export function useFreshAges({ id, film, revision }: ProjectView): void {
  const client = useQueryClient()
  const newest = `${revision} ${film?.id}`
  const known = useRef(newest)
  useEffect(() => {
    if (known.current === newest) return
    known.current = newest
    void client.invalidateQueries({ queryKey: exportKeys.ofProject(id) })
  }, [client, id, newest])
}

interface Told {
  onSuccess: (made: ExportView) => void
  onError: (error: Error) => void
}

export function useMakeExport(projectId: string, told: Told) {
  const client = useQueryClient()
  return useMutation({
    ...told,
    mutationFn: (wanted: ExportRequest) =>
      request<ExportView>(`/api/projects/${projectId}/exports`, { method: 'POST', body: wanted }),
    onSettled: () => client.invalidateQueries({ queryKey: exportKeys.ofProject(projectId) }),
  })
}

/** Puts an export's task where it is listed; what it has made only the server can tell. */
export function showExport(client: QueryClient, task: TaskView): void {
  const queryKey = exportKeys.ofProject(task.projectId)
  const known = client.getQueryData<Exports>(queryKey)?.exports.find((one) => one.id === task.id)
  if (!known || isFinal(task.status)) {
    void client.invalidateQueries({ queryKey })
    return
  }
  if (!isNews(known.task, task)) return
  client.setQueryData<Exports>(
    queryKey,
    (list) => list && { exports: list.exports.map((one) => (one.id === task.id ? { ...one, task } : one)) },
  )
}
