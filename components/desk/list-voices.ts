import { useQuery } from '@tanstack/react-query'
import { request } from '@/components/http/request'
import { deskKeys } from './queries'

export interface Voice {
  /** Identity of the engine that speaks with it. */
  engine: string
  id: string
  name: string
  /** BCP 47 tags. */
  languages: string[]
}

export function useVoices() {
  return useQuery({
    queryKey: deskKeys.voices,
    queryFn: ({ signal }) => request<{ voices: Voice[] }>('/api/voices', { signal }),
    staleTime: 300_000,
  })
}
