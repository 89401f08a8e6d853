'use client'

import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useCallback, useEffect, useMemo, useRef } from 'react'
import { request } from '@/components/http/request'
import { useErrorWords } from '@/components/task/error-words'
import { useToast } from '@/components/ui/toast'
import type { EditAnswer, UndoState, Workspace } from '@/lib/project/schema'
import type { Storyboard } from '@/lib/storyboard/schema'
import { ChosenScene } from './chosen-scene'
import { clientName, newId } from './client-name'
import { EditStore } from './edit-store'
import { type EditorActions, EditorContext } from './editor-context'
import { keepEdits, keptEdits } from './kept-edits'
import { PlannedRoom } from './planned-room'
import { editorKeys } from './queries'
import { useLiveWorkspace } from './use-live-workspace'

interface EditorProps {
  workspace: Workspace & { storyboard: Storyboard }
  children: ReactNode
}

/** Everything inside may read the storyboard and change it. */
export function Editor({ workspace, children }: EditorProps) {
  const { id: projectId, revision, storyboard } = workspace
  const client = useQueryClient()
  const toast = useToast()
  const words = useErrorWords()
  const refuse = useRef<(error: unknown) => void>(() => undefined)
  refuse.current = (error) => toast({ words: words(error), grave: true })

  const opened = useRef<EditStore>(undefined)
  opened.current ??= new EditStore(
    {
      send: ({ id, operation, gesture }, revision) =>
        request<EditAnswer>(`/api/projects/${projectId}/operations`, {
          method: 'POST',
          body: { operation, client: clientName(), edit: id, revision, ...(gesture ? { gesture } : {}) },
        }),
      step: (role, edit) =>
        request<EditAnswer>(`/api/projects/${projectId}/${role}`, {
          method: 'POST',
          body: { client: clientName(), edit },
        }),
      refetch: () => void client.invalidateQueries({ queryKey: editorKeys.workspace(projectId) }),
      onRefused: (_edit, error) => refuse.current(error),
      newId,
      keep: (pending) => keepEdits(projectId, pending),
    },
    revision,
    storyboard,
    keptEdits(projectId),
  )
  const store = opened.current

  useEffect(() => store.rebase(revision, storyboard), [store, revision, storyboard])
  useEffect(() => {
    store.open()
    const path = `/api/projects/${projectId}/undo?client=${clientName()}`
    request<UndoState>(path).then(store.setUndo, () => undefined)
    return () => store.close()
  }, [store, projectId])

  const onRevision = useCallback(
    (event: { number: number; operation: EditAnswer['operation']; edit: string }) => store.receive(event),
    [store],
  )
  useLiveWorkspace(projectId, onRevision, store.retry)

  const actions = useMemo<EditorActions>(() => {
    const step = (role: 'undo' | 'redo') => void store.step(role).catch((error) => refuse.current(error))
    return {
      projectId,
      store,
      edit(operation, { onError, ...options } = {}) {
        try {
          store.edit(operation, options)
          return true
        } catch (error) {
          ;(onError ?? refuse.current)(error)
          return false
        }
      },
      undo: () => step('undo'),
      redo: () => step('redo'),
      chosen: new ChosenScene(),
    }
  }, [projectId, store])

  return (
    <EditorContext value={actions}>
      <PlannedRoom workspace={workspace}>{children}</PlannedRoom>
    </EditorContext>
  )
}
