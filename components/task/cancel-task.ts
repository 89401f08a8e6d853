import { useMutation, useQueryClient } from '@tanstack/react-query'
import { request } from '@/components/http/request'
import { showTask } from '@/components/live/show-task'
import type { TaskView } from '@/lib/task/schema'

interface Told {
  onCancelled?: () => void
  onError?: (error: Error) => void
}

/** Whoever asked is told even when the task's row has gone meanwhile. */
export function useCancelTask({ onCancelled, onError }: Told = {}) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => request<TaskView>(`/api/tasks/${id}`, { method: 'DELETE' }),
    onSuccess: (task) => {
      showTask(client, task)
      onCancelled?.()
    },
    onError: (error) => onError?.(error),
  })
}
