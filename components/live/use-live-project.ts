'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { projectKeys } from '@/components/project/queries'
import type { FramePreview, ProjectChange } from '@/lib/live/contract'
import type { TaskView } from '@/lib/task/schema'
import { gather } from './gather'
import { wantsRefetch } from './patch'
import { showTask } from './show-task'
import { liveSocket } from './socket'

const REFETCH_EVERY_MS = 400

/** Keeps the project's view in the cache equal to the database while the page is open. */
export function useLiveProject(projectId: string): void {
  const client = useQueryClient()
  useEffect(() => {
    const socket = liveSocket()
    const refetch = gather(
      () => void client.invalidateQueries({ queryKey: projectKeys.view(projectId) }),
      REFETCH_EVERY_MS,
    )
    // What happened before the room was joined is in no event, at the first connection as after a break.
    const watch = () => socket.emit('watch', projectId, () => refetch.call())
    const onTask = (task: TaskView) => {
      if (task.projectId !== projectId) return
      showTask(client, task)
      if (wantsRefetch(task)) refetch.call()
    }
    const onProject = (change: ProjectChange) => {
      if (change.id === projectId) refetch.call()
    }
    const onPreview = (preview: FramePreview) => {
      if (preview.projectId === projectId) {
        client.setQueryData(projectKeys.preview(projectId, preview.sceneId), preview)
      }
    }
    socket.on('connect', watch)
    socket.on('task', onTask)
    socket.on('project', onProject)
    socket.on('preview', onPreview)
    if (socket.connected) watch()
    return () => {
      socket.off('connect', watch)
      socket.off('task', onTask)
      socket.off('project', onProject)
      socket.off('preview', onPreview)
      if (socket.connected) socket.emit('unwatch', projectId, () => {})
      refetch.stop()
    }
  }, [client, projectId])
}
