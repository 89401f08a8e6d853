'use client'

import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useMay } from '@/components/access/use-may'
import { request } from '@/components/http/request'
import { useTellError } from '@/components/task/tell-error'
import type { RevisionEvent } from '@/lib/live/contract'
import type { EditAnswer, UndoState, Workspace } from '@/lib/project/schema'
import type { Storyboard } from '@/lib/storyboard/schema'
import { ChosenScene } from './chosen-scene'
import { clientName, newId } from './client-name'
import { EditStore } from './edit-store'
import { type EditorActions, EditorContext } from './editor-context'
import { keepEdits, keptEdits } from './kept-edits'
import { PlannedRoom } from './planned-room'
import { editorKeys } from './queries'
import { type StepRole, useStepNews } from './step-news'
import { useLiveWorkspace } from './use-live-workspace'

interface EditorProps {
  workspace: Workspace & { storyboard: Storyboard }
  children: ReactNode
}

/** Everything inside may read the storyboard, and change it if whoever looks may. */
export function Editor({ workspace, children }: EditorProps) {
  const { id: projectId, revision, storyboard } = workspace
  const client = useQueryClient()
  const tellError = useTellError()
  const mayEdit = useMay('editor')
  const may = useRef(mayEdit)
  may.current = mayEdit
  const refuse = useRef<(error: unknown) => void>(() => undefined)
  refuse.current = tellError

  const opened = useRef<EditStore>(undefined)
  const made = useRef(new Set<string>())
  opened.current ??= new EditStore(
    {
      send: ({ id, operation, gesture }, revision) =>
        request<EditAnswer>(`/api/projects/${projectId}/operations`, {
          method: 'POST',
          body: { operation, client: clientName(), edit: id, revision, ...(gesture ? { gesture } : {}) },
        }),
      refetch: () => void client.invalidateQueries({ queryKey: editorKeys.workspace(projectId) }),
      onRefused: (_edit, error) => refuse.current(error),
      newId() {
        const id = newId()
        made.current.add(id)
        return id
      },
      mayEdit: () => may.current,
      keep: (pending) => keepEdits(projectId, pending),
    },
    revision,
    storyboard,
    // What an editor left in this browser waits for an editor.
    mayEdit ? keptEdits(projectId) : [],
  )
  const store = opened.current
  const [chosen] = useState(() => new ChosenScene())
  const news = useStepNews(store, chosen)

  useEffect(() => void store.rebase(revision, storyboard), [store, revision, storyboard])
  useEffect(() => {
    store.open()
    void askUndo(projectId, store)
    return () => store.close()
  }, [store, projectId])

  const onRevision = useCallback(
    (event: RevisionEvent) => {
      store.receive(event)
      // Another page of the same writer: what it does can be undone here.
      const isOwn = made.current.has(event.edit)
      if (event.client === clientName() && !isOwn) void askUndo(projectId, store)
    },
    [store, projectId],
  )
  useLiveWorkspace(projectId, onRevision, store.retry)

  const actions = useMemo<EditorActions>(() => {
    const step = (role: StepRole) => {
      const asked = store.ask((edit) =>
        request<EditAnswer>(`/api/projects/${projectId}/${role}`, {
          method: 'POST',
          body: { client: clientName(), edit },
        }),
      )
      asked.then(
        (answer) => news.done(role, answer),
        (error) => news.failed(role, error),
      )
    }
    return {
      projectId,
      mayEdit,
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
      chosen,
    }
  }, [projectId, mayEdit, store, chosen, news])

  return (
    <EditorContext value={actions}>
      <PlannedRoom workspace={workspace}>{children}</PlannedRoom>
    </EditorContext>
  )
}

/** What can be undone is the server's to know: it outlives the page. */
const askUndo = (projectId: string, store: EditStore): Promise<void> =>
  request<UndoState>(`/api/projects/${projectId}/undo?client=${clientName()}`).then(
    store.setUndo,
    () => undefined,
  )
