'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { projectKeys } from '@/components/project/queries'
import type { FramePreview, ProjectChange } from '@/lib/live/contract'
import type { ProjectView } from '@/lib/project/schema'
import type { TaskView } from '@/lib/task/schema'
import { gather } from './gather'
import { patchPlaces, wantsRefetch } from './patch'
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
      const isShown = showTask(client, task, projectId)
      if (wantsRefetch(task) && (isShown || task.projectId === projectId)) refetch.call()
    }
    const onProject = (change: ProjectChange) => {
      if (change.id === projectId) refetch.call()
    }
    const onPreview = (preview: FramePreview) => {
      const view = client.getQueryData<ProjectView>(projectKeys.view(projectId))
      for (const sceneId of scenesOf(preview, view, projectId)) {
        client.setQueryData(projectKeys.preview(projectId, sceneId), preview)
      }
    }
    const onPlaces = (places: Record<string, number>) =>
      client.setQueryData<ProjectView>(
        projectKeys.view(projectId),
        (view) => view && patchPlaces(view, places),
      )
    socket.on('connect', watch)
    socket.on('task', onTask)
    socket.on('project', onProject)
    socket.on('preview', onPreview)
    socket.on('places', onPlaces)
    if (socket.connected) watch()
    return () => {
      socket.off('connect', watch)
      socket.off('task', onTask)
      socket.off('project', onProject)
      socket.off('preview', onPreview)
      socket.off('places', onPlaces)
      if (socket.connected) socket.emit('unwatch', projectId, () => {})
      refetch.stop()
    }
  }, [client, projectId])
}

/** The scenes that wait for the picture: its own, and those that share its task. */
function scenesOf(preview: FramePreview, view: ProjectView | undefined, projectId: string): string[] {
  const sharing = (view?.scenes ?? []).filter((scene) => scene.slots.frame.task?.id === preview.taskId)
  const own = preview.projectId === projectId ? [preview.sceneId] : []
  return [...new Set([...own, ...sharing.map((scene) => scene.id)])]
}
