import { useMutation, useQueryClient } from '@tanstack/react-query'
import { request } from '@/components/http/request'
import { showTask } from '@/components/live/show-task'
import type { TaskView } from '@/lib/task/schema'

/** A retry is a new task; the failed one stays as it is. */
export function useRetryTask() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => request<TaskView>(`/api/tasks/${id}/retry`, { method: 'POST' }),
    onSuccess: (task) => showTask(client, task),
  })
}
