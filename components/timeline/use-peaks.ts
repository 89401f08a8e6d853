'use client'

import { useQuery } from '@tanstack/react-query'
import { peaksOf } from './peaks'

const KEEP_MS = 5 * 60_000

/** The waveform of a recording; it never changes, since its address names its content. */
export function usePeaks(url: string | null): readonly number[] | undefined {
  return useQuery({
    queryKey: ['peaks', url],
    enabled: url !== null,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: KEEP_MS,
    retry: false,
    queryFn: async ({ signal }) => {
      const response = await fetch(url ?? '', { signal })
      return response.ok ? peaksOf(await response.arrayBuffer()) : []
    },
  }).data
}
