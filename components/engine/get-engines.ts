'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { deskKeys } from '@/components/desk/queries'
import { request } from '@/components/http/request'
import { gather } from '@/components/live/gather'
import { liveSocket } from '@/components/live/socket'
import { useConnected } from '@/components/live/use-connected'
import type { EnginesView } from '@/lib/engine/connection/schema'
import { engineKeys } from './queries'

const REFETCH_EVERY_MS = 500

/** Every engine and connection; asked again whenever one of them changes. */
export function useEngines() {
  const client = useQueryClient()
  const connected = useConnected()
  useEffect(() => {
    const socket = liveSocket()
    const refetch = gather(
      () => void client.invalidateQueries({ queryKey: engineKeys.view }),
      REFETCH_EVERY_MS,
    )
    const hear = () => {
      refetch.call()
      void client.invalidateQueries({ queryKey: deskKeys.voices })
    }
    socket.on('engines', hear)
    socket.on('connect', hear)
    return () => {
      socket.off('engines', hear)
      socket.off('connect', hear)
      refetch.stop()
    }
  }, [client])
  return useQuery({
    queryKey: engineKeys.view,
    queryFn: ({ signal }) => request<EnginesView>('/api/engines', { signal }),
    refetchInterval: connected ? false : 5_000,
  })
}
