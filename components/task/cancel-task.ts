import { useMutation, useQueryClient } from '@tanstack/react-query'
import { request } from '@/components/http/request'
import { showTask } from '@/components/live/show-task'
import type { TaskView } from '@/lib/task/schema'

export function useCancelTask() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => request<TaskView>(`/api/tasks/${id}`, { method: 'DELETE' }),
    onSuccess: (task) => showTask(client, task),
  })
}
