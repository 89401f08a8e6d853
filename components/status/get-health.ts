import { useQuery } from '@tanstack/react-query'
import { request } from '@/components/http/request'
import { statusKeys } from './queries'

export interface Part {
  name: string
  state: 'ok' | 'degraded' | 'down'
  /** Facts such as a version or the reason. */
  detail?: string | null
  /** What to do about it. */
  fix?: string | null
}

export interface Health {
  status: Part['state']
  parts: Part[]
}

export function useHealth() {
  return useQuery({
    queryKey: statusKeys.health,
    queryFn: ({ signal }) => request<Health>('/health', { signal }),
    refetchInterval: 10_000,
  })
}
