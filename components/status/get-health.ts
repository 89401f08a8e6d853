import { useQuery } from '@tanstack/react-query'
import { request } from '@/components/http/request'
import type { Health } from '@/lib/project/health-schema'
import { statusKeys } from './queries'

/** The studio answers this, with every part, when it could not make a film. */
const DOWN = 503

export function useHealth() {
  return useQuery({
    queryKey: statusKeys.health,
    queryFn: ({ signal }) => request<Health>('/health', { signal, alsoAnswer: DOWN }),
    refetchInterval: 10_000,
  })
}
