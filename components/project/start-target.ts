import { useMutation, useQueryClient } from '@tanstack/react-query'
import { request } from '@/components/http/request'
import { showTask } from '@/components/live/show-task'
import type { TargetType, TaskView } from '@/lib/task/schema'

export interface WantedTarget {
  type: TargetType
  /** Left out: all scenes. */
  sceneIds?: string[]
}

export function useStartTarget(projectId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: WantedTarget) =>
      request<TaskView>(`/api/projects/${projectId}/targets`, { method: 'POST', body }),
    onSuccess: (task) => showTask(client, task),
  })
}
