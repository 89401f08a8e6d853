'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { exportKeys } from '@/components/export/queries'
import { gather } from '@/components/live/gather'
import { showTask } from '@/components/live/show-task'
import { liveSocket } from '@/components/live/socket'
import { projectKeys } from '@/components/project/queries'
import type { FramePreview, ProjectChange, RevisionEvent, TakesEvent } from '@/lib/live/contract'
import { isFinal, type TaskView } from '@/lib/task/schema'
import { changeWorkspace } from './change-workspace'
import { learnAssets } from './learn-assets'
import { withPlaces, withTakes } from './patch-workspace'
import { editorKeys } from './queries'

const REFETCH_EVERY_MS = 400

/**
 * Keeps the workspace in the cache equal to the database while the page is open. `onConnect`: the connection is there
 * (again), what waits may be sent. Both handlers must stay the same from one drawing to the next.
 */
export function useLiveWorkspace(
  projectId: string,
  onRevision: (revision: RevisionEvent) => void,
  onConnect: () => void,
): void {
  const client = useQueryClient()
  useEffect(() => {
    const socket = liveSocket()
    const refetch = gather(
      () => void client.invalidateQueries({ queryKey: editorKeys.workspace(projectId) }),
      REFETCH_EVERY_MS,
    )
    // What happened before the room was joined is in no event, at the first connection as after a break.
    const watch = () => {
      socket.emit('watch', projectId, () => {
        refetch.call()
        void client.invalidateQueries({ queryKey: exportKeys.ofProject(projectId) })
      })
      onConnect()
    }
    // An answer that was on its way before the event may be older than the event.
    const isOutrun = () => client.isFetching({ queryKey: editorKeys.workspace(projectId) }) > 0
    const onTask = (task: TaskView) => {
      if (isOutrun()) refetch.call()
      showTask(client, task, projectId)
      // What is a take of a scene comes by an event of its own.
      const isPart = task.type === 'score' || task.type === 'segment' || task.type === 'film'
      if (isPart && task.fingerprint && isFinal(task.status))
        learnAssets(client, projectId, [task.fingerprint])
    }
    const onTakes = ({ takes, assets, ...event }: TakesEvent) => {
      if (isOutrun()) refetch.call()
      if (event.projectId === projectId)
        changeWorkspace(client, projectId, (w) => withTakes(w, takes, assets))
    }
    const onProject = ({ id, news }: ProjectChange) => {
      if (id === projectId && news === undefined) refetch.call()
    }
    const onOwnRevision = (revision: RevisionEvent) => {
      if (revision.projectId === projectId) onRevision(revision)
    }
    const onPreview = (preview: FramePreview) => {
      client.setQueryData(projectKeys.preview(projectId, preview.taskId), preview)
    }
    const onPlaces = (places: Record<string, number>) =>
      changeWorkspace(client, projectId, (workspace) => withPlaces(workspace, places))
    const handlers = {
      connect: watch,
      task: onTask,
      takes: onTakes,
      project: onProject,
      revision: onOwnRevision,
      preview: onPreview,
      places: onPlaces,
      // Which engines have a length of their own or start from a picture is part of what the plan knows.
      engines: () => refetch.call(),
    }
    for (const [name, handle] of Object.entries(handlers)) socket.on(name as 'connect', handle as () => void)
    if (socket.connected) watch()
    return () => {
      for (const [name, handle] of Object.entries(handlers))
        socket.off(name as 'connect', handle as () => void)
      if (socket.connected) socket.emit('unwatch', projectId, () => {})
      refetch.stop()
    }
  }, [client, projectId, onRevision, onConnect])
}
