import { useQuery } from '@tanstack/react-query'
import { request } from '@/components/http/request'
import type { QueueView } from '@/lib/project/queue/schema'
import { queueKeys } from './queries'

/** While the socket is away, the queue is asked for now and then. */
export function useQueue(connected: boolean) {
  return useQuery({
    queryKey: queueKeys.view,
    queryFn: ({ signal }) => request<QueueView>('/api/queue', { signal }),
    refetchInterval: connected ? false : 3_000,
  })
}
