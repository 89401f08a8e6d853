'use client'

import { skipToken, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { queueKeys } from '@/components/queue/queries'
import type { QueueState } from '@/lib/live/contract'
import { liveSocket } from './socket'

/** How the queue stands, in two numbers; undefined until the studio has said so. */
export function useQueueState(): QueueState | undefined {
  const client = useQueryClient()
  useEffect(() => {
    const socket = liveSocket()
    const show = (state: QueueState) => client.setQueryData<QueueState>(queueKeys.state, state)
    const ask = () => socket.emit('askQueue', show)
    socket.on('connect', ask)
    socket.on('queue', show)
    if (socket.connected) ask()
    return () => {
      socket.off('connect', ask)
      socket.off('queue', show)
    }
  }, [client])
  return useKnownQueueState()
}

/** The same for what stands many times on a page whose header listens. */
export const useKnownQueueState = (): QueueState | undefined =>
  useQuery<QueueState>({ queryKey: queueKeys.state, queryFn: skipToken }).data
