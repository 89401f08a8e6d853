'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { queueKeys } from '@/components/queue/queries'
import type { TaskView } from '@/lib/task/schema'
import { gather } from './gather'
import { showInQueue } from './show-task'
import { liveSocket } from './socket'

const REFETCH_EVERY_MS = 1_000

/** Keeps the queue's page equal to the database. */
export function useLiveQueue(): void {
  const client = useQueryClient()
  useEffect(() => {
    const socket = liveSocket()
    const refetch = gather(
      () => void client.invalidateQueries({ queryKey: queueKeys.view }),
      REFETCH_EVERY_MS,
    )
    const watch = () => socket.emit('watchQueue', () => refetch.call())
    const onTask = (task: TaskView) => {
      if (showInQueue(client, task)) refetch.call()
    }
    const onQueue = () => refetch.call()
    socket.on('connect', watch)
    socket.on('task', onTask)
    socket.on('queue', onQueue)
    if (socket.connected) watch()
    return () => {
      socket.off('connect', watch)
      socket.off('task', onTask)
      socket.off('queue', onQueue)
      if (socket.connected) socket.emit('unwatchQueue', () => {})
      refetch.stop()
    }
  }, [client])
}
