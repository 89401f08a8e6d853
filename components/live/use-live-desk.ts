'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { deskKeys } from '@/components/desk/queries'
import type { TaskView } from '@/lib/task/schema'
import { gather } from './gather'
import { wantsRefetch } from './patch'
import { showTask } from './show-task'
import { liveSocket } from './socket'

const REFETCH_EVERY_MS = 800

/** Keeps the posters on the desk equal to the database. */
export function useLiveDesk(): void {
  const client = useQueryClient()
  useEffect(() => {
    const socket = liveSocket()
    const refetch = gather(() => void client.invalidateQueries({ queryKey: deskKeys.all }), REFETCH_EVERY_MS)
    const watch = () => socket.emit('watchDesk', () => refetch.call())
    const onTask = (task: TaskView) => {
      showTask(client, task)
      if (task.target && wantsRefetch(task)) refetch.call()
    }
    const onProject = () => refetch.call()
    socket.on('connect', watch)
    socket.on('task', onTask)
    socket.on('project', onProject)
    if (socket.connected) watch()
    return () => {
      socket.off('connect', watch)
      socket.off('task', onTask)
      socket.off('project', onProject)
      refetch.stop()
    }
  }, [client])
}
