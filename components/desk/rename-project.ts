import { useMutation, useQueryClient } from '@tanstack/react-query'
import { changeWorkspace } from '@/components/editor/change-workspace'
import { clientName } from '@/components/editor/client-name'
import { editorKeys } from '@/components/editor/queries'
import { request } from '@/components/http/request'
import { useTellError } from '@/components/task/tell-error'
import { useFocusAfterEdit } from '@/components/ui/focus-after-edit'
import type { ProjectList } from './list-projects'
import { deskKeys } from './queries'

interface TitleEdit {
  /** Of what stands where the title was edited, and has the focus again when a key ended the edit. */
  ref(element: HTMLElement | null): void
  onCancel(byKey: boolean): void
  onSave(title: string, byKey: boolean): void
}

/** A film's title that is edited where it stands; `close` takes the field away. */
export function useTitleEdit(id: string, close: () => void): TitleEdit {
  const rename = useRenameProject()
  const tellError = useTellError()
  const { ref, end } = useFocusAfterEdit()
  const onCancel = (byKey: boolean) => {
    end(byKey)
    close()
  }
  return {
    ref,
    onCancel,
    onSave(title, byKey) {
      onCancel(byKey)
      rename.mutate({ id, title }, { onError: tellError })
    },
  }
}

/** Shows the new title at once, on the desk and on the project's page; a refusal puts the old one back. */
function useRenameProject() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id, title }: { id: string; title: string }) =>
      request<unknown>(`/api/projects/${id}`, { method: 'PATCH', body: { title, client: clientName() } }),
    onMutate: async ({ id, title }) => {
      await client.cancelQueries({ queryKey: deskKeys.all })
      await client.cancelQueries({ queryKey: editorKeys.workspace(id) })
      client.setQueriesData<ProjectList>(
        { queryKey: deskKeys.all },
        (list) =>
          list && { projects: list.projects.map((card) => (card.id === id ? { ...card, title } : card)) },
      )
      changeWorkspace(client, id, (workspace) => ({ ...workspace, title }))
    },
    onSettled: (_answer, _error, { id }) => {
      void client.invalidateQueries({ queryKey: deskKeys.all })
      void client.invalidateQueries({ queryKey: editorKeys.workspace(id) })
    },
  })
}
