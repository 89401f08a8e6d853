import { useMutation, useQueryClient } from '@tanstack/react-query'
import { request } from '@/components/http/request'
import type { TaskView } from '@/lib/task/schema'
import { queueKeys } from './queries'

export function useMoveToFront() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => request<TaskView>(`/api/tasks/${id}/front`, { method: 'POST' }),
    onSettled: () => client.invalidateQueries({ queryKey: queueKeys.view }),
  })
}
