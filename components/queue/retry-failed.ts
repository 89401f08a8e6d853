import { useMutation, useQueryClient } from '@tanstack/react-query'
import { request } from '@/components/http/request'
import type { TaskView } from '@/lib/task/schema'
import { queueKeys } from './queries'

/** Asks again for all that failed; each becomes a new task. */
export function useRetryFailed() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => request<{ tasks: TaskView[] }>('/api/queue/retry-failed', { method: 'POST' }),
    onSettled: () => client.invalidateQueries({ queryKey: queueKeys.view }),
  })
}
